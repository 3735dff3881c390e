import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DisagreementRow } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Tooltip } from '../../ui/Tooltip';

/** The one step that settles what everyone agrees on, in every agreement. */
export function SettleAll({ rows }: { rows: readonly DisagreementRow[] }) {
  const { t } = useTranslation('disagreements');
  const format = useFormat();
  const errorText = useErrorText();
  const store = useAppStore();
  const [isRunning, setRunning] = useState(false);
  const problem = useStore(({ disagreements }) => disagreements.problems['all']);
  const count = rows.reduce((sum, row) => sum + row.agreedOpen, 0);
  const isReadOnly = useStore(({ project }) => project.value?.readOnly != null);

  const run = async (): Promise<void> => {
    setRunning(true);
    const done = await store.getState().settleAgreed(null);
    setRunning(false);
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
    </>
  );
}
