import { useTranslation } from 'react-i18next';

import type { Codebook } from '../../../shared/domain/codebook';
import { variableOf } from '../../../shared/domain/codebook';
import type { AgreementId } from '../../../shared/domain/ids';
import type { DisagreementRow } from '../../../shared/domain/views';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { countOpen, filterRows } from '../../store/settling';
import { Breakable } from '../../ui/Breakable';
import { Checkbox } from '../../ui/Checkbox';
import { Pill } from '../../ui/Pill';
import { QueueList } from '../../ui/QueueList';
import { Select } from '../../ui/Select';
import styles from './Queue.module.css';
import { SettleAll } from './SettleAll';

interface QueueProps {
  codebook: Codebook;
  rows: readonly DisagreementRow[];
  current: AgreementId | null;
}

const ROW = 52;

/** The agreements with something to settle, by number; filtered by variable. */
export function Queue({ codebook, rows, current }: QueueProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const format = useFormat();
  const variable = useStore((store) => store.disagreements.variable);
  const includeSettled = useStore((store) => store.disagreements.includeSettled);
  const filter = useStore((store) => store.filterDisagreements);
  const showSettled = useStore((store) => store.showSettled);
  const open = useStore((store) => store.openDisagreement);
  const shown = filterRows(rows, variable);
  // One number of disagreements everywhere; what only waits for a choice is told beside it.
  const disputed = rows.reduce((sum, row) => sum + row.disputed.length, 0);
  const toChoose = rows.reduce((sum, row) => sum + row.open.length - row.disputed.length, 0);
  const options = [
    { id: 'all', label: t('queue.all') },
    ...countOpen(rows, codebook).map(({ variable: id, count }) => ({
      id,
      label: t('queue.option', {
        variable: variableOf(codebook, id)?.label[language] ?? id,
        count: format.number(count),
      }),
    })),
  ];
  return (
    <section className={styles.queue} aria-label={t('queue.label')} data-part="queue">
      <header className={styles.bar}>
        <div className={styles.heading}>
          <h2 className={styles.title}>
            {variable === null
              ? t('queue.count', { count: disputed, shown: format.number(disputed) })
              : t('queue.agreements', { count: shown.length, shown: format.number(shown.length) })}
          </h2>
          {variable === null && toChoose > 0 && (
            <p className={styles.also} title={t('queue.toChooseHelp')}>
              {t('queue.also', { count: toChoose, shown: format.number(toChoose) })}
            </p>
          )}
        </div>
        <Select
          className={styles.filter ?? ''}
          label={t('queue.filter')}
          hideLabel
          quiet
          options={options}
          value={variable ?? 'all'}
          onChange={(id) => filter(codebook.variables.find((each) => each.id === id)?.id ?? null)}
        />
      </header>
      <QueueList
        rows={shown}
        rowKey={({ agreement }) => agreement}
        currentKey={current}
        rowHeight={ROW}
        empty={t('queue.empty')}
        onOpen={({ agreement }) => void open(agreement)}
      >
        {(row) => <Row codebook={codebook} row={row} />}
      </QueueList>
      <footer className={styles.foot}>
        <Checkbox isSelected={includeSettled} onChange={showSettled}>
          {t('queue.showSettled')}
        </Checkbox>
        <SettleAll rows={rows} />
      </footer>
    </section>
  );
}

interface RowProps {
  codebook: Codebook;
  row: DisagreementRow;
}

function Row({ codebook, row }: RowProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const format = useFormat();
  const number = String(row.number).padStart(4, '0');
  const labelsOf = (isDisputed: boolean): string =>
    codebook.variables
      .filter(({ id }) => row.open.includes(id) && row.disputed.includes(id) === isDisputed)
      .map(({ label }) => label[language])
      .join(' · ');
  const disputed = row.disputed.length;
  const toChoose = row.open.length - disputed;
  const agreed = t('queue.agreed', { count: row.agreedOpen, shown: format.number(row.agreedOpen) });
  return (
    <span className={styles.words}>
      <span className={styles.name}>
        {number}{' '}
        {row.fileName === '' ? (
          <span className={styles.quiet}>{t('agreements:noDocuments')}</span>
        ) : (
          <Breakable text={row.fileName.replace(/\.[a-z]{3,4}$/i, '')} />
        )}
      </span>
      <span className={styles.last}>
        <span className={styles.variables}>
          {disputed > 0 && labelsOf(true)}
          {disputed > 0 && toChoose > 0 && ' · '}
          {toChoose > 0 && (
            <span className={styles.quiet}>
              {t('queue.toChoose', { variables: labelsOf(false) })}
            </span>
          )}
          {row.open.length === 0 && row.agreedOpen > 0 && agreed}
        </span>
        {disputed > 0 ? (
          <Pill tone="bad">
            {format.number(disputed)}
            <span className="visually-hidden">
              {' '}
              {t('queue.count', { count: disputed, shown: '' })}
            </span>
          </Pill>
        ) : row.agreedOpen + toChoose === 0 ? (
          <Pill tone="good">{t('queue.settled')}</Pill>
        ) : null}
      </span>
    </span>
  );
}
