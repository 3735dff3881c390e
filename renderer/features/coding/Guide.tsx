import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Variable } from '../../../shared/domain/codebook';
import { useLanguage } from '../../i18n/format';
import { IconButton } from '../../ui/IconButton';
import { CategoryMeaning } from './editors/CategoryMeaning';
import styles from './Guide.module.css';

/** The coding instruction of the active variable and what belongs in each of its categories. */
export function Guide({ variable, onClose }: { variable: Variable; onClose: () => void }) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  return (
    // A long text has to be scrolled by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={styles.guide} aria-label={t('guide')} tabIndex={0}>
      <header className={styles.head}>
        <h3>
          {t('guide')}: {variable.label[language]}
        </h3>
        <IconButton label={t('guideClose')} keys={['K']} icon={<X />} onPress={onClose} />
      </header>
      <p>{variable.instruction[language]}</p>
      {variable.categories.map((category) => (
        <CategoryMeaning key={category.id} category={category} />
      ))}
    </aside>
  );
}
