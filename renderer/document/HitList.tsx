import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { placeAfterKey } from '../keyboard/list-step';
import styles from './SideList.module.css';
import type { FrameSearch } from './use-document-frame';
import type { Hits } from './use-hits';

const ROW_HEIGHT = 56;

/** How many rows one goes at once with Page Up and Page Down. */
const LEAP = 8;

interface HitListProps {
  search: FrameSearch | null;
  hits: Hits;
  listRef: RefObject<HTMLDivElement | null>;
  onGoTo: (index: number) => void;
  onClose: () => void;
}

/** Every hit of the search with its page and the words around it; the current one follows the keys. */
export function HitList({ search, hits, listRef, onGoTo, onClose }: HitListProps) {
  const { t } = useTranslation('document');
  const id = useId();
  const total = search?.total ?? 0;
  const current = (search?.current ?? 0) - 1;
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    initialRect: { width: 240, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  const { lookAt } = hits;
  // Again when more was found, or an answer came that did not reach to the end.
  useEffect(() => lookAt(from, to), [lookAt, from, to, total, hits.at]);

  const shown = useRef(-1);
  useEffect(() => {
    if (current < 0 || shown.current === current) return;
    shown.current = current;
    virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfterKey(event.key, current, { last: total - 1, page: LEAP });
    if (next !== null) {
      if (next !== current && total > 0) onGoTo(next);
    } else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && current >= 0) onGoTo(current);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isInView = current >= from && current < to;
  return (
    <div className={styles.side}>
      <div className={styles.head}>{t('hits')}</div>
      <div
        ref={listRef}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={t('hits')}
        aria-activedescendant={isInView ? `${id}-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {total === 0 && <div className={styles.empty}>{t('hitsNone')}</div>}
        <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const hit = hits.at.get(item.index);
            return (
              // The list handles the keys for all of its rows: one tab stop, `aria-activedescendant`.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <div
                key={item.index}
                id={`${id}-${item.index}`}
                role="option"
                tabIndex={-1}
                aria-selected={item.index === current}
                aria-setsize={total}
                aria-posinset={item.index + 1}
                className={styles.hit}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onGoTo(item.index)}
              >
                {hit !== undefined && (
                  <>
                    <span className={styles.page}>{t('pageShort', { page: hit.page })}</span>
                    <span className={styles.words}>
                      {hit.before}
                      <mark>{hit.match}</mark>
                      {hit.after}
                    </span>
                  </>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
