import { useTranslation } from 'react-i18next';

import { useErrorText } from '../i18n/error-text';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import styles from './DocumentPane.module.css';
import type { FrameState } from './use-document-frame';

interface TroubleProps {
  state: FrameState;
  name: string;
  onRetry: () => void;
}

/** Why the document cannot be shown, over the place where it would stand. */
export function FrameTrouble({ state, name, onRetry }: TroubleProps) {
  const { t } = useTranslation('document');
  const errorText = useErrorText();
  if (state.kind !== 'failed') return null;
  const { problem } = state;
  // A line above the document asks for the password.
  if (problem?.code === 'pdf-encrypted') return null;
  return (
    <div className={styles.trouble}>
      <ErrorNote actions={<Retry onRetry={onRetry} />}>
        {problem === undefined ? t(`failed.${state.reason}`, { name }) : errorText(problem)}
        {state.message !== '' && <small className={styles.reason}>{state.message}</small>}
      </ErrorNote>
    </div>
  );
}

/** Above the text that was read: why it stands there instead of the document itself. */
export function WithoutOriginal({ state, name, onRetry }: TroubleProps) {
  const { t } = useTranslation('document');
  if (state.kind !== 'open' || state.original === 'there') return null;
  return (
    <div className={styles.original}>
      <ErrorNote tone="warn" actions={<Retry onRetry={onRetry} />}>
        {t(`original.${state.original}`, { name })}
      </ErrorNote>
    </div>
  );
}

function Retry({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('document');
  return (
    <Button variant="plain" onPress={onRetry}>
      {t('retry')}
    </Button>
  );
}
