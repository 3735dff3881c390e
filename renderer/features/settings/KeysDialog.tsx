import { useTranslation } from 'react-i18next';

import { useShortcutGroups } from '../../keyboard/shortcuts';
import { useStore } from '../../store';
import { Dialog } from '../../ui/Dialog';
import { Kbd } from '../../ui/Kbd';
import styles from './KeysDialog.module.css';

/** All keys that work in what is shown, as each screen lists them. */
export function KeysDialog() {
  const { t } = useTranslation();
  const groups = useShortcutGroups();
  const close = useStore((store) => store.closeDialog);
  return (
    <Dialog
      title={t('common:keys.title')}
      closeLabel={t('common:close')}
      onClose={close}
      size="wide"
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title} className={styles.group}>
            <h3 className={styles.title}>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={`${shortcut.label} ${shortcut.keys.join(' ')}`} className={styles.line}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    <span className="visually-hidden">{shortcut.keys.join(' ')}</span>
                    <Kbd keys={shortcut.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
