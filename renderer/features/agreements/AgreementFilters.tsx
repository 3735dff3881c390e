import { useTranslation } from 'react-i18next';

import { AgreementStage } from '../../../shared/domain/views';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { NO_FILTER } from '../../store/agreements-slice';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import styles from './AgreementsScreen.module.css';
import { ListFilter } from './ListFilter';

const OWN = ['none', 'draft', 'submitted'] as const;

/** Which agreements are listed: by stage and by one's own coding; the search is in the top bar. */
export function AgreementFilters() {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, total, state } = useStore((store) => store.agreements);
  const change = useStore((store) => store.filterAgreements);
  const isSomeone = useStore((store) => store.reviewers.value?.current != null);
  const isFiltered = filter.search !== '' || filter.stage !== null || filter.own !== null;
  return (
    <div className={styles.filters} role="group" aria-label={t('agreements:filter.label')}>
      <ListFilter />
      <Select
        label={t('agreements:filter.stage')}
        hideLabel
        quiet
        className={styles.filter ?? ''}
        value={filter.stage ?? 'all'}
        onChange={(stage) => change({ stage: stage === 'all' ? null : stage })}
        options={[
          { id: 'all', label: t('agreements:filter.everyStage') },
          ...AgreementStage.options.map((id) => ({ id, label: t(`agreements:stage.${id}`) })),
        ]}
      />
      {isSomeone && (
        <Select
          label={t('agreements:filter.own')}
          hideLabel
          quiet
          className={styles.filter ?? ''}
          value={filter.own ?? 'all'}
          onChange={(own) => change({ own: own === 'all' ? null : own })}
          options={[
            { id: 'all', label: t('agreements:filter.everyOwn') },
            ...OWN.map((id) => ({ id, label: t(`agreements:filter.ownIs.${id}`) })),
          ]}
        />
      )}
      {isFiltered && (
        <>
          <span className={styles.found} role="status">
            {state === 'ready' &&
              (filter.search === ''
                ? t('agreements:count', { count: total, shown: format.number(total) })
                : t('agreements:foundFor', {
                    count: total,
                    shown: format.number(total),
                    search: filter.search,
                  }))}
          </span>
          <Button
            variant="quiet"
            onPress={() =>
              change({ ...NO_FILTER, sort: filter.sort, descending: filter.descending })
            }
          >
            {t('agreements:showAll')}
          </Button>
        </>
      )}
    </div>
  );
}
