import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import type { Reply } from '../../../shared/ipc/contract';
import { useErrorText } from '../../i18n/error-text';
import type { Problem } from '../../store';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import styles from './DocumentsDialog.module.css';

/** Asks for the password of a file, as often as it takes. What is typed is forgotten on closing. */
export function PasswordDialog({
  name,
  onTry,
  onClose,
}: {
  name: string;
  onTry: (password: string) => Promise<Reply<null>>;
  onClose: () => void;
}) {
  const { t } = useTranslation('documents');
  const errorText = useErrorText();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isTrying, setTrying] = useState(false);

  const attempt = async (): Promise<void> => {
    if (password === '' || isTrying) return;
    setTrying(true);
    const reply = await onTry(password);
    setTrying(false);
    if (reply.ok) onClose();
    else setProblem(reply.error);
  };
  return (
    <Dialog
      title={t('password.title')}
      closeLabel={t('common:close')}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={password === '' || isTrying}
            onPress={() => void attempt()}
          >
            {t('password.try')}
          </Button>
        </>
      }
    >
      <Form
        className={styles.content ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void attempt();
        }}
      >
        <TextField
          label={t('password.field', { name })}
          help={t('password.help')}
          type="password"
          autoComplete="off"
          autoFocus
          value={password}
          error={problem === null ? null : errorText(problem)}
          onChange={(next) => {
            setPassword(next);
            setProblem(null);
          }}
        />
      </Form>
    </Dialog>
  );
}
