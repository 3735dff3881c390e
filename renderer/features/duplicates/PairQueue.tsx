import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { PairList, PairRow } from '../../../shared/ipc/comparison-shapes';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { keyOf } from '../../store/comparisons-slice';
import { classNames } from '../../ui/class-names';
import { Pill } from '../../ui/Pill';
import { SegmentedControl } from '../../ui/SegmentedControl';
import styles from './PairQueue.module.css';

/** Pairs that are alike, the most alike first; those that somebody has spoken of apart. */
export function PairQueue({ list, current }: { list: PairList; current: string | null }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const show = useStore((store) => store.comparisons.show);
  const change = useStore((store) => store.showPairs);
  return (
    <section className={styles.queue} aria-label={t('queue.label')} data-part="queue">
      <header className={styles.bar}>
        <SegmentedControl
          label={t('queue.show')}
          hideLabel
          value={show}
          onChange={change}
          options={(['open', 'decided'] as const).map((id) => ({
            id,
            label: t(`queue.${id}`, { shown: format.number(list[id]) }),
          }))}
        />
      </header>
      <Rows rows={list.rows} current={current} />
      <Progress list={list} />
    </section>
  );
}

function Rows({ rows, current }: { rows: readonly PairRow[]; current: string | null }) {
  const { t } = useTranslation('duplicates');
  const show = useStore((store) => store.comparisons.show);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 84,
    overscan: 8,
    initialRect: { width: 300, height: 700 },
    getItemKey: (at) => {
      const row = rows[at];
      return row === undefined ? at : keyOf(row);
    },
  });
  const currentAt = rows.findIndex((row) => keyOf(row) === current);
  useEffect(() => {
    if (currentAt >= 0) virtualizer.scrollToIndex(currentAt, { align: 'auto' });
  }, [currentAt, virtualizer]);
  if (rows.length === 0) return <p className={styles.empty}>{t(`queue.empty.${show}`)}</p>;
  return (
    <div ref={scroller} className={styles.rows}>
      <ul style={{ height: virtualizer.getTotalSize() }} className={styles.all}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} isCurrent={item.index === currentAt} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Row({ row, isCurrent }: { row: PairRow; isCurrent: boolean }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const open = useStore((store) => store.openPair);
  const { a, b, figures, said } = row;
  return (
    <button
      type="button"
      className={classNames(styles.row, isCurrent && styles.current)}
      aria-current={isCurrent || undefined}
      onClick={() => void open(a.document.id, b.document.id)}
    >
      <span className={styles.names}>
        {[a, b].map(({ document, number }) => (
          <span key={document.id} className={styles.name}>
            <span className={styles.number}>{String(number ?? 0).padStart(4, '0')}</span>{' '}
            {document.fileName}
          </span>
        ))}
        <span className={styles.why}>{whyOf(row, t)}</span>
      </span>
      {said !== null ? (
        <Pill tone={said.relation === 'unrelated' ? 'plain' : 'good'}>
          {t(`short.${said.relation}`)}
        </Pill>
      ) : (
        figures !== null && (
          <Pill tone={figures.score > 0.7 ? 'warn' : 'plain'} title={t('queue.score')}>
            {format.percent(figures.score)}
            <span className="visually-hidden"> {t('queue.alike')}</span>
          </Pill>
        )
      )}
    </button>
  );
}

/** The most telling thing in two or three words. */
function whyOf(
  { reasons }: PairRow,
  t: ReturnType<typeof useTranslation<'duplicates'>>['t'],
): string {
  const different = reasons.flatMap((reason) =>
    reason.kind === 'different' ? [t(`what.${reason.what}`)] : [],
  );
  if (different.length > 0) return t('queue.different', { what: different.join(', ') });
  const same = reasons.flatMap((reason) =>
    reason.kind === 'same' ? [t(`what.${reason.what}`)] : [],
  );
  return same.length > 0 ? t('queue.same', { what: same.join(', ') }) : '';
}

function Progress({ list: { progress } }: { list: PairList }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  if (progress.state === 'done') return null;
  return (
    <p className={styles.foot} role="status">
      {t(`progress.${progress.state}`, {
        done: format.number(progress.done),
        total: format.number(progress.total),
      })}
    </p>
  );
}
