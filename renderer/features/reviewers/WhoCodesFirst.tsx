import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { ChooseReviewer } from './ChooseReviewer';
import styles from './WhoCodesFirst.module.css';

/** A coding is somebody's: asks who codes before it shows what only they may see. */
export function WhoCodesFirst({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const reviewers = useStore((store) => store.reviewers);
  const errorText = useErrorText();
  if (reviewers.value?.current != null) return children;
  if (reviewers.value === null) {
    return reviewers.problem && <ErrorNote>{errorText(reviewers.problem)}</ErrorNote>;
  }
  return (
    <div className={styles.ask}>
      <EmptyState level={1} title={t('reviewers:who')} />
      <div className={styles.card}>
        <ChooseReviewer focus="list" />
      </div>
    </div>
  );
}
