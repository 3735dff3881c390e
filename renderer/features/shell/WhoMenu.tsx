import { PencilLine, UserPlus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { initialsOf } from '../../../shared/domain/reviewer';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { Avatar } from '../../ui/Avatar';
import { classNames } from '../../ui/class-names';
import { Menu } from '../../ui/Menu';
import styles from './TopBar.module.css';

/** Who is coding now, and the others to change to. */
export function WhoMenu() {
  const { t } = useTranslation();
  const reviewers = useStore((store) => store.reviewers.value);
  const choose = useStore((store) => store.chooseReviewer);
  const openDialog = useStore((store) => store.openDialog);
  const announce = useStore((store) => store.announce);
  const errorText = useErrorText();
  if (reviewers === null) return null;
  const { all, current } = reviewers;

  if (current === null) {
    return (
      <Button className={styles.who ?? ''} onPress={() => openDialog('who')}>
        <UserPlus size={16} aria-hidden="true" />
        <span className={classNames(styles.whoName, styles.nobody)}>{t('reviewers:who')}</span>
      </Button>
    );
  }
  return (
    <Menu
      label={t('reviewers:who')}
      trigger={
        <Button className={styles.who ?? ''}>
          <span className="visually-hidden">{t('reviewers:coding')} </span>
          <Avatar initials={initialsOf(current.name)} colour={current.colour} />
          <span className={styles.whoName}>{current.name}</span>
        </Button>
      }
      groups={[
        all.map((reviewer) => ({
          id: reviewer.id,
          label: reviewer.name,
          icon: (
            <Avatar initials={initialsOf(reviewer.name)} colour={reviewer.colour} size="small" />
          ),
          isChosen: reviewer.id === current.id,
          run: () =>
            void choose(reviewer.id).then((problem) => {
              if (problem !== null) announce(errorText(problem), 'bad');
            }),
        })),
        [
          {
            id: 'who',
            label: t('reviewers:more'),
            icon: <UserPlus aria-hidden />,
            run: () => openDialog('new-reviewer'),
          },
          {
            id: 'names',
            label: t('reviewers:rename.open'),
            icon: <PencilLine aria-hidden />,
            run: () => openDialog('names'),
          },
        ],
      ]}
    />
  );
}
