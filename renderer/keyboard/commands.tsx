import { createContext, useContext, useEffect, type ReactNode } from 'react';

import type { MenuCommand } from '../../shared/ipc/menu-commands';
import { useLatest } from '../ui/use-latest';

type Handler = () => void;

/** Who carries out the menu's commands now: per command, the one that came last. */
export interface Commands {
  /** Carries out a command; false when nobody in view knows it. */
  run(command: MenuCommand): boolean;
  register(command: MenuCommand, handler: Handler): () => void;
}

export function createCommands(): Commands {
  const handlers = new Map<MenuCommand, Handler[]>();
  return {
    run: (command) => {
      const handler = handlers.get(command)?.at(-1);
      handler?.();
      return handler !== undefined;
    },
    register: (command, handler) => {
      handlers.set(command, [...(handlers.get(command) ?? []), handler]);
      return () =>
        handlers.set(
          command,
          (handlers.get(command) ?? []).filter((other) => other !== handler),
        );
    },
  };
}

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({
  commands,
  children,
}: {
  commands: Commands;
  children: ReactNode;
}) {
  return <CommandsContext.Provider value={commands}>{children}</CommandsContext.Provider>;
}

/**
 * Carries out a menu command while the component is mounted. The
 * component that mounted last gets it, so a screen takes precedence over the window around it.
 */
export function useCommand(command: MenuCommand, handler: Handler): void {
  const commands = useContext(CommandsContext);
  // Always the handler of the last rendering.
  const latest = useLatest(handler);
  useEffect(() => commands?.register(command, () => latest.current()), [commands, command, latest]);
}
