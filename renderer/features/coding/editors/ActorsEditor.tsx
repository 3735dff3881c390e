import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { type Actor, actorByName, foldName } from '../../../../shared/domain/actor';
import { actorsValue, addActor } from '../../../../shared/domain/answer-changes';
import { useLanguage } from '../../../i18n/format';
import { Chip } from '../../../ui/Chip';
import { ComboBox } from '../../../ui/ComboBox';
import type { EditorProps } from './editor';
import styles from './editors.module.css';
import { FreeText } from './TextEditor';
import { useTypedState } from './typed-state';
import { useSuggestions } from './use-suggestions';

/** The official code in a public body's id: `0184` of `municipality:0184`. */
function codeOf(actor: Actor): string | null {
  return /^(?:municipality|region):(\d+)$/.exec(actor.id)?.[1] ?? null;
}

/** A body and each of its boards are options of their own. */
const optionIdOf = ({ id, unit }: Actor): string => `${id}/${unit ?? ''}`;

/** Those that are called what was typed; else those whose names begin so; else all. */
function likeliest(suggestions: readonly Actor[], typed: string): readonly Actor[] {
  const wanted = foldName(typed);
  const bodies = suggestions.filter(({ unit }) => unit === null);
  const called = bodies.filter(({ name }) => foldName(name) === wanted);
  if (called.length > 0) return called;
  const begin = bodies.filter(({ name }) => foldName(name).startsWith(wanted));
  return begin.length > 0 ? begin : suggestions;
}

/**
 * The organisations that are party: public bodies from their register, each with the board or office
 * that signed; civil-society organisations by the name that the agreement uses.
 */
export function ActorsEditor(props: EditorProps) {
  const { variable, value, onChange, suggestActors, isReadOnly } = props;
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText, key] = useTypedState('');
  const [unknown, setUnknown] = useTypedState<string | null>(null);
  const suggestions = useSuggestions(text, suggestActors);

  const isPublic = variable.type === 'public-actors';
  const label = variable.label[language];
  const actors = value?.type === 'actors' ? value.actors : [];
  const change = (next: readonly Actor[], how?: 'typing') => onChange(actorsValue(next), how);

  const add = (actor: Actor): void => {
    change(addActor(actors, actor));
    setText('');
    setUnknown(null);
  };
  const addTyped = (typed: string): void => {
    const [only, another] = likeliest(suggestions, typed);
    if (!isPublic) add(actorByName(typed));
    else if (only !== undefined && another === undefined) add(only);
    else setUnknown(typed);
  };
  const remove = (at: number): void => {
    change(actors.filter((_, each) => each !== at));
    input.current?.focus();
  };

  return (
    <div className={styles.actors}>
      {actors.length > 0 && (
        <ul aria-label={t('actors.list', { variable: label })} className={styles.actorList}>
          {actors.map((actor, at) => (
            <li key={`${actor.id}/${at}`} className={styles.actor}>
              <Chip
                note={codeOf(actor)}
                {...(!isReadOnly && {
                  removeLabel: t('actors.remove', { name: actor.name }),
                  onRemove: () => remove(at),
                })}
              >
                {actor.name}
              </Chip>
              {isPublic && (!isReadOnly || actor.unit !== null) && (
                <FreeText
                  oneLine
                  label={t('actors.unit', { name: actor.name })}
                  placeholder={t('actors.unitPlaceholder')}
                  recorded={actor.unit ?? ''}
                  maxLength={300}
                  isReadOnly={isReadOnly}
                  onWrite={(unit) =>
                    change(
                      actors.map((each, place) =>
                        place === at ? { ...each, unit: unit === '' ? null : unit } : each,
                      ),
                      'typing',
                    )
                  }
                  onLeave={props.onLeave}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <ComboBox
          key={key}
          className={styles.addActor ?? ''}
          inputRef={input}
          label={t('actors.addTo', { variable: label })}
          hideLabel
          placeholder={`+ ${t(isPublic ? 'actors.searchPublic' : 'actors.searchCivil')}`}
          text={text}
          onTextChange={(typed) => {
            setText(typed, 'typed');
            setUnknown(null);
          }}
          options={suggestions.map((actor) => ({
            id: optionIdOf(actor),
            label: actor.unit === null ? actor.name : `${actor.name} · ${actor.unit}`,
            ...(codeOf(actor) !== null && { note: codeOf(actor) ?? '' }),
          }))}
          onChoose={({ id }) => {
            const chosen = suggestions.find((actor) => optionIdOf(actor) === id);
            if (chosen !== undefined) add(chosen);
          }}
          allowsOther
          onOther={addTyped}
          onKeyDown={(event) => {
            if (event.key === 'Backspace' && text === '' && actors.length > 0) {
              remove(actors.length - 1);
            }
            event.continuePropagation();
          }}
          error={unknown === null ? null : t('actors.unknown', { text: unknown })}
          openLabel={t('actors.open')}
        />
      )}
    </div>
  );
}
