import { useTranslation } from 'react-i18next';

import type { Renewal } from '../../../../shared/domain/answer';
import {
  readTypedCeiling,
  readTypedMonths,
  RENEWAL_KINDS,
  withKind,
} from '../../../../shared/domain/typed-renewal';
import type { EditorProps } from './editor';
import styles from './editors.module.css';
import { RadioGrid } from './RadioGrid';
import { TypedField } from './TypedField';

/** How the agreement goes on: not, by itself, or when the parties decide so; and for how long. */
export function RenewalEditor(props: EditorProps) {
  const { value, onChange, unread, onUnread, onLeave, isReadOnly } = props;
  const { t } = useTranslation('coding');
  const renewal = value?.type === 'renewal' ? value.renewal : null;

  const change = (next: Renewal, how?: 'typing') =>
    onChange({ type: 'renewal', renewal: next }, how);
  const part = (name: string) => ({
    unread: unread(name),
    onUnread: (typed: string | null) => onUnread(name, typed),
    onLeave,
    isReadOnly,
    className: styles.length ?? '',
  });

  return (
    <>
      <RadioGrid
        label={t('renewal.kind')}
        columns={3}
        choices={RENEWAL_KINDS.map((kind) => ({ id: kind, label: t(`renewal.${kind}`) }))}
        chosen={renewal?.kind ?? null}
        onChoose={(id) => {
          const kind = RENEWAL_KINDS.find((each) => each === id);
          if (kind !== undefined) change(withKind(renewal, kind));
        }}
        isDisabled={isReadOnly}
      />
      {renewal !== null && renewal.kind !== 'none' && (
        <div className={styles.lengths}>
          <TypedField
            {...part('period')}
            label={t('renewal.period')}
            recorded={renewal.periodMonths?.toString() ?? ''}
            read={readTypedMonths}
            write={String}
            onRead={(periodMonths) => change({ ...renewal, periodMonths }, 'typing')}
            unreadText={t('renewal.unreadMonths')}
          />
          <TypedField
            {...part('notice')}
            label={t('renewal.notice')}
            recorded={renewal.noticeMonths?.toString() ?? ''}
            read={readTypedMonths}
            write={String}
            onRead={(noticeMonths) => change({ ...renewal, noticeMonths }, 'typing')}
            unreadText={t('renewal.unreadMonths')}
          />
          <TypedField
            {...part('ceiling')}
            label={t('renewal.ceiling')}
            recorded={renewal.ceiling?.toString() ?? ''}
            read={readTypedCeiling}
            write={String}
            onRead={(ceiling) => change({ ...renewal, ceiling }, 'typing')}
            unreadText={t('renewal.unreadCeiling')}
            readAs={(date) => t('date.readAs', { date })}
          />
        </div>
      )}
    </>
  );
}
