import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { Spinner } from '../../ui/Spinner';
import styles from './StartChoice.module.css';

interface StartChoiceProps {
  icon: ReactNode;
  title: string;
  text: string;
  isBusy: boolean;
  isDisabled: boolean;
  onPress: () => void;
}

/** A big calm button: what it does and what comes of it. */
export function StartChoice({ icon, title, text, isBusy, isDisabled, onPress }: StartChoiceProps) {
  const { t } = useTranslation();
  return (
    <Button className={styles.choice ?? ''} isDisabled={isDisabled} onPress={onPress}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
      {isBusy ? (
        <Spinner label={t('common:opening')} />
      ) : (
        <ChevronRight className={styles.arrow} aria-hidden="true" />
      )}
    </Button>
  );
}
