import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';

interface State {
  readonly error: Error | null;
}

/** Shows what can be done when a part of the window broke; what was saved is safe in main. */
export class CrashBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // Main keeps the console of the window in its log.
    // oxlint-disable-next-line no-console
    console.error('The window broke', error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <CrashView error={error} />;
  }
}

function CrashView({ error }: { error: Error }) {
  const { t } = useTranslation();
  return (
    <main style={{ display: 'grid', height: '100%' }}>
      <EmptyState
        level={1}
        title={t('common:crash.title')}
        actions={
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t('common:crash.reload')}
          </Button>
        }
      >
        <p>{t('common:crash.text')}</p>
        <p>
          <small>{error.message}</small>
        </p>
      </EmptyState>
    </main>
  );
}
