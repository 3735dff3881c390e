import { useTranslation } from 'react-i18next';

import { chooseCategory, toggleSecondary } from '../../../../shared/domain/answer-changes';
import { type Category, categoryOf } from '../../../../shared/domain/codebook';
import { useLanguage } from '../../../i18n/format';
import { classNames } from '../../../ui/class-names';
import { CategoryMeaning } from './CategoryMeaning';
import type { EditorProps } from './editor';
import styles from './editors.module.css';
import { RadioGrid } from './RadioGrid';
import { useTypedState } from './typed-state';

/** One of the variable's categories, and where the variable has them the secondary ones. */
export function CategoryEditor({ variable, value, onChange, isReadOnly, isActive }: EditorProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const [lookedAt, setLookedAt] = useTypedState<string | null>(null);
  const chosen = value?.type === 'category' ? value : null;
  const shown = categoryOf(variable, lookedAt ?? chosen?.category ?? '');

  const secondaryButton = (category: Category) => {
    const isSecondary = chosen?.secondary.includes(category.id) ?? false;
    if (!variable.secondary || chosen === null || chosen.category === category.id) return null;
    if (isReadOnly && !isSecondary) return null;
    const label = t(isSecondary ? 'category.dropSecondary' : 'category.makeSecondary', {
      category: category.label[language],
    });
    return (
      <button
        type="button"
        tabIndex={-1}
        aria-label={label}
        title={label}
        aria-pressed={isSecondary}
        disabled={isReadOnly}
        className={classNames(styles.secondary, isSecondary && styles.isSecondary)}
        onClick={() => onChange(toggleSecondary(variable, value, category))}
      >
        {isSecondary ? t('category.secondary') : '+'}
      </button>
    );
  };

  return (
    <>
      <RadioGrid
        label={variable.label[language]}
        columns={2}
        choices={variable.categories.map((category) => ({
          id: category.id,
          label: category.label[language],
          note: category.span,
          explanation: category.definition[language],
          after: secondaryButton(category),
        }))}
        chosen={chosen?.category ?? null}
        onChoose={(id) => {
          const category = categoryOf(variable, id);
          if (category !== undefined) onChange(chooseCategory(value, category));
        }}
        onLookAt={setLookedAt}
        isDisabled={isReadOnly}
      />
      {isActive && shown !== undefined && <CategoryMeaning category={shown} />}
    </>
  );
}
