import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

import type { Codebook } from '../../../shared/domain/codebook';
import type { CodingView } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Progress } from '../../ui/Progress';
import styles from './CodingForm.module.css';
import { focusVariable } from './focus';

interface FormFooterProps {
  view: CodingView;
  codebook: Codebook;
  isReadOnly: boolean;
  onSubmit: () => void;
}

/** How far the reviewer has come, and the one next step. */
export function FormFooter({ view, codebook, isReadOnly, onSubmit }: FormFooterProps) {
  const { t } = useTranslation('coding');
  const next = useStore((store) => store.openNextCoding);
  const reopen = useStore((store) => store.reopenCoding);
  const isSubmitted = view.state === 'submitted';
  return (
    <footer className={styles.foot}>
      <StepProblem />
      {!isSubmitted && !view.isClosed && <GapsNote codebook={codebook} />}
      {view.isClosed && <p className={styles.told}>{t('footer.closed')}</p>}
      {isSubmitted && (
        <p className={styles.told}>
          {t(view.canReopen ? 'footer.submitted' : 'footer.submittedSeen')}
        </p>
      )}
      <div className={styles.steps}>
        <Done />
        <span className={styles.grow} />
        {isSubmitted ? (
          <>
            {view.canReopen && (
              <Button className={styles.step ?? ''} onPress={() => void reopen()}>
                {t('footer.reopen')}
              </Button>
            )}
            <Button
              className={styles.step ?? ''}
              variant="primary"
              keys={['Ctrl', 'Enter']}
              onPress={() => void next(view.agreement)}
            >
              {t('footer.next')}
            </Button>
          </>
        ) : (
          <>
            <Button className={styles.step ?? ''} onPress={() => void next(view.agreement)}>
              {t('footer.skip')}
            </Button>
            {!isReadOnly && <Submit onSubmit={onSubmit} />}
          </>
        )}
      </div>
    </footer>
  );
}

function Submit({ onSubmit }: { onSubmit: () => void }) {
  const { t } = useTranslation('coding');
  const isTold = useStore((store) => store.coding.gapsTold !== null);
  return (
    <Button
      className={styles.step ?? ''}
      variant="primary"
      keys={['Ctrl', 'Enter']}
      onPress={onSubmit}
    >
      {t(isTold ? 'footer.submitAnyway' : 'footer.submit')}
    </Button>
  );
}

function Done() {
  const { t } = useTranslation('coding');
  const format = useFormat();
  const counts = useStore((store) => store.counts.value);
  if (counts === null) return null;
  const text = t('footer.count', {
    done: format.number(counts.ownSubmitted),
    total: format.number(counts.ownTotal),
  });
  return (
    <>
      <span className={styles.progress}>
        <Progress
          label={t('footer.progress')}
          done={counts.ownSubmitted}
          total={counts.ownTotal}
          text={text}
        />
      </span>
      <span className={styles.count}>{text}</span>
    </>
  );
}

/** What lacks an answer, told once before it is handed in all the same. */
function GapsNote({ codebook }: { codebook: Codebook }) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const gaps = useStore((store) => store.coding.gapsTold);
  const activate = useStore((store) => store.activateVariable);
  if (gaps === null) return null;
  const labelled = codebook.variables.filter(({ id }) => gaps.includes(id));
  return (
    <div role="alert" className={styles.gaps}>
      <b>{t('footer.gaps', { count: gaps.length })}</b>{' '}
      {labelled.map(({ id, label }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <button
            type="button"
            className={styles.gapLink}
            onClick={() => {
              activate(id);
              focusVariable(id);
            }}
          >
            {label[language]}
          </button>
        </Fragment>
      ))}
      . {t('footer.gapsAgain')}
    </div>
  );
}

function StepProblem() {
  const problem = useStore((store) => store.coding.stepProblem);
  const errorText = useErrorText();
  return problem && <ErrorNote>{errorText(problem)}</ErrorNote>;
}
