import { Lock } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { ProjectView } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { saveState } from '../../store/saving-slice';
import { Button as TextButton } from '../../ui/Button';
import { Pill } from '../../ui/Pill';
import { Tooltip } from '../../ui/Tooltip';
import styles from './TopBar.module.css';

/** "Sparat" while every decision is on disk; else that it is under way, or why it is not. */
export function SaveIndicator({ project }: { project: ProjectView }) {
  const { t } = useTranslation();
  const saving = useStore((store) => store.saving);
  const errorText = useErrorText();
  const dot = <span className={styles.dot} />;

  if (project.readOnly !== null) {
    const why = t('errors:read-only');
    return (
      <Tooltip text={why}>
        <Button className={styles.save ?? ''} aria-label={`${t('common:save.readOnly')}. ${why}`}>
          <Pill tone="warn" icon={<Lock aria-hidden />}>
            {t('common:save.readOnly')}
          </Pill>
        </Button>
      </Tooltip>
    );
  }

  const state = saveState(saving);
  if (state.kind === 'unsaved') {
    return <Unsaved reason={errorText(state.problem)} />;
  }
  return (
    <span role="status" data-save={state.kind}>
      {state.kind === 'saved' ? (
        <Pill tone="good" icon={dot}>
          {t('common:save.saved')}
        </Pill>
      ) : (
        <span className={styles.saving}>
          <Pill icon={dot}>{t('common:save.saving')}</Pill>
        </span>
      )}
    </span>
  );
}

function Unsaved({ reason }: { reason: string }) {
  const { t } = useTranslation();
  const dismiss = useStore((store) => store.dismissUnsaved);
  return (
    <span role="alert" data-save="unsaved">
      <DialogTrigger>
        <Button className={styles.save ?? ''} aria-label={`${t('common:save.unsaved')}. ${reason}`}>
          <Pill tone="bad" icon={<span className={styles.dot} />}>
            {t('common:save.unsaved')}
          </Pill>
        </Button>
        <Popover placement="bottom end" offset={6}>
          <Dialog className={styles.why ?? ''} aria-label={t('common:save.unsaved')}>
            <p>{reason}</p>
            <p>{t('common:save.stillThere')}</p>
            <TextButton onPress={dismiss}>{t('common:save.dismiss')}</TextButton>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </span>
  );
}
