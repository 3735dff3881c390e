import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { originOf } from '../../../shared/domain/decision';
import { initialsOf } from '../../../shared/domain/reviewer';
import type { DisagreementView } from '../../../shared/domain/views';
import { useStore } from '../../store';
import { decidersIn } from '../../store/disagreements-state';
import { openVariables } from '../../store/settling';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import styles from './Settling.module.css';

interface SettlingFooterProps {
  view: DisagreementView;
  isReadOnly: boolean;
}

/** Who decides, how that counts, and the next step. */
export function SettlingFooter({ view, isReadOnly }: SettlingFooterProps) {
  const { t } = useTranslation('disagreements');
  const reviewers = useStore((store) => store.reviewers.value?.all) ?? [];
  const decided = useStore((store) => decidersIn(store).join('\n'));
  const toggle = useStore((store) => store.toggleDecider);
  const next = useStore((store) => store.openNextDisagreement);
  const settle = useStore((store) => store.settleChosen);
  const isSettling = useStore((store) => store.disagreements.isSettling);
  const deciders = reviewers.filter(({ id }) => decided.split('\n').includes(id));
  const hasOpen = openVariables(view).length > 0;
  const origin = originOf(
    view.codings.map(({ reviewer }) => reviewer.id),
    deciders.map(({ id }) => id),
  );
  return (
    <footer className={styles.foot}>
      {hasOpen && (
        <div role="group" aria-label={t('foot.decidedBy')} className={styles.deciders}>
          <span className={styles.by}>{t('foot.decidedBy')}</span>
          {reviewers.map(({ id, name, colour }) => (
            <button
              key={id}
              type="button"
              className={styles.decider}
              aria-pressed={deciders.some((each) => each.id === id)}
              aria-label={t('foot.decider', { name })}
              title={name}
              onClick={() => toggle(id)}
            >
              <Avatar initials={initialsOf(name)} colour={colour} size="small" />
              <span className={styles.deciderName}>{name}</span>
              {deciders.some((each) => each.id === id) && (
                <Check aria-hidden="true" className={styles.chosen} />
              )}
            </button>
          ))}
          <p className={styles.counts} role="status">
            {t(deciders.length > 0 ? `foot.origin.${origin}` : 'foot.nobody')}
          </p>
        </div>
      )}
      <div className={styles.steps}>
        {hasOpen && <Button onPress={() => void next(view.agreement)}>{t('foot.skip')}</Button>}
        <Button
          variant="primary"
          keys={['Ctrl', 'Enter']}
          isDisabled={isReadOnly && hasOpen}
          isPending={isSettling}
          onPress={() => void settle()}
        >
          {t(hasOpen ? 'foot.settle' : 'foot.next')}
        </Button>
      </div>
    </footer>
  );
}
