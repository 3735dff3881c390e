import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { ProposalSetting } from './ProposalSetting';
import styles from './SettingsDialog.module.css';

/** Language and theme of the window; changed at once. */
export function SettingsDialog() {
  const { t } = useTranslation();
  const settings = useStore((store) => store.settings);
  const version = useStore((store) => store.about.version);
  const change = useStore((store) => store.changeSettings);
  const close = useStore((store) => store.closeDialog);
  const hasProject = useStore((store) => store.project.value !== null);
  const errorText = useErrorText();
  return (
    <Dialog
      title={t('common:settings.title')}
      closeLabel={t('common:close')}
      onClose={close}
      size="small"
    >
      <div className={styles.settings}>
        <SegmentedControl
          label={t('common:settings.language')}
          value={settings.value?.language ?? 'system'}
          onChange={(language) =>
            void change({ language: language === 'system' ? null : language })
          }
          options={[
            { id: 'system', label: t('common:settings.asSystem') },
            // Each language is named in itself, so that whoever needs it finds it.
            { id: 'sv', label: 'Svenska' },
            { id: 'en', label: 'English' },
          ]}
        />
        <SegmentedControl
          label={t('common:settings.theme')}
          value={settings.value?.theme ?? 'system'}
          onChange={(theme) => void change({ theme })}
          options={[
            { id: 'system', label: t('common:settings.asSystem') },
            { id: 'light', label: t('common:settings.light') },
            { id: 'dark', label: t('common:settings.dark') },
          ]}
        />
        {settings.problem && <ErrorNote>{errorText(settings.problem)}</ErrorNote>}
        {hasProject && <ProposalSetting />}
        {version !== '' && <p className={styles.version}>{t('common:version', { version })}</p>}
      </div>
    </Dialog>
  );
}
