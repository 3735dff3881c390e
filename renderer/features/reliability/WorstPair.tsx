import { Trans, useTranslation } from 'react-i18next';

import { worstPairOf } from '../../../shared/domain/reliability/confusion';
import { countDiffering } from '../../../shared/domain/reliability/verdict';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { labelIn } from './labels';
import type { MatrixProps } from './Matrix';
import styles from './MatrixCard.module.css';

/** The two answers that are taken for each other most often, in words, with their agreements. */
export function WorstPair({ confusion, variable }: MatrixProps) {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const format = useFormat();
  const look = useStore((store) => store.lookBehind);
  const worst = worstPairOf(confusion);
  if (worst === null) return <p className={styles.text}>{t('detail.none')}</p>;
  const total = countDiffering(confusion);
  const { a, b, count, agreements } = worst;
  return (
    <>
      <p className={styles.text}>
        <Trans
          t={t}
          i18nKey="detail.worst"
          components={{ b: <b /> }}
          values={{
            a: labelIn(variable, a, language),
            b: labelIn(variable, b, language),
            shown: format.number(count),
            total: format.number(total),
          }}
          count={total}
        />
      </p>
      <Button onPress={() => void look(`${a}/${b}/both`, agreements)}>
        {t('detail.open', { count: agreements.length, shown: format.number(agreements.length) })}
      </Button>
    </>
  );
}
