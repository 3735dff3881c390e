import { useTranslation } from 'react-i18next';

import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { ExportPreview } from '../../../shared/ipc/shapes';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { Pill } from '../../ui/Pill';
import { Progress } from '../../ui/Progress';
import styles from './ExportScreen.module.css';

/** What is settled and goes into the dataset, and what is not and is named instead. */
export function ExportPreviewCard({ preview }: { preview: ExportPreview }) {
  const { t } = useTranslation('export');
  const format = useFormat();
  const codebook = useStore((store) => store.codebook.value);
  const goTo = useStore((store) => store.goTo);
  const { agreements, settledAgreements, settledValues, unsettled, blind } = preview;
  const total = format.number(agreements);
  return (
    <section className={styles.card} aria-labelledby="export-what">
      <h2 id="export-what">{t('what.title')}</h2>
      <p className={styles.text}>
        {t('what.settled', {
          count: settledAgreements,
          shown: format.number(settledAgreements),
          total,
        })}
        .
      </p>
      <Progress label={t('what.progress')} done={settledAgreements} total={agreements} />
      <p className={styles.meaning}>{t('what.meaning')}</p>
      <p className={styles.text}>
        {t('what.values', { count: settledValues, shown: format.number(settledValues) })}.
      </p>

      <h2>{t('missing.title')}</h2>
      {unsettled.length === 0 ? (
        <p className={styles.text}>
          <Pill tone="good">{t('missing.none')}</Pill>
        </p>
      ) : (
        <>
          <p className={styles.text}>{t('missing.intro')}</p>
          {codebook !== null && <Unsettled unsettled={unsettled} codebook={codebook} />}
          <div className={styles.actions}>
            <Button onPress={() => goTo('disagreements', null)}>{t('missing.settle')}</Button>
          </div>
        </>
      )}
      {blind > 0 && (
        <p className={styles.blind}>
          {t('missing.blind', { count: blind, shown: format.number(blind) })}
        </p>
      )}
    </section>
  );
}

interface UnsettledProps {
  unsettled: ExportPreview['unsettled'];
  codebook: Codebook;
}

function Unsettled({ unsettled, codebook }: UnsettledProps) {
  const { t } = useTranslation('export');
  const language = useLanguage();
  const format = useFormat();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('missing.variable')}</th>
          <th scope="col" className={styles.number}>
            {t('missing.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {unsettled.map(({ variable, count }) => {
          const label = variableOf(codebook, variable)?.label[language] ?? variable;
          return (
            <tr key={variable}>
              <th scope="row">{label}</th>
              <td className={styles.number}>{format.number(count)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
