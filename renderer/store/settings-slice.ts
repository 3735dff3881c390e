import type { Language } from '../../shared/domain/codebook';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Settings } from '../../shared/ipc/shapes';
import type { Slice } from './index';
import { ready, IDLE, type Loadable } from './loadable';

/** What the window keeps about one project: where one was in it. */
export type Place = Readonly<Record<string, string | number | null>>;

export interface SettingsSlice {
  settings: Loadable<Settings>;
  about: { readonly version: string; readonly language: Language };
  loadSettings(): Promise<void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** Keeps the sizes of a group of panes, in percent. */
  rememberPanes(id: string, sizes: readonly number[]): void;
  /** Keeps where one is in the open project, beside what is kept of it already. */
  rememberPlace(place: Place): void;
  settingsChanged(event: ChangeEvent): void;
}

export const createSettingsSlice =
  (api: Api): Slice<SettingsSlice> =>
  (set, get) => {
    /** Changes made here so far: an answer that was asked for before the last of them is outdated. */
    let changes = 0;

    return {
      settings: IDLE,
      about: { version: '', language: 'sv' },

      loadSettings: async () => {
        const before = changes;
        if (get().settings.value === null) {
          set({ settings: { state: 'loading', value: null, problem: null } });
        }
        const [about, settings] = await Promise.all([api.app.about(), api.app.readSettings()]);
        if (about.ok) set({ about: about.value });
        if (before !== changes) return;
        if (settings.ok) set({ settings: ready(settings.value) });
        else {
          const value = get().settings.value;
          set({ settings: { state: 'failed', value, problem: settings.error } });
        }
      },

      changeSettings: async (change) => {
        const before = get().settings.value;
        changes += 1;
        // Shown at once; what main answers is what holds.
        if (before !== null) set({ settings: ready({ ...before, ...change }) });
        const reply = await api.app.changeSettings(change);
        if (!reply.ok) set({ settings: { state: 'failed', value: before, problem: reply.error } });
      },

      rememberPanes: (id, sizes) => {
        const panes = get().settings.value?.panes;
        if (panes === undefined) return;
        void get().changeSettings({ panes: { ...panes, [id]: [...sizes] } });
      },

      rememberPlace: (place) => {
        const folder = get().project.value?.folder;
        const places = get().settings.value?.places;
        if (folder === undefined || places === undefined) return;
        const kept = places[folder] ?? {};
        if (Object.entries(place).every(([key, value]) => kept[key] === value)) return;
        void get().changeSettings({ places: { ...places, [folder]: { ...kept, ...place } } });
      },

      settingsChanged: ({ topic }) => {
        if (topic === 'settings') void get().loadSettings();
      },
    };
  };

/** What is kept of the open project; empty when nothing is. */
export function placeOf(store: {
  settings: SettingsSlice['settings'];
  project: { value: { folder: string } | null };
}): Place {
  const folder = store.project.value?.folder;
  return folder === undefined ? {} : (store.settings.value?.places[folder] ?? {});
}

/** The chosen language, or the system's. */
export function languageOf(store: Pick<SettingsSlice, 'settings' | 'about'>): Language {
  return store.settings.value?.language ?? store.about.language;
}
