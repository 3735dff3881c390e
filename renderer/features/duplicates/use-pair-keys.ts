import { useTranslation } from 'react-i18next';

import { DocumentRelation } from '../../../shared/domain/comparison-of-documents';
import { isBusy, useKeys } from '../../keyboard/keys';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useAppStore } from '../../store';

/** The keys of the side-by-side view, and their list in the overlay that `?` opens. */
export function usePairKeys({ onMove }: { onMove: (step: 1 | -1) => void }): void {
  const { t } = useTranslation('duplicates');
  const store = useAppStore();
  const state = store.getState;
  const isSomeone = (): boolean => state().reviewers.value?.current != null;
  const pairs = (step: 1 | -1) => (event: KeyboardEvent) => {
    event.preventDefault();
    void state().stepPair(step);
  };
  useKeys({
    ...Object.fromEntries(
      DocumentRelation.options.map((relation, at) => [
        String(at + 1),
        () => {
          if (isSomeone()) void state().sayOfPair(relation);
          else state().openDialog('who');
        },
      ]),
    ),
    n: () => onMove(1),
    p: () => onMove(-1),
    d: () => {
      const { onlyDifferences } = state().comparisons;
      state().changePairView({ onlyDifferences: !onlyDifferences });
    },
    PageDown: pairs(1),
    PageUp: pairs(-1),
    ']': pairs(1),
    '[': pairs(-1),
    '$mod+z': (event) => {
      if (isBusy(event)) return;
      event.preventDefault();
      void state().undoPair();
    },
  });
  useShortcutHelp(t('keys.title'), [
    { keys: ['1', '–', '3'], label: t('keys.say') },
    { keys: ['N'], label: t('next') },
    { keys: ['P'], label: t('previous') },
    { keys: ['D'], label: t('onlyDifferences') },
    { keys: ['PageUp', 'PageDown'], label: t('keys.pairs') },
    { keys: ['Ctrl', 'Z'], label: t('undo') },
  ]);
}
