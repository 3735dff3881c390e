import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { initialsOf, type Reviewer } from '../../../shared/domain/reviewer';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import type { Problem } from '../../store/loadable';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/TextField';
import styles from './ChooseReviewer.module.css';

/** The reviewers' names, to be put right. */
export function NamesDialog() {
  const { t } = useTranslation();
  const close = useStore((store) => store.closeDialog);
  const all = useStore((store) => store.reviewers.value?.all);
  return (
    <Dialog
      title={t('reviewers:rename.title')}
      closeLabel={t('common:close')}
      onClose={close}
      size="small"
    >
      <div className={styles.choose}>
        <p className={styles.readOnly}>{t('reviewers:rename.text')}</p>
        {all?.map((reviewer, at) => (
          <NameLine key={reviewer.id} reviewer={reviewer} isFirst={at === 0} />
        ))}
      </div>
    </Dialog>
  );
}

function NameLine({ reviewer, isFirst }: { reviewer: Reviewer; isFirst: boolean }) {
  const { t } = useTranslation();
  const rename = useStore((store) => store.renameReviewer);
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const errorText = useErrorText();
  const [name, setName] = useState(reviewer.name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isSame = name.trim() === '' || name.trim() === reviewer.name;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isSame) setProblem(await rename(reviewer.id, name.trim()));
  };

  return (
    <form className={styles.rename} onSubmit={(event) => void save(event)}>
      <Avatar initials={initialsOf(reviewer.name)} colour={reviewer.colour} />
      <TextField
        label={t('reviewers:rename.name', { name: reviewer.name })}
        hideLabel
        value={name}
        onChange={(next) => {
          setName(next);
          setProblem(null);
        }}
        maxLength={120}
        isReadOnly={isReadOnly}
        autoFocus={isFirst}
        error={problem && errorText(problem)}
      />
      <Button type="submit" isDisabled={isSame || isReadOnly}>
        {t('reviewers:rename.save')}
      </Button>
    </form>
  );
}
