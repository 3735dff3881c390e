import type { ProjectView } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { RecentProject, Settings, VerifyReport } from '../../shared/ipc/shapes';
import type { Slice, Store } from './index';
import { createLoader, IDLE, ready, type Loadable, type Problem } from './loadable';
import { routeAt } from './route-slice';
import { placeOf } from './settings-slice';

/** What the start screen was asked to do, so that an error stands beside it. */
export type StartStep = 'sample' | 'create' | 'open' | 'recent';

export interface ProjectSlice {
  /** The open project; ready with `null` when none is. */
  project: Loadable<ProjectView | null>;
  recent: Loadable<RecentProject[]>;
  starting: { readonly step: StartStep; readonly folder: string | null } | null;
  startProblem: { readonly step: StartStep; readonly problem: Problem } | null;
  verification: Loadable<VerifyReport>;
  /** The project that was open when the window closed, if any. */
  resume(): Promise<void>;
  loadRecent(): Promise<void>;
  openSample(): Promise<void>;
  createProject(wish: { name: string; parent: string; codersWanted: number }): Promise<void>;
  /** Asks where a new project is to lie; no folder when the person changed their mind. */
  /** A folder to begin with; empty when none can be told. */
  suggestProjectFolder(): Promise<string>;
  chooseProjectFolder(): Promise<{ folder: string | null; problem: Problem | null }>;
  /** Without a folder the person is asked for one. */
  openProject(folder: string | null): Promise<void>;
  closeProject(): Promise<void>;
  verifyProject(): Promise<void>;
  /** Ends the check where one is under way, and forgets what the last one found. */
  stopVerifying(): Promise<void>;
  revealProject(): Promise<void>;
  clearStartProblem(): void;
  projectChanged(event: ChangeEvent): void;
}

/** What outlives a change of project; every other state is forgotten with its project. */
const BEYOND_PROJECTS: ReadonlySet<string> = new Set([
  'about',
  'notices',
  'project',
  'recent',
  'settings',
  'startProblem',
  'starting',
] satisfies (keyof Store)[]);

export const createProjectSlice =
  (api: Api): Slice<ProjectSlice> =>
  (set, get, store) => {
    /** Shows a project as it was left, or the start screen. */
    const enter = (project: ProjectView | null): void => {
      const forgotten = Object.entries(store.getInitialState()).filter(
        ([key, value]) => typeof value !== 'function' && !BEYOND_PROJECTS.has(key),
      );
      set({ ...(Object.fromEntries(forgotten) as Partial<Store>), project: ready(project) });
      set({ startProblem: null });
      if (project === null) {
        void get().loadRecent();
        return;
      }
      set({ route: routeAt(placeOf(get())) });
      keepOpenMark(project.folder);
      void get().loadReviewers();
    };

    /** Marks which project to come back to; `null` when it was closed on purpose. */
    const keepOpenMark = (folder: string | null): void => {
      const before = get().settings.value?.places;
      if (before === undefined) return;
      const places: Settings['places'] = Object.fromEntries(
        Object.entries(before).map(([at, place]) => [at, { ...place, open: null }]),
      );
      if (folder !== null) places[folder] = { ...places[folder], open: 1 };
      void get().changeSettings({ places });
    };

    const start = async (
      step: StartStep,
      folder: string | null,
      ask: () => Promise<Reply<ProjectView | null>>,
    ): Promise<void> => {
      if (get().starting !== null) return;
      set({ starting: { step, folder }, startProblem: null });
      await get().saveCoding();
      const reply = await ask();
      set({ starting: null });
      if (!reply.ok) {
        set({ startProblem: { step, problem: reply.error } });
        void get().loadRecent();
      } else if (reply.value !== null) {
        enter(reply.value);
      }
    };

    return {
      project: IDLE,
      recent: IDLE,
      starting: null,
      startProblem: null,
      verification: IDLE,

      resume: async () => {
        set({ project: { state: 'loading', value: null, problem: null } });
        const current = await api.projects.current();
        if (current.ok && current.value !== null) {
          enter(current.value);
          return;
        }
        const places = get().settings.value?.places ?? {};
        const last = Object.keys(places).find((folder) => places[folder]?.['open'] === 1);
        if (last !== undefined) {
          await start('recent', last, () => api.projects.open({ folder: last }));
          if (get().project.state === 'ready') return;
        }
        const problem = get().startProblem;
        enter(null);
        set({ startProblem: problem });
      },

      loadRecent: createLoader({
        ask: () => api.projects.listRecent(),
        read: () => get().recent,
        write: (recent) => set({ recent }),
        belongsTo: () => null,
      }),

      openSample: () => start('sample', null, () => api.projects.createSample()),

      createProject: (wish) => start('create', null, () => api.projects.create(wish)),

      suggestProjectFolder: async () => {
        const reply = await api.projects.suggestFolder();
        return reply.ok ? reply.value : '';
      },

      chooseProjectFolder: async () => {
        const reply = await api.projects.chooseFolder();
        return reply.ok
          ? { folder: reply.value, problem: null }
          : { folder: null, problem: reply.error };
      },

      openProject: (folder) =>
        start(folder === null ? 'open' : 'recent', folder, () => api.projects.open({ folder })),

      closeProject: async () => {
        await get().saveCoding();
        keepOpenMark(null);
        const reply = await api.projects.close();
        if (reply.ok) enter(null);
        else set({ startProblem: { step: 'open', problem: reply.error } });
      },

      verifyProject: async () => {
        const loading = { state: 'loading', value: null, problem: null } as const;
        set({ verification: loading });
        const reply = await api.projects.verify();
        // Nobody waits for it any more, or waits for another.
        if (get().verification !== loading) return;
        set({
          verification: reply.ok
            ? ready(reply.value)
            : { state: 'failed', value: null, problem: reply.error },
        });
      },

      stopVerifying: async () => {
        const isRunning = get().verification.state === 'loading';
        set({ verification: IDLE });
        if (isRunning) await api.projects.stopVerifying();
      },

      revealProject: async () => {
        await api.projects.revealFolder();
      },

      clearStartProblem: () => set({ startProblem: null }),

      projectChanged: ({ topic }) => {
        if (topic !== 'project' || get().project.state !== 'ready') return;
        void api.projects.current().then((reply) => {
          if (!reply.ok || get().starting !== null) return;
          const isSame = reply.value?.folder === get().project.value?.folder;
          if (isSame) set({ project: ready(reply.value) });
          else enter(reply.value);
        });
      },
    };
  };
