import { useTranslation } from 'react-i18next';

import type { PairList, PairRow } from '../../../shared/ipc/comparison-shapes';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { keyOf } from '../../store/comparisons-slice';
import { Breakable } from '../../ui/Breakable';
import { Pill } from '../../ui/Pill';
import { QueueList } from '../../ui/QueueList';
import { SegmentedControl } from '../../ui/SegmentedControl';
import styles from './PairQueue.module.css';

/** Pairs that are alike, the most alike first; those that somebody has spoken of apart. */
export function PairQueue({ list, current }: { list: PairList; current: string | null }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const show = useStore((store) => store.comparisons.show);
  const change = useStore((store) => store.showPairs);
  const open = useStore((store) => store.openPair);
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
      <QueueList
        rows={list.rows}
        rowKey={keyOf}
        currentKey={current}
        rowHeight={84}
        empty={t(`queue.empty.${show}`)}
        onOpen={({ a, b }) => void open(a.document.id, b.document.id)}
      >
        {(row) => <Row row={row} />}
      </QueueList>
      <Progress list={list} />
    </section>
  );
}

function Row({ row }: { row: PairRow }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const { a, b, figures, said } = row;
  return (
    <span className={styles.names}>
      {[a, b].map(({ document, number }) => (
        <span key={document.id} className={styles.document}>
          <span className={styles.number}>{String(number ?? 0).padStart(4, '0')}</span>{' '}
          <span className={styles.name}>
            <Breakable text={document.fileName} />
          </span>
        </span>
      ))}
      <span className={styles.last}>
        <span className={styles.why}>{whyOf(row, t)}</span>
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
      </span>
    </span>
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
