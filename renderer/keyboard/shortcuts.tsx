import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

/** One key and what it does, as the overlay lists it. */
interface Shortcut {
  /** As printed: `['Ctrl', 'Enter']`, or a range such as `['1', '–', '9']`. */
  readonly keys: readonly string[];
  /** In the person's language. */
  readonly label: string;
}

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** The keys that work in what is shown now, group by group. */
interface Shortcuts {
  register(id: symbol, group: ShortcutGroup | null): void;
  list(): readonly ShortcutGroup[];
  subscribe(listener: () => void): () => void;
}

export function createShortcuts(): Shortcuts {
  const groups = new Map<symbol, ShortcutGroup>();
  const listeners = new Set<() => void>();
  let list: readonly ShortcutGroup[] = [];
  return {
    register: (id, group) => {
      if (group === null) groups.delete(id);
      else groups.set(id, group);
      list = [...groups.values()];
      for (const listener of listeners) listener();
    },
    list: () => list,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ShortcutsContext = createContext<Shortcuts | null>(null);

export function ShortcutsProvider({
  shortcuts,
  children,
}: {
  shortcuts: Shortcuts;
  children: ReactNode;
}) {
  return <ShortcutsContext.Provider value={shortcuts}>{children}</ShortcutsContext.Provider>;
}

/** Lists these keys in the overlay that `?` opens, while the component is mounted. It binds none of them. */
export function useShortcutHelp(title: string, shortcuts: readonly Shortcut[]): void {
  const registry = useContext(ShortcutsContext);
  const id = useRef(Symbol('shortcuts'));
  const shape = JSON.stringify(shortcuts);
  const group = useMemo(
    () => ({ title, shortcuts: JSON.parse(shape) as readonly Shortcut[] }),
    [title, shape],
  );
  useEffect(() => {
    const key = id.current;
    registry?.register(key, group);
    return () => registry?.register(key, null);
  }, [registry, group]);
}

const NONE: readonly ShortcutGroup[] = [];

/** What the overlay lists now. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  const registry = useContext(ShortcutsContext);
  return useSyncExternalStore(
    (listener) => registry?.subscribe(listener) ?? (() => undefined),
    () => registry?.list() ?? NONE,
  );
}
