import type { ReactNode } from 'react';

import type { Problem } from '../store/loadable';
import { useErrorText } from '../i18n/error-text';
import { EmptyState } from './EmptyState';

interface FailedStateProps {
  /** 1 where it is all that the screen shows. */
  level?: 1 | 2;
  title: string;
  problem: Problem | null;
  /** Buttons: try again, go elsewhere. */
  actions: ReactNode;
}

/** Stands where something could not be shown: why, read aloud at once, and the way on. */
export function FailedState({ level = 2, title, problem, actions }: FailedStateProps) {
  const errorText = useErrorText();
  return (
    <EmptyState level={level} title={title} actions={actions}>
      <div role="alert">{problem && errorText(problem)}</div>
    </EmptyState>
  );
}
