import { useTranslation } from 'react-i18next';

import { initialsOf } from '../../../shared/domain/reviewer';
import { useStore } from '../../store';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import styles from './AssumedReviewer.module.css';

/** Says in whose name one goes on, when several share a project, and lets it be put right at once. */
export function AssumedReviewer() {
  const { t } = useTranslation();
  const isAssumed = useStore((store) => store.isReviewerAssumed);
  const current = useStore((store) => store.reviewers.value?.current);
  const confirm = useStore((store) => store.confirmReviewer);
  const openDialog = useStore((store) => store.openDialog);
  if (!isAssumed || current == null) return null;
  return (
    <section className={styles.line} aria-label={t('reviewers:assumed.label')}>
      <Avatar initials={initialsOf(current.name)} colour={current.colour} size="small" />
      <p role="status">{t('reviewers:assumed.text', { name: current.name })}</p>
      <div className={styles.answers}>
        <Button onPress={confirm}>{t('reviewers:assumed.right')}</Button>
        <Button variant="quiet" onPress={() => openDialog('who')}>
          {t('reviewers:assumed.other')}
        </Button>
      </div>
    </section>
  );
}
