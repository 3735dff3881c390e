import { Check } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { initialsOf } from '../../../shared/domain/reviewer';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import type { Problem } from '../../store/loadable';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { TextField } from '../../ui/TextField';
import styles from './ChooseReviewer.module.css';

/** The project's reviewers to choose from, and a line to add one. */
export function ChooseReviewer({
  onChosen,
  focus,
}: {
  onChosen?: () => void;
  /** What has the keys first; the name also where there is nobody to choose yet. */
  focus: 'list' | 'name';
}) {
  const { t } = useTranslation();
  const reviewers = useStore((store) => store.reviewers);
  const choose = useStore((store) => store.chooseReviewer);
  const add = useStore((store) => store.addReviewer);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const wanted = useStore((store) => store.project.value?.codersWanted ?? 2);
  const errorText = useErrorText();
  const [name, setName] = useState('');
  /** Who was added while somebody else codes. */
  const [added, setAdded] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ at: 'list' | 'name'; problem: Problem } | null>(null);

  const all = reviewers.value?.all ?? [];
  const current = reviewers.value?.current ?? null;
  const newcomer = all.find((each) => each.name === added && each.id !== current?.id);

  const chooseId = async (id: string): Promise<void> => {
    const reviewer = all.find((each) => each.id === id);
    if (reviewer === undefined) return;
    const failed = await choose(reviewer.id);
    setProblem(failed && { at: 'list', problem: failed });
    if (failed === null) onChosen?.();
  };

  const addName = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const failed = await add(name.trim());
    setProblem(failed && { at: 'name', problem: failed });
    if (failed !== null) return;
    setName('');
    if (current === null) onChosen?.();
    else setAdded(name.trim());
  };

  return (
    <div className={styles.choose}>
      <p className={styles.role}>{t('reviewers:role', { count: wanted })}</p>
      {reviewers.problem && <ErrorNote>{errorText(reviewers.problem)}</ErrorNote>}
      {all.length > 0 && (
        <ListBox
          aria-label={t('reviewers:who')}
          items={all}
          selectionMode="none"
          autoFocus={focus === 'list' && 'first'}
          onAction={(key) => void chooseId(String(key))}
          className={styles.list ?? ''}
        >
          {(reviewer) => (
            <ListBoxItem
              id={reviewer.id}
              textValue={reviewer.name}
              className={styles.reviewer ?? ''}
            >
              <Avatar initials={initialsOf(reviewer.name)} colour={reviewer.colour} />
              <span className={styles.name}>{reviewer.name}</span>
              {reviewer.id === current?.id && <Check aria-label={t('reviewers:now')} />}
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {problem?.at === 'list' && <ErrorNote>{errorText(problem.problem)}</ErrorNote>}
      {isReadOnly ? (
        <p className={styles.readOnly}>{t('reviewers:readOnly')}</p>
      ) : (
        <form className={styles.add} onSubmit={(event) => void addName(event)}>
          <TextField
            label={t('reviewers:newName')}
            value={name}
            onChange={(next) => {
              setName(next);
              // What was said of the former name is not true of this one.
              setProblem(null);
            }}
            maxLength={120}
            autoFocus={focus === 'name' || all.length === 0}
            error={problem?.at === 'name' ? errorText(problem.problem) : null}
          />
          <Button type="submit" isDisabled={name.trim() === ''}>
            {t('reviewers:add')}
          </Button>
        </form>
      )}
      {newcomer && current && (
        <div className={styles.added} role="status">
          {t('reviewers:added', { name: newcomer.name, current: current.name })}
          <Button onPress={() => void chooseId(newcomer.id)}>
            {t('reviewers:codeAs', { name: newcomer.name })}
          </Button>
        </div>
      )}
    </div>
  );
}
