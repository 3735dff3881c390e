import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { folderNameOf } from '../../../shared/domain/project-name';
import { useErrorText } from '../../i18n/error-text';
import { useAppStore, useStore } from '../../store';
import type { Problem } from '../../store/loadable';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNote } from '../../ui/ErrorNote';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import styles from './NewProjectDialog.module.css';

const CODERS = ['1', '2', '3', '4'] as const;
type Coders = (typeof CODERS)[number];

/** Name, place and how many code each agreement: all that a new project needs. */
export function NewProjectDialog() {
  const { t } = useTranslation();
  const store = useAppStore();
  const close = (): void => {
    store.getState().clearStartProblem();
    store.getState().closeDialog();
  };
  const starting = useStore(({ starting: now }) => now);
  const problem = useStore(({ startProblem }) =>
    startProblem?.step === 'create' ? startProblem.problem : null,
  );
  const errorText = useErrorText();
  const [name, setName] = useState('');
  const [parent, setParent] = useState('');
  const [coders, setCoders] = useState<Coders>('2');
  const [folderProblem, setFolderProblem] = useState<Problem | null>(null);
  const [isTried, setTried] = useState(false);

  useEffect(() => {
    // Nobody's own choice is taken away by it, however late it comes.
    void store
      .getState()
      .suggestProjectFolder()
      .then((folder) => setParent((chosen) => (chosen === '' ? folder : chosen)));
  }, [store]);

  const chooseFolder = async (): Promise<void> => {
    const chosen = await store.getState().chooseProjectFolder();
    setFolderProblem(chosen.problem);
    if (chosen.folder !== null) setParent(chosen.folder);
  };

  const create = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || parent === '') return;
    void store
      .getState()
      .createProject({ name: name.trim(), parent, codersWanted: Number(coders) })
      .then(() => {
        if (store.getState().startProblem === null) close();
      });
  };

  const folder = folderNameOf(name);
  const nameError = isTried && name.trim() === '' ? t('start:new.nameMissing') : null;
  const parentError = isTried && parent === '' ? t('start:new.parentMissing') : null;
  const shown = folderProblem ?? problem;
  return (
    <Dialog
      title={t('start:new.title')}
      closeLabel={t('common:close')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button variant="primary" type="submit" form="new-project" isPending={starting !== null}>
            {t('start:new.create')}
          </Button>
        </>
      }
    >
      <form id="new-project" className={styles.form} onSubmit={create} noValidate>
        <TextField
          label={t('start:new.name')}
          placeholder={t('start:new.namePlaceholder')}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
          error={nameError}
        />
        <div className={styles.place}>
          <TextField
            label={t('start:new.parent')}
            value={parent}
            onChange={setParent}
            error={parentError}
            {...(parent !== '' && folder !== null && { help: t('start:new.becomes', { folder }) })}
          />
          <Button onPress={() => void chooseFolder()}>{t('start:new.choose')}</Button>
        </div>
        <SegmentedControl
          label={t('start:new.coders')}
          options={CODERS.map((id) => ({ id, label: id }))}
          value={coders}
          onChange={setCoders}
          help={t(`start:new.codersHelp`, { count: Number(coders) })}
        />
        {shown && <ErrorNote>{errorText(shown)}</ErrorNote>}
      </form>
    </Dialog>
  );
}
