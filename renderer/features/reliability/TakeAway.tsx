import { ClipboardCopy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Codebook } from '../../../shared/domain/codebook';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import type { ReliabilitySummary } from '../../store/reliability-slice';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import styles from './ReliabilityScreen.module.css';
import { useMethodText } from './use-method-text';

/** What is taken from the screen into a report: the method in words, and the figures as a table. */
export function TakeAway({
  summary,
  codebook,
}: {
  summary: ReliabilitySummary;
  codebook: Codebook;
}) {
  const { t } = useTranslation('reliability');
  const errorText = useErrorText();
  const methodText = useMethodText();
  const proposals = useStore((store) => store.reliability.proposals);
  const saveTable = useStore((store) => store.saveReliabilityTable);
  const announce = useStore((store) => store.announce);
  const copy = (): void => {
    const isCopied = copyText(methodText(summary, proposals, codebook));
    announce(t(isCopied ? 'common:copied' : 'common:notCopied'), isCopied ? 'good' : 'bad');
  };
  const save = async (): Promise<void> => {
    const reply = await saveTable();
    if (!reply.ok) announce(errorText(reply.error), 'bad');
    else if (reply.value !== null) announce(t('takeAway.saved', { path: reply.value }), 'good');
  };
  return (
    <div className={styles.takeAway}>
      <Button icon={<ClipboardCopy aria-hidden />} onPress={copy}>
        {t('takeAway.method')}
      </Button>
      <Button icon={<Download aria-hidden />} onPress={() => void save()}>
        {t('takeAway.table')}
      </Button>
    </div>
  );
}
