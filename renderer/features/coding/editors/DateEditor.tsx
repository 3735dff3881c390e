import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';

import { OPEN_ENDED } from '../../../../shared/domain/answer';
import { readTypedDate } from '../../../../shared/domain/partial-date';
import type { EditorProps } from './editor';
import styles from './editors.module.css';
import { TypedField } from './TypedField';
import { useLanguage } from '../../../i18n/format';

/** A date in whatever form it is typed. */
export function DateEditor(props: EditorProps) {
  const { variable, value, onChange, unread, onUnread } = props;
  const { t } = useTranslation('coding');
  const language = useLanguage();
  return (
    <TypedField
      label={variable.label[language]}
      hideLabel
      className={styles.date ?? ''}
      placeholder={t('date.placeholder')}
      recorded={value?.type === 'date' ? value.date : ''}
      unread={unread('')}
      read={readTypedDate}
      write={(date) => date}
      onRead={(date) => onChange(date === null ? null : { type: 'date', date }, 'typing')}
      onUnread={(typed) => onUnread('', typed)}
      onLeave={props.onLeave}
      unreadText={t('date.unread')}
      readAs={(date) => t('date.readAs', { date })}
      isReadOnly={props.isReadOnly}
    />
  );
}

/** Words that mean open-ended when they are typed where a date is asked for. */
const OPEN_ENDED_WORDS = /^(tv|tills\s*vidare|until further notice|open-ended)$/i;

const readEnd = (text: string) => (OPEN_ENDED_WORDS.test(text) ? OPEN_ENDED : readTypedDate(text));

/** A date, or until further notice. */
export function EndEditor(props: EditorProps) {
  const { variable, value, onChange, unread, onUnread } = props;
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const end = value?.type === 'end' ? value.end : null;
  const isOpenEnded = end === OPEN_ENDED;
  return (
    <div className={styles.row}>
      <TypedField
        label={variable.label[language]}
        hideLabel
        className={styles.date ?? ''}
        placeholder={t('date.endPlaceholder')}
        recorded={end === null || isOpenEnded ? '' : end}
        unread={unread('')}
        read={readEnd}
        write={(read) => (read === OPEN_ENDED ? '' : read)}
        onRead={(read) => onChange(read === null ? null : { type: 'end', end: read }, 'typing')}
        onUnread={(typed) => onUnread('', typed)}
        onLeave={props.onLeave}
        unreadText={t('date.unread')}
        readAs={(date) => t('date.readAs', { date })}
        isReadOnly={props.isReadOnly}
      />
      {(!props.isReadOnly || isOpenEnded) && (
        <ToggleButton
          className={styles.toggle ?? ''}
          isSelected={isOpenEnded}
          isDisabled={props.isReadOnly}
          onChange={(is) => {
            onUnread('', null);
            onChange(is ? { type: 'end', end: OPEN_ENDED } : null);
          }}
        >
          {t('date.openEnded')}
        </ToggleButton>
      )}
    </div>
  );
}
