import { useTranslation } from 'react-i18next';

import type { Variable } from '../../../shared/domain/codebook';
import { useLanguage } from '../../i18n/format';
import { Kbd } from '../../ui/Kbd';
import { Pill } from '../../ui/Pill';
import styles from './CodebookScreen.module.css';

/** One variable: what is asked, how to decide, and what can be answered. */
export function VariableEntry({ variable }: { variable: Variable }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const titleId = `variable-title-${variable.id}`;
  return (
    <section
      id={`variable-${variable.id}`}
      className={styles.variable}
      aria-labelledby={titleId}
      tabIndex={-1}
    >
      <h2 id={titleId} className={styles.name}>
        <span
          className={styles.dot}
          style={{ background: `var(--evidence-${variable.colour})` }}
          aria-hidden="true"
        />
        {variable.label[language]}
        <span className={styles.hint}>{variable.hint[language]}</span>
      </h2>
      <p className={styles.facts}>
        <Pill>{t(`codebook:type.${variable.type}`)}</Pill>
        <Pill>{t(variable.required ? 'codebook:required' : 'codebook:optional')}</Pill>
        {variable.secondary && <Pill>{t('codebook:secondary')}</Pill>}
        <span className={styles.key}>
          {t('codebook:key')} <Kbd keys={[variable.key.toUpperCase()]} />
          <span className="visually-hidden">{variable.key.toUpperCase()}</span>
        </span>
      </p>
      <p className={styles.instruction}>{variable.instruction[language]}</p>
      {variable.categories.length > 0 && (
        <ol className={styles.categories}>
          {variable.categories.map((category, at) => (
            <li key={category.id} className={styles.category}>
              <h3 className={styles.categoryName}>
                <Kbd keys={[String(at + 1)]} />
                {category.label[language]}
                {category.span !== null && <span className={styles.hint}>{category.span}</span>}
              </h3>
              <p>{category.definition[language]}</p>
              {category.examples.length > 0 && (
                <p className={styles.examples}>
                  {t('codebook:examples')}{' '}
                  {category.examples.map((example) => example[language]).join(' · ')}
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
