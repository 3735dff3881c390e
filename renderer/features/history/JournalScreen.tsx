import { ScrollText } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import { variableOf } from '../../../shared/domain/codebook';
import type { JournalRow } from '../../../shared/ipc/shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import type { Screen } from '../../store/route-slice';
import { type Column, DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import screen from '../../ui/Screen.module.css';
import styles from './JournalScreen.module.css';

/** Everything that was decided in the project, newest first. */
export function JournalScreen() {
  const { t } = useTranslation();
  const journal = useStore((store) => store.journal);
  const load = useStore((store) => store.loadJournal);
  const loadEarlier = useStore((store) => store.loadEarlierJournal);
  const goTo = useStore((store) => store.goTo);
  const errorText = useErrorText();
  const columns = useColumns();

  useEffect(() => void load(), [load]);

  const rows = journal.value?.rows ?? [];
  const isComplete = journal.value?.complete ?? false;
  const lookAt = useCallback(
    (_from: number, to: number) => {
      if (to >= rows.length && rows.length > 0 && !isComplete) void loadEarlier();
    },
    [rows.length, isComplete, loadEarlier],
  );
  return (
    <section className={screen.screen} aria-labelledby="journal-title">
      <header className={screen.head}>
        <div>
          <h1 id="journal-title" className={screen.title}>
            {t('common:nav.journal')}
          </h1>
          <p className={screen.sub}>{t('journal:sub')}</p>
        </div>
      </header>
      {journal.problem && (
        <div className={screen.problem}>
          <ErrorNote>{errorText(journal.problem)}</ErrorNote>
        </div>
      )}
      {journal.state === 'ready' && rows.length === 0 ? (
        <EmptyState icon={<ScrollText />} title={t('journal:empty')} />
      ) : (
        <div className={screen.table}>
          <DataTable<JournalRow, never>
            label={t('common:nav.journal')}
            columns={columns}
            total={rows.length}
            rowAt={(at) => rows[at]}
            rowKey={(row) => row.entry}
            onLookAt={lookAt}
            onOpen={(row) => {
              if (row.agreement !== null) goTo(screenOf(row), row.agreement.id);
            }}
            resetKey=""
          />
        </div>
      )}
    </section>
  );
}

/** Where a row is looked at: a decision among the disagreements, all else in one's own coding. */
function screenOf({ kind }: JournalRow): Screen {
  return kind.startsWith('decision.') ? 'disagreements' : 'coding';
}

function useColumns(): readonly Column<JournalRow, never>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const codebook = useStore((store) => store.codebook.value);
  return useMemo(() => {
    const about = (row: JournalRow): string => {
      const variable = codebook && row.variable && variableOf(codebook, row.variable);
      const agreement =
        row.agreement &&
        t('journal:agreement', { number: String(row.agreement.number).padStart(4, '0') });
      return [agreement, variable?.label[language]].filter(Boolean).join(' · ');
    };
    return [
      {
        id: 'at',
        label: t('journal:column.at'),
        width: '142px',
        render: (row) => <span className={styles.quiet}>{format.dateTime(row.at)}</span>,
      },
      {
        id: 'reviewer',
        label: t('journal:column.reviewer'),
        width: '150px',
        render: (row) => row.reviewer ?? <span className={styles.quiet}>–</span>,
      },
      {
        id: 'kind',
        label: t('journal:column.kind'),
        width: '180px',
        // A kind that a newer version wrote is shown by its own name.
        render: (row) => {
          const what = t(`journal:kind.${row.kind.replace('.', '_')}`, { defaultValue: row.kind });
          return row.takesBack ? t('journal:takenBack', { what }) : what;
        },
      },
      {
        id: 'about',
        label: t('journal:column.about'),
        width: 'minmax(140px, 260px)',
        render: about,
      },
      {
        id: 'summary',
        label: t('journal:column.summary'),
        width: 'minmax(140px, 1fr)',
        render: (row) => <Content row={row} />,
      },
    ];
  }, [t, format, language, codebook]);
}

/** What was said: the value, how a decision came about, and why; else the name of what it concerns. */
function Content({ row }: { row: JournalRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const codebook = useStore((store) => store.codebook.value);
  const variable = codebook && row.variable && variableOf(codebook, row.variable);
  const said = variable && row.said && describeAnswer(variable, row.said, language);
  const parts = [
    said,
    row.origin && t(`disagreements:origin.${row.origin}`),
    row.text !== '' && t('journal:quoted', { text: row.text }),
    row.summary,
  ].filter(Boolean);
  const text = parts.join(' · ');
  return (
    <span className={styles.quiet} title={text}>
      {text}
    </span>
  );
}
