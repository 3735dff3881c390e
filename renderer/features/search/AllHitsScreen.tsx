import { useVirtualizer } from '@tanstack/react-virtual';
import { SearchX } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { withoutQuotes } from '../../../shared/domain/search-query';
import type { PassageHit } from '../../../shared/domain/search-views';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { placeAfterKey } from '../../keyboard/list-step';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { Spinner } from '../../ui/Spinner';
import { Excerpt } from './Excerpt';
import screen from '../../ui/Screen.module.css';
import virtual from '../../ui/VirtualRows.module.css';
import styles from './Search.module.css';

const ROW_HEIGHT = 74;

/** Every page that has what was searched for, as a list of any length. */
export function AllHitsScreen() {
  const { t } = useTranslation('search');
  const format = useFormat();
  const errorText = useErrorText();
  const { text, results, problem } = useStore(({ search }) => search.all);
  const openSearch = useStore((store) => store.openSearch);
  const showAll = useStore((store) => store.showAllHits);
  useShortcutHelp(t('allTitle'), [
    { keys: ['↑', '↓'], label: t('keys.moveHits') },
    { keys: ['Enter'], label: t('keys.openHit') },
  ]);
  const pages = results?.pages ?? 0;
  return (
    <section className={screen.screen} aria-labelledby="hits-title">
      <header className={screen.head}>
        <div>
          <h1 id="hits-title" className={screen.title}>
            {text === '' ? t('allTitle') : t('allFor', { text: withoutQuotes(text) })}
          </h1>
          <p className={screen.sub} role="status">
            {results !== null &&
              pages > 0 &&
              t(results.isMore ? 'countFirst' : 'count', {
                pages: t('pages', { count: pages, shown: format.number(pages) }),
                documents: t('documents', {
                  count: results.documents,
                  shown: format.number(results.documents),
                }),
                shown: format.number(pages),
              })}
          </p>
        </div>
        <Button onPress={openSearch}>
          {t('change')} <Kbd keys={['Ctrl', 'K']} />
        </Button>
      </header>
      {problem !== null && (
        <div className={screen.problem}>
          <ErrorNote
            actions={<Button onPress={() => void showAll(text)}>{t('common:tryAgain')}</Button>}
          >
            {errorText(problem)}
          </ErrorNote>
        </div>
      )}
      {text !== '' && results === null && problem === null && (
        <div className={styles.status}>
          <Spinner label={t('searching')} />
        </div>
      )}
      {(text === '' || pages === 0) && (text === '' || results !== null) && (
        <EmptyState
          icon={<SearchX />}
          title={text === '' ? t('allTitle') : t('nothing', { text: withoutQuotes(text) })}
          actions={
            <Button variant="primary" onPress={openSearch}>
              {t('change')}
            </Button>
          }
        >
          {t('syntax')}
        </EmptyState>
      )}
      {pages > 0 && <Hits key={text} total={results?.total ?? 0} />}
    </section>
  );
}

function Hits({ total }: { total: number }) {
  const { t } = useTranslation('search');
  const rows = useStore(({ search }) => search.all.rows);
  const lookAt = useStore((store) => store.lookAtHits);
  const open = useStore((store) => store.openPassage);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => lookAt(from, to), [from, to, lookAt]);
  useEffect(() => scroller.current?.focus(), []);

  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / ROW_HEIGHT) - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfterKey(event.key, active, { last: total - 1, page });
    const row = rows[active];
    if (next !== null) {
      setActive(next);
      virtualizer.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' && row !== undefined) open(row);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('results')}
      aria-activedescendant={active >= from && active < to ? `${id}-${active}` : undefined}
      className={styles.hits}
      onKeyDown={onKeyDown}
    >
      <div className={virtual.all} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            // The list handles the keys for all of its rows: one tab stop, `aria-activedescendant`.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.index}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === active}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              tabIndex={-1}
              className={styles.hit}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                if (row !== undefined) open(row);
              }}
            >
              {row !== undefined && <Hit hit={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Hit({ hit }: { hit: PassageHit }) {
  const { t } = useTranslation('search');
  const format = useFormat();
  return (
    <>
      <span className={styles.head}>
        <span className={styles.number}>{String(hit.number).padStart(4, '0')}</span>
        <span className={styles.name} title={hit.fileName}>
          {hit.fileName}
        </span>
        <span className={styles.place}>
          {t('page', { page: format.number(hit.page), of: format.number(hit.pageCount) })} ·{' '}
          {t(`agreements:stage.${hit.stage}`)}
        </span>
      </span>
      <Excerpt parts={hit.excerpt} />
    </>
  );
}
