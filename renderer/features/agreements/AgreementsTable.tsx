import { Check, CircleDashed, Files } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { AgreementRow } from '../../../shared/domain/views';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import type { AgreementFilter } from '../../store/agreements-slice';
import { type Column, DataTable } from '../../ui/DataTable';
import { Pill } from '../../ui/Pill';
import screen from '../../ui/Screen.module.css';
import styles from './AgreementsScreen.module.css';
import { StagePill } from './StagePill';

type AgreementSort = AgreementFilter['sort'];

/** One agreement a row; pressing it opens it for coding. */
export function AgreementsTable() {
  const { t } = useTranslation();
  const { rows, total, filter } = useStore((store) => store.agreements);
  const lookAt = useStore((store) => store.lookAtAgreements);
  const change = useStore((store) => store.filterAgreements);
  const goTo = useStore((store) => store.goTo);
  const show = useStore((store) => store.showDocuments);
  const opened = useStore((store) => store.route.agreement);
  const columns = useColumns();
  const rowAt = useCallback((at: number) => rows[at], [rows]);
  return (
    <div className={screen.table}>
      <DataTable<AgreementRow, AgreementSort>
        label={t('agreements:table')}
        columns={columns}
        total={total}
        rowAt={rowAt}
        rowKey={(row) => row.id}
        onLookAt={lookAt}
        onOpen={(row) => goTo('coding', row.id)}
        rowKeys={{ d: (row) => show(row.id) }}
        order={{
          sort: filter.sort,
          descending: filter.descending,
          change: (sort, descending) => change({ sort, descending }),
        }}
        resetKey={JSON.stringify(filter)}
        currentKey={opened}
      />
    </div>
  );
}

function useColumns(): readonly Column<AgreementRow, AgreementSort>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const wanted = useStore((store) => store.project.value?.codersWanted ?? 2);
  const isSomeone = useStore((store) => store.reviewers.value?.current != null);
  return useMemo(() => {
    const columns: Column<AgreementRow, AgreementSort>[] = [
      {
        id: 'number',
        label: t('agreements:column.number'),
        width: '64px',
        sort: 'number',
        render: (row) => (
          <span className={styles.number}>{String(row.number).padStart(4, '0')}</span>
        ),
      },
      {
        id: 'fileName',
        label: t('agreements:column.document'),
        width: 'minmax(200px, 1fr)',
        sort: 'fileName',
        render: (row) => <Name row={row} />,
      },
      {
        id: 'documents',
        label: t('agreements:column.documents'),
        width: '56px',
        align: 'end',
        render: (row) => <DocumentsButton row={row} />,
      },
      {
        id: 'format',
        label: t('agreements:column.format'),
        width: '84px',
        render: (row) => (row.format === null ? '' : t(`agreements:format.${row.format}`)),
      },
      {
        id: 'pages',
        label: t('agreements:column.pages'),
        width: '56px',
        align: 'end',
        render: (row) => format.number(row.pageCount),
      },
      {
        id: 'stage',
        label: t('agreements:column.stage'),
        width: '116px',
        sort: 'stage',
        render: (row) => <StagePill row={row} />,
      },
      {
        id: 'submitted',
        label: t('agreements:column.submitted'),
        width: '84px',
        align: 'end',
        render: (row) => `${row.submitted}/${wanted}`,
      },
      {
        id: 'disagreements',
        label: t('agreements:column.disagreements'),
        width: '92px',
        align: 'end',
        render: (row) =>
          row.disagreements === 0 ? (
            <span className={styles.none}>–</span>
          ) : (
            <Pill tone="bad">{format.number(row.disagreements)}</Pill>
          ),
      },
      {
        id: 'receivedAt',
        label: t('agreements:column.received'),
        width: '100px',
        sort: 'receivedAt',
        render: (row) => format.date(row.receivedAt),
      },
    ];
    if (isSomeone) {
      columns.splice(6, 0, {
        id: 'own',
        label: t('agreements:column.own'),
        width: '108px',
        render: (row) => <Own own={row.own} />,
      });
    }
    return columns;
  }, [t, format, wanted, isSomeone]);
}

function Name({ row: { fileName, related, documents, scan } }: { row: AgreementRow }) {
  const { t } = useTranslation();
  if (documents === 0) return <span className={styles.none}>{t('agreements:noDocuments')}</span>;
  return (
    <span className={styles.name}>
      <span className={styles.fileName} title={fileName}>
        {fileName}
      </span>
      {related !== null && (
        <Pill tone="warn" title={t(`duplicates:related.help.${related}`)}>
          {t(`duplicates:related.badge.${related}`)}
        </Pill>
      )}
      {scan !== undefined && scan.failed > 0 && (
        <Pill tone="bad">{t('agreements:scan.failed', { count: scan.failed })}</Pill>
      )}
      {scan !== undefined && scan.hard > 0 && (
        <Pill tone="warn">{t('agreements:scan.hard', { count: scan.hard })}</Pill>
      )}
    </span>
  );
}

/** How many documents there are; a press shows them, or the letter D on the active row. */
function DocumentsButton({ row }: { row: AgreementRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const show = useStore((store) => store.showDocuments);
  const label = t('documents:showAll', { number: String(row.number).padStart(4, '0') });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.documents}
      aria-label={label}
      aria-keyshortcuts="D"
      title={`${label} (D)`}
      onClick={(event) => {
        // The row around it opens the agreement.
        event.stopPropagation();
        show(row.id);
      }}
    >
      <Files aria-hidden="true" />
      {format.number(row.documents)}
    </button>
  );
}

function Own({ own }: { own: AgreementRow['own'] }) {
  const { t } = useTranslation();
  if (own === 'none') return <span className={styles.none}>–</span>;
  return (
    <span className={styles.own}>
      {own === 'submitted' ? <Check aria-hidden="true" /> : <CircleDashed aria-hidden="true" />}
      {t(`agreements:own.${own}`)}
    </span>
  );
}
