import { useTranslation } from 'react-i18next';

import type { PairReason } from '../../../shared/domain/similarity/reasons';
import type { PairRow } from '../../../shared/ipc/comparison-shapes';
import { type Format, useFormat } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import styles from './Pair.module.css';

/** What speaks for the two being one agreement, and what against. */
export function PairReasons({ pair }: { pair: PairRow }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  if (pair.reasons.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label={t('reasons')}>
      {pair.reasons.map((reason) => (
        <li
          key={'what' in reason ? reason.what : reason.kind}
          className={classNames(reason.kind === 'different' && styles.against)}
        >
          {sentence(reason, t, format)}
        </li>
      ))}
    </ul>
  );
}

type Translate = ReturnType<typeof useTranslation<'duplicates'>>['t'];

function sentence(reason: PairReason, t: Translate, format: Format): string {
  switch (reason.kind) {
    case 'text':
      return t('reason.text', { share: format.percent(reason.share) });
    case 'common-text':
      return t('reason.common');
    case 'longer':
      return t('reason.longer', {
        which: t(reason.longer === 'a' ? 'left' : 'right'),
        times: format.number(Math.round(reason.times * 10) / 10),
      });
    case 'same':
      return t('reason.same', {
        what: t(`what.${reason.what}`),
        values: listed(reason.a, reason.what),
      });
    case 'different':
      return t('reason.different', {
        what: t(`what.${reason.what}`),
        a: listed(reason.a, reason.what) || '–',
        b: listed(reason.b, reason.what) || '–',
      });
  }
}

function listed(values: readonly string[], what: string): string {
  const shown = what === 'sum' ? values.map((value) => grouped(value)) : values;
  return shown.slice(0, 3).join(', ') + (shown.length > 3 ? ' …' : '');
}

/** `310000` as agreements write it. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
