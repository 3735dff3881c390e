import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { ErrorNote } from '../../ui/ErrorNote';
import { Pill } from '../../ui/Pill';
import styles from './CodebookScreen.module.css';
import { VariableEntry } from './VariableEntry';

/** The codebook to read: every variable, its instruction and its categories with their definitions. */
export function CodebookScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const codebook = useStore((store) => store.codebook);
  const load = useStore((store) => store.loadCodebook);
  const errorText = useErrorText();
  useEffect(() => {
    if (codebook.state === 'idle') void load();
  }, [codebook.state, load]);

  if (codebook.problem) {
    return (
      <div className={styles.problem}>
        <ErrorNote>{errorText(codebook.problem)}</ErrorNote>
      </div>
    );
  }
  if (codebook.value === null) return null;
  const { title, version, source, variables } = codebook.value;
  return (
    <div className={styles.screen}>
      <aside className={styles.contents} aria-label={t('codebook:contents')}>
        <ol>
          {variables.map((variable) => (
            <li key={variable.id}>
              <button
                type="button"
                className={styles.link}
                onClick={() => {
                  const entry = document.getElementById(`variable-${variable.id}`);
                  entry?.scrollIntoView({ block: 'start' });
                  entry?.focus({ preventScroll: true });
                }}
              >
                <span
                  className={styles.dot}
                  style={{ background: `var(--evidence-${variable.colour})` }}
                  aria-hidden="true"
                />
                {variable.label[language]}
              </button>
            </li>
          ))}
        </ol>
      </aside>
      {/* A long text has to be scrolled by keys as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <article className={styles.text} tabIndex={0} aria-labelledby="codebook-title">
        <header className={styles.head}>
          <h1 id="codebook-title" className={styles.title}>
            {title[language]} <Pill>{t('codebook:version', { version })}</Pill>
          </h1>
          <p className={styles.source}>{t('codebook:source', { source })}</p>
        </header>
        {variables.map((variable) => (
          <VariableEntry key={variable.id} variable={variable} />
        ))}
      </article>
    </div>
  );
}
