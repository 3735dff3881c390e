import { BookOpen, Files, Redo2, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { CodingView } from '../../../shared/domain/views';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Pill } from '../../ui/Pill';
import styles from './CodingForm.module.css';

interface FormHeaderProps {
  view: CodingView;
  isReadOnly: boolean;
  isGuideOpen: boolean;
  onGuide: () => void;
}

/** Which agreement it is, how many code it, and the tools of the whole form. */
export function FormHeader({ view, isReadOnly, isGuideOpen, onGuide }: FormHeaderProps) {
  const { t } = useTranslation('coding');
  const undo = useStore((store) => store.undoCoding);
  const redo = useStore((store) => store.redoCoding);
  const showDocuments = useStore((store) => store.showDocuments);
  return (
    <header className={styles.bar}>
      <h2 className={styles.title}>
        {t('agreement', { number: String(view.number).padStart(4, '0') })}
      </h2>
      {view.state === 'submitted' ? (
        <Pill tone="good">{t('state.submitted')}</Pill>
      ) : view.isClosed ? (
        <Pill tone="warn">{t('state.closed')}</Pill>
      ) : isReadOnly ? (
        <Pill tone="warn">{t('state.readOnly')}</Pill>
      ) : (
        view.codersWanted > 1 && (
          <span className={styles.spare}>
            <Pill
              title={t('doubleCodingHelp', {
                wanted: view.codersWanted,
                submitted: view.submitted,
              })}
            >
              {t('doubleCoding')}
            </Pill>
          </span>
        )
      )}
      <span className={styles.grow} />
      {!isReadOnly && (
        <>
          <IconButton
            label={t('undo')}
            keys={['Ctrl', 'Z']}
            icon={<Undo2 />}
            isDisabled={view.undo === null}
            onPress={() => void undo()}
          />
          <IconButton
            label={t('redo')}
            keys={['Ctrl', 'Y']}
            icon={<Redo2 />}
            isDisabled={view.redo === null}
            onPress={() => void redo()}
          />
        </>
      )}
      <IconButton
        label={t('documents:showAll', { number: String(view.number).padStart(4, '0') })}
        icon={<Files />}
        onPress={() => showDocuments(view.agreement)}
      />
      <Button
        variant="quiet"
        icon={<BookOpen aria-hidden="true" />}
        keys={['K']}
        aria-expanded={isGuideOpen}
        onPress={onGuide}
      >
        <span className={styles.guide}>{t('guide')}</span>
      </Button>
    </header>
  );
}
