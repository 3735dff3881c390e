import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

import { placeAfterKey } from '../keyboard/list-step';
import { classNames } from './class-names';
import styles from './DataTable.module.css';

export interface Column<Row, SortId extends string> {
  readonly id: string;
  readonly label: string;
  /** CSS grid track: `72px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  /** Its header sorts by this. */
  readonly sort?: SortId;
  readonly render: (row: Row) => ReactNode;
}

interface DataTableProps<Row, SortId extends string> {
  label: string;
  columns: readonly Column<Row, SortId>[];
  total: number;
  /** The row at a place, or `undefined` while it is not there yet. */
  rowAt: (at: number) => Row | undefined;
  rowKey: (row: Row) => string;
  /** Told which rows are in view, so that they can be fetched. */
  onLookAt: (from: number, to: number) => void;
  onOpen: (row: Row) => void;
  /** What else is done with the active row, by a letter. */
  rowKeys?: Readonly<Record<string, (row: Row) => void>>;
  /** What the rows are sorted by and how to change it; absent when their order is fixed. */
  order?: {
    readonly sort: SortId;
    readonly descending: boolean;
    readonly change: (sort: SortId, descending: boolean) => void;
  };
  /** Changes with the filter: the table begins from the top again. */
  resetKey: string;
  /** Key of the row that is open elsewhere. */
  currentKey?: string | null;
}

const ROW_HEIGHT = 34;

/**
 * A table of any length of which only the rows in view exist.
 *
 * It has one tab stop. Arrows, Page Up and Down, Home and End move the active row; Enter or a press
 * opens it. The rows are told to assistive technology with their place among all of them.
 */
export function DataTable<Row, SortId extends string>(props: DataTableProps<Row, SortId>) {
  const { label, columns, total, rowAt, rowKey, onLookAt, onOpen, resetKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // Under the header, which stays in view.
    scrollPaddingStart: ROW_HEIGHT,
    initialRect: { width: 800, height: 600 },
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;

  useEffect(() => onLookAt(from, to), [from, to, onLookAt, total]);
  useEffect(() => {
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [resetKey]);

  const shownActive = Math.min(active, Math.max(0, total - 1));
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 600) / ROW_HEIGHT) - 2);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== scroller.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfterKey(event.key, shownActive, { last: total - 1, page });
    const row = rowAt(shownActive);
    const letter = props.rowKeys?.[event.key.toLowerCase()];
    if (next !== null) {
      setActive(next);
      virtualizer.scrollToIndex(next, { align: 'auto' });
    } else if (row !== undefined && event.key === 'Enter') onOpen(row);
    else if (row !== undefined && letter !== undefined) letter(row);
    else return;
    event.preventDefault();
  };

  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };
  const isActiveInView = shownActive >= from && shownActive < to;

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isActiveInView ? `${id}-${shownActive}` : undefined}
      className={styles.table}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row} style={tracks}>
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} order={props.order} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            // The grid handles the keys for all of its rows: one tab stop, `aria-activedescendant`.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.index}
              id={`${id}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === shownActive}
              tabIndex={-1}
              data-current={(row && rowKey(row) === props.currentKey) || undefined}
              className={classNames(styles.row, styles.data)}
              style={{ ...tracks, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                if (row !== undefined) onOpen(row);
              }}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={classNames(styles.cell, column.align === 'end' && styles.end)}
                >
                  {row === undefined ? <span className={styles.waiting} /> : column.render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeaderCell<Row, SortId extends string>({
  column,
  order,
}: {
  column: Column<Row, SortId>;
  order: DataTableProps<Row, SortId>['order'];
}) {
  const { sort, label } = column;
  const className = classNames(styles.cell, column.align === 'end' && styles.end);
  if (sort === undefined || order === undefined) {
    return (
      <div role="columnheader" className={className}>
        {label}
      </div>
    );
  }
  const isSorted = sort === order.sort;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <div role="columnheader" aria-sort={isSorted ? direction : 'none'} className={className}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => order.change(sort, isSorted ? !order.descending : false)}
      >
        {label}
        {isSorted && (order.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
      </button>
    </div>
  );
}
