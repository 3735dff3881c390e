import { useTranslation } from 'react-i18next';

import type { Answer } from '../../../shared/domain/answer';
import type { Variable } from '../../../shared/domain/codebook';
import { useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { classNames } from '../../ui/class-names';
import { Kbd } from '../../ui/Kbd';
import type { Panels } from './panels';
import styles from './VariableSection.module.css';

interface VariableToolsProps {
  variable: Variable;
  answer: Answer;
  isActive: boolean;
  isReadOnly: boolean;
  panels: Panels;
}

/**
 * Unsure, missing and note, at the end of the variable's heading.
 *
 * Each has its key, so they are no tab stops: Tab goes from one answer to the next.
 */
export function VariableTools({
  variable,
  answer,
  isActive,
  isReadOnly,
  panels,
}: VariableToolsProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const toggleUnsure = useStore((store) => store.toggleUnsure);
  const { id } = variable;
  if (isReadOnly) {
    return answer.unsure ? (
      <div className={styles.tools}>
        <span className={classNames(styles.tool, styles.unsure)}>{t('unsure')}</span>
      </div>
    ) : null;
  }
  return (
    <div
      role="group"
      aria-label={t('tools', { variable: variable.label[language] })}
      className={classNames(styles.tools, isActive && styles.toolsActive)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-expanded={panels.missing === id}
        aria-keyshortcuts="X"
        className={styles.tool}
        onClick={() => panels.askMissing(panels.missing === id ? null : id)}
      >
        {t('missing')} <Kbd keys={['X']} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-keyshortcuts="N"
        className={styles.tool}
        onClick={() => panels.openNote(id)}
      >
        {t('note')} <Kbd keys={['N']} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-pressed={answer.unsure}
        aria-keyshortcuts="U"
        className={classNames(styles.tool, answer.unsure && styles.unsure)}
        onClick={() => toggleUnsure(id)}
      >
        {t('unsure')} <Kbd keys={['U']} />
      </button>
    </div>
  );
}
