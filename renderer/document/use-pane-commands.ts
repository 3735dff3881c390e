import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { paneCommands, type PaneCommand } from '../../shared/ipc/menu-commands';
import { useCommand } from '../keyboard/commands';
import { useShortcutHelp } from '../keyboard/shortcuts';
import { useAppStore } from '../store';
import { keysOf, paneCommandOf } from './pane-keys';
import { useLatest } from '../ui/use-latest';

/** What the pane does at each of its commands. */
export type RunCommands = Readonly<Record<PaneCommand, () => void>>;

/**
 * Carries out the pane's commands, from the menu and from keys in the window, and lists the keys.
 *
 * @returns the same commands, which stay what they are however often the pane is drawn
 */
export function usePaneCommands(run: RunCommands): RunCommands {
  const { t } = useTranslation('document');
  const store = useAppStore();
  const latest = useLatest(run);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || store.getState().dialog !== null) return;
      const command = paneCommandOf(event);
      const isElsewhere =
        event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]');
      if (command === null || isElsewhere) return;
      // Else the menu, which has the same keys, would do it once more.
      event.preventDefault();
      latest.current[command]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, latest]);

  // The list never changes, so neither does the order of the hooks.
  // oxlint-disable-next-line react-hooks/rules-of-hooks
  for (const command of paneCommands) useCommand(command, () => latest.current[command]());

  useShortcutHelp(
    t('keys.title'),
    paneCommands.map((command) => ({ keys: keysOf(command), label: t(`keys.${command}`) })),
  );

  return useMemo(
    () =>
      Object.fromEntries(
        paneCommands.map((command) => [command, () => latest.current[command]()]),
      ) as RunCommands,
    [latest],
  );
}
