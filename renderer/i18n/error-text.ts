import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Problem } from '../store/loadable';

/**
 * What to show for a problem: the text of its code in the person's language with its details filled
 * in, or what main said of it when no text has that code.
 */
export function useErrorText(): (problem: Pick<Problem, 'code' | 'message' | 'details'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, message, details }) => t(`errors:${code}`, { ...details, defaultValue: message }),
    [t],
  );
}
