import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';

import { classNames } from './class-names';
import styles from './QueueList.module.css';
import virtual from './VirtualRows.module.css';

interface QueueListProps<Row> {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Key of the row that is open: kept in view. */
  currentKey: string | null;
  /** How tall a row mostly is, in pixels; each is measured once it is drawn. */
  rowHeight: number;
  /** What stands there when there are no rows. */
  empty: string;
  onOpen: (row: Row) => void;
  children: (row: Row) => ReactNode;
}

/** Work to go through, a button a row, of any length: only the rows in view exist. */
export function QueueList<Row>({
  rows,
  rowKey,
  currentKey,
  rowHeight,
  empty,
  onOpen,
  children,
}: QueueListProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    initialRect: { width: 300, height: 700 },
    getItemKey: (at) => {
      const row = rows[at];
      return row === undefined ? at : rowKey(row);
    },
  });
  const currentAt = rows.findIndex((row) => rowKey(row) === currentKey);
  useEffect(() => {
    if (currentAt >= 0) virtualizer.scrollToIndex(currentAt, { align: 'auto' });
  }, [currentAt, virtualizer]);
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <div ref={scroller} className={styles.rows}>
      <ul style={{ height: virtualizer.getTotalSize() }} className={virtual.all}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          const isCurrent = item.index === currentAt;
          return row === undefined ? null : (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={virtual.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <button
                type="button"
                className={classNames(styles.row, isCurrent && styles.current)}
                aria-current={isCurrent || undefined}
                onClick={() => onOpen(row)}
              >
                {children(row)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
