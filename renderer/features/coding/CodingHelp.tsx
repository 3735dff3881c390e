import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { useShortcutHelp } from '../../keyboard/shortcuts';

/**
 * Lists the keys of the coding screen in the overlay that `?` opens, and shows nothing.
 *
 * A component, so that its many texts are looked up once and not with every agreement.
 */
export const CodingHelp = memo(function CodingHelp() {
  const { t } = useTranslation('coding');
  useShortcutHelp(t('keys.title'), [
    { keys: ['↑', '↓'], label: t('keys.move') },
    { keys: ['A', '–', 'Z'], label: t('keys.mark') },
    { keys: ['1', '–', '9'], label: t('keys.choose') },
    { keys: ['Shift', '1', '–', '9'], label: t('keys.secondary') },
    { keys: ['Tab'], label: t('keys.proposal') },
    { keys: ['Enter'], label: t('keys.edit') },
    { keys: ['U'], label: t('keys.unsure') },
    { keys: ['N'], label: t('keys.note') },
    { keys: ['X'], label: t('keys.missing') },
    { keys: ['K'], label: t('keys.guide') },
    { keys: ['Delete'], label: t('keys.clear') },
    { keys: ['Ctrl', 'F', 'Esc'], label: t('keys.hit') },
    { keys: ['Shift', '←', '→'], label: t('keys.extend') },
    { keys: ['Alt', '↑', '↓'], label: t('keys.evidence') },
    { keys: ['PageUp', 'PageDown'], label: t('keys.neighbour') },
    { keys: ['Ctrl', 'Z'], label: t('keys.undo') },
    { keys: ['Ctrl', 'Y'], label: t('keys.redo') },
    { keys: ['Ctrl', 'Enter'], label: t('keys.submit') },
  ]);
  return null;
});
