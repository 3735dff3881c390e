import { useTranslation } from 'react-i18next';

import type { Category } from '../../../../shared/domain/codebook';
import { useLanguage } from '../../../i18n/format';
import styles from './editors.module.css';

/** What belongs in a category: its definition and examples. */
export function CategoryMeaning({ category }: { category: Category }) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  return (
    <div className={styles.meaning}>
      <p>
        <b>{category.label[language]}.</b> {category.definition[language]}
      </p>
      {category.examples.length > 0 && (
        <p className={styles.examples}>
          {t('guideExamples')}: {category.examples.map((example) => example[language]).join(' ')}
        </p>
      )}
    </div>
  );
}
