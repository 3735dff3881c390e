import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DisagreementRow } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import type { AgreedCount } from '../../store/disagreements-state';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Tooltip } from '../../ui/Tooltip';
import styles from './Queue.module.css';

/**
 * The one step that settles what everyone agrees on, in every agreement. Where readings differ in
 * something that is no disagreement, it says so and asks first.
 */
export function SettleAll({ rows }: { rows: readonly DisagreementRow[] }) {
  const { t } = useTranslation('disagreements');
  const format = useFormat();
  const errorText = useErrorText();
  const store = useAppStore();
  const [isRunning, setRunning] = useState(false);
  const [asked, setAsked] = useState<AgreedCount | null>(null);
  const problem = useStore(({ disagreements }) => disagreements.problems['all']);
  const count = rows.reduce((sum, row) => sum + row.agreedOpen, 0);
  const isReadOnly = useStore(({ project }) => project.value?.readOnly != null);

  const settle = async (): Promise<void> => {
    setAsked(null);
    const done = await store.getState().settleAgreed(null);
    if (done === null) return;
    const { agreements, decisions } = done;
    store.getState().announce(
      t('settleAll.done', {
        agreements: format.number(agreements),
        decisions: format.number(decisions),
      }),
      'good',
    );
  };
  const run = async (): Promise<void> => {
    setRunning(true);
    const counted = await store.getState().countAgreed(null);
    if (counted !== null && counted.apart > 0) setAsked(counted);
    else if (counted !== null) await settle();
    setRunning(false);
  };

  return (
    <>
      {count > 0 && (
        <Tooltip text={t('settleAll.help')} placement="top">
          <Button isDisabled={isReadOnly || isRunning} onPress={() => void run()}>
            {t('settleAll.button', { count, shown: format.number(count) })}
          </Button>
        </Tooltip>
      )}
      {problem !== undefined && <ErrorNote>{errorText(problem)}</ErrorNote>}
      {asked !== null && (
        <Dialog
          title={t('settleAll.button', {
            count: asked.decisions,
            shown: format.number(asked.decisions),
          })}
          closeLabel={t('common:close')}
          onClose={() => setAsked(null)}
          size="small"
          footer={
            <>
              <Button onPress={() => setAsked(null)}>{t('settleAll.look')}</Button>
              <Button variant="primary" autoFocus onPress={() => void settle()}>
                {t('settleAll.confirm')}
              </Button>
            </>
          }
        >
          <div className={styles.asked}>
            <p>{t('settleAll.help')}</p>
            <p>
              {t('settleAll.apart', { count: asked.apart, shown: format.number(asked.apart) })}{' '}
              {t('apart.help')}
            </p>
          </div>
        </Dialog>
      )}
    </>
  );
}
