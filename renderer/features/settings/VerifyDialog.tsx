import { CircleCheck } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { VerifyReport } from '../../../shared/ipc/shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { Spinner } from '../../ui/Spinner';
import styles from './VerifyDialog.module.css';

type Problem = VerifyReport['problems'][number];

/** Checks that the project holds what its journal says, and tells what was checked and what is wrong. */
export function VerifyDialog() {
  const { t } = useTranslation();
  const format = useFormat();
  const verification = useStore((store) => store.verification);
  const verify = useStore((store) => store.verifyProject);
  const stop = useStore((store) => store.stopVerifying);
  const close = useStore((store) => store.closeDialog);
  const errorText = useErrorText();

  useEffect(() => {
    void verify();
    return () => void stop();
  }, [verify, stop]);

  const counted = (what: 'entries' | 'documents' | 'replicas', count: number): string =>
    t(`verify:${what}`, { count, shown: format.number(count) });

  /** In the person's language; a document's own trouble has its text among the errors. */
  const findingText = ({ code, message, details }: Problem): string => {
    const said = t([`verify:finding.${code}`, `errors:${code}`], {
      ...details,
      defaultValue: message,
    });
    return details['path'] === undefined ? said : `${said} (${details['path']})`;
  };

  const report = verification.value;
  return (
    <Dialog
      title={t('verify:title')}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          <Button onPress={() => void verify()} isDisabled={verification.state === 'loading'}>
            {t('verify:again')}
          </Button>
          <Button variant="primary" onPress={close}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles.report}>
        {verification.state === 'loading' && <Spinner label={t('verify:running')} />}
        {verification.problem && <ErrorNote>{errorText(verification.problem)}</ErrorNote>}
        {report?.ok && (
          <p className={styles.good} role="status">
            <CircleCheck aria-hidden="true" />
            {t('verify:ok')}
          </p>
        )}
        {report && !report.ok && (
          <ErrorNote>{t('verify:notOk', { count: report.problems.length })}</ErrorNote>
        )}
        {report && (
          <p className={styles.counts}>
            {t('verify:checked', {
              entries: counted('entries', report.entries),
              documents: counted('documents', report.documents),
              replicas: counted('replicas', report.replicas),
            })}
          </p>
        )}
        {report && report.problems.length > 0 && (
          <ul className={styles.problems}>
            {report.problems.map((problem, at) => (
              <li key={at}>
                <strong>{t(`verify:check.${problem.check}`)}</strong> {findingText(problem)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
