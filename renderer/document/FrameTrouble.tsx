import { useTranslation } from 'react-i18next';

import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import styles from './DocumentPane.module.css';
import type { FrameState } from './use-document-frame';

/** Why the document cannot be shown, or why only its text is, over the place where it would stand. */
export function FrameTrouble({
  state,
  name,
  onRetry,
}: {
  state: FrameState;
  name: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation('document');
  if (state.kind === 'opening' || (state.kind === 'open' && state.original === 'there'))
    return null;
  const retry = (
    <Button variant="plain" onPress={onRetry}>
      {t('retry')}
    </Button>
  );
  if (state.kind === 'open') {
    return (
      <div className={styles.original}>
        <ErrorNote tone="warn" actions={retry}>
          {t(`original.${state.original}`, { name })}
        </ErrorNote>
      </div>
    );
  }
  return (
    <div className={styles.trouble}>
      <ErrorNote actions={retry}>
        {t(`failed.${state.reason}`, { name })}
        {state.message !== '' && <small className={styles.reason}>{state.message}</small>}
      </ErrorNote>
    </div>
  );
}
