import { FilePlus2, FileText, FolderPlus } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useStore } from '../../store';
import { NO_FILTER } from '../../store/agreements-slice';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import screen from '../../ui/Screen.module.css';
import { AgreementFilters } from './AgreementFilters';
import styles from './AgreementsScreen.module.css';
import { AgreementsTable } from './AgreementsTable';

/** All agreements of the project: to find one, to see how far each has come, and to add more. */
export function AgreementsScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const load = useStore((store) => store.loadAgreements);
  const { state, filter, total, problem } = useStore((store) => store.agreements);
  const all = useStore((store) => store.counts.value);
  const errorText = useErrorText();

  useEffect(() => void load(), [load]);
  useShortcutHelp(t('common:nav.agreements'), [
    { keys: ['↑', '↓'], label: t('agreements:keys.move') },
    { keys: ['Home', 'End'], label: t('agreements:keys.ends') },
    { keys: ['Enter'], label: t('agreements:keys.open') },
    { keys: ['D'], label: t('agreements:keys.documents') },
  ]);

  const counted = (what: 'count' | 'settled', count: number): string =>
    t(`agreements:${what}`, { count, shown: format.number(count) });
  const isFiltered = filter.search !== '' || filter.stage !== null || filter.own !== null;
  const isEmpty = state === 'ready' && total === 0;
  return (
    <section className={screen.screen} aria-labelledby="agreements-title">
      <header className={screen.head}>
        <div>
          <h1 id="agreements-title" className={screen.title}>
            {t('common:nav.agreements')}
          </h1>
          <p className={screen.sub} role="status">
            {all !== null &&
              `${counted('count', all.agreements)}, ${counted('settled', all.settledAgreements)}`}
          </p>
        </div>
        <AddButtons />
      </header>
      {!(isEmpty && !isFiltered) && <AgreementFilters />}
      {problem && (
        <div className={screen.problem}>
          <ErrorNote actions={<Button onPress={() => void load()}>{t('common:tryAgain')}</Button>}>
            {errorText(problem)}
          </ErrorNote>
        </div>
      )}
      {isEmpty ? isFiltered ? <NoMatch /> : <NothingYet /> : <AgreementsTable />}
    </section>
  );
}

function AddButtons() {
  const { t } = useTranslation();
  const choose = useStore((store) => store.chooseDocuments);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  return (
    <div className={styles.buttons}>
      <Button
        icon={<FilePlus2 aria-hidden />}
        isDisabled={isReadOnly}
        onPress={() => void choose('files')}
      >
        {t('agreements:add.files')}
      </Button>
      <Button
        icon={<FolderPlus aria-hidden />}
        isDisabled={isReadOnly}
        onPress={() => void choose('folder')}
      >
        {t('agreements:add.folder')}
      </Button>
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation();
  const choose = useStore((store) => store.chooseDocuments);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  return (
    <EmptyState
      icon={<FileText />}
      title={t('agreements:empty.title')}
      {...(!isReadOnly && {
        actions: (
          <Button variant="primary" onPress={() => void choose('files')}>
            {t('agreements:empty.choose')}
          </Button>
        ),
      })}
    >
      <p>{t('agreements:empty.text')}</p>
    </EmptyState>
  );
}

function NoMatch() {
  const { t } = useTranslation();
  const filter = useStore((store) => store.filterAgreements);
  const { sort, descending } = useStore((store) => store.agreements.filter);
  return (
    <EmptyState
      title={t('agreements:noMatch.title')}
      actions={
        <Button onPress={() => filter({ ...NO_FILTER, sort, descending })}>
          {t('agreements:showAll')}
        </Button>
      }
    >
      {t('agreements:noMatch.text')}
    </EmptyState>
  );
}
