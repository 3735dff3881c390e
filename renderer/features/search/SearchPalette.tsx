import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { LONGEST_QUERY, withoutQuotes } from '../../../shared/domain/search-query';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { isAskable } from '../../store/search-slice';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { type PaletteGroup, type PaletteItem, usePaletteGroups } from './palette-groups';
import styles from './Search.module.css';

/**
 * Searches everything from one field: agreements, passages of all documents, answers, and what can be
 * done. The focus stays in the field; the arrow keys move through what was found.
 */
export function SearchPalette() {
  const { t } = useTranslation('search');
  const { text, state } = useStore((store) => store.search);
  const type = useStore((store) => store.typeSearch);
  const close = useStore((store) => store.closeSearch);
  const showAll = useStore((store) => store.showAllHits);
  const groups = usePaletteGroups();
  const items = groups.flatMap((group) => group.items);
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isAwaited = useRef(false);
  const active = items.find((item) => item.id === chosen) ?? items[0] ?? null;

  useEffect(() => input.current?.select(), []);
  useEffect(() => {
    if (active === null) return;
    document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);
  // Enter that came before what was searched for opens it as soon as it is there.
  useEffect(() => {
    if (state === 'searching' || !isAwaited.current) return;
    isAwaited.current = false;
    items[0]?.run();
  });

  const move = (step: number): void => {
    const at = active === null ? 0 : items.indexOf(active);
    const next = items[(at + step + items.length) % items.length];
    if (next !== undefined) setChosen(next.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isAll = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'PageDown') move(Math.min(5, items.length - 1));
    else if (event.key === 'PageUp') move(-Math.min(5, items.length - 1));
    else if (isAll && isAskable(text)) void showAll(text);
    else if (event.key === 'Enter' && state === 'searching') {
      isAwaited.current = true;
    } else if (event.key === 'Enter') active?.run();
    else return;
    event.preventDefault();
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      className={styles.veil ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.palette ?? ''} aria-label={t('title')}>
          <div className={styles.field}>
            <Search className={styles.icon} aria-hidden="true" />
            <input
              ref={input}
              // The palette is opened to type in it.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              type="text"
              role="combobox"
              aria-label={t('title')}
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-activedescendant={active === null ? undefined : `${id}-${active.id}`}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              className={styles.input}
              placeholder={t('placeholder')}
              maxLength={LONGEST_QUERY}
              value={text}
              onChange={(event) => {
                setChosen(null);
                isAwaited.current = false;
                type(event.target.value);
              }}
              onKeyDown={onKeyDown}
            />
            {state === 'searching' && <span className={styles.busy} aria-hidden="true" />}
          </div>
          <Status groups={groups} />
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={t('results')}
            className={styles.list}
            data-part="results"
          >
            {groups.map((group) => (
              <Group
                key={group.id}
                id={id}
                group={group}
                active={active}
                onPoint={(item) => setChosen(item.id)}
              />
            ))}
          </div>
          <Footer />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Group({
  id,
  group,
  active,
  onPoint,
}: {
  id: string;
  group: PaletteGroup;
  active: PaletteItem | null;
  onPoint: (item: PaletteItem) => void;
}) {
  return (
    <div role="group" aria-labelledby={`${id}-${group.id}`} className={styles.group}>
      <div id={`${id}-${group.id}`} className={styles.heading}>
        <span>{group.label}</span>
        <span className={styles.count}>{group.count}</span>
      </div>
      {group.items.map((item) => (
        // The field has the focus and the keys: `aria-activedescendant`.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={item.id}
          id={`${id}-${item.id}`}
          role="option"
          aria-selected={item === active}
          tabIndex={-1}
          className={styles.item}
          onMouseMove={() => {
            if (item !== active) onPoint(item);
          }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => item.run()}
        >
          <span className={styles.kind}>{item.icon}</span>
          <span className={styles.content}>{item.content}</span>
        </div>
      ))}
    </div>
  );
}

/** How far the search has come, in words; what is found tells itself, so that it is only said. */
function Status({ groups }: { groups: readonly PaletteGroup[] }) {
  const { t } = useTranslation('search');
  const format = useFormat();
  const errorText = useErrorText();
  const { text, state, found, problem } = useStore((store) => store.search);
  if (problem !== null) return <ErrorNote>{errorText(problem)}</ErrorNote>;
  const isNothing = groups.every(({ id }) => id === 'commands' || id === 'other');
  const leads = groups.some(({ id }) => id === 'other' || id === 'commands');
  const said = groups
    .filter(({ id, count }) => count !== '' && id !== 'commands')
    .map(({ label, count }) => `${label}: ${count}`)
    .join(', ');
  const waitingPages = found?.passages?.waitingPages ?? 0;
  const waitingDocuments = found?.passages?.waitingDocuments ?? 0;
  return (
    <>
      <div
        role="status"
        className={isNothing && text.trim() !== '' ? styles.status : 'visually-hidden'}
      >
        {text.trim() === ''
          ? ''
          : !isAskable(text)
            ? t('tooShort')
            : state === 'searching' && isNothing
              ? t('searching')
              : isNothing
                ? t(leads ? 'nothing' : 'nothingAtAll', { text: withoutQuotes(text) })
                : said}
      </div>
      {text.trim() !== '' && waitingPages + waitingDocuments > 0 && (
        <div className={styles.waiting}>
          {waitingDocuments > 0
            ? t('waitingDocuments', {
                count: waitingDocuments,
                shown: format.number(waitingDocuments),
              })
            : t('waitingPages', { count: waitingPages, shown: format.number(waitingPages) })}
        </div>
      )}
    </>
  );
}

function Footer() {
  const { t } = useTranslation('search');
  return (
    <footer className={styles.foot}>
      <span>{t('syntax')}</span>
      <span className={styles.keys}>
        <Kbd keys={['↑', '↓']} /> {t('keys.move')} <Kbd keys={['Enter']} /> {t('keys.open')}{' '}
        <Kbd keys={['Ctrl', 'Enter']} /> {t('keys.all')}
      </span>
    </footer>
  );
}
