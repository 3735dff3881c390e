import { ReviewerId } from '../../shared/domain/ids';
import type { Reviewer } from '../../shared/domain/reviewer';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { unsavedProblem } from './coding-state';
import type { Slice } from './index';
import { IDLE, ready, type Loadable, type Problem } from './loadable';
import { placeOf } from './settings-slice';

export interface ReviewersSlice {
  /** Everyone who codes in the project, and who is coding now. */
  reviewers: Loadable<{ readonly all: readonly Reviewer[]; readonly current: Reviewer | null }>;
  /** Whoever coded here last was taken to be coding again, and somebody else may be sitting here. */
  isReviewerAssumed: boolean;
  loadReviewers(): Promise<void>;
  /** The assumption is right. */
  confirmReviewer(): void;
  /** Changes who is coding; a problem comes back to be shown where it was asked. */
  chooseReviewer(reviewer: ReviewerId | null): Promise<Problem | null>;
  /** Adds someone, who codes if nobody does yet: nobody's coding goes on in another's name. */
  addReviewer(name: string): Promise<Problem | null>;
  /** Gives someone another name. */
  renameReviewer(reviewer: ReviewerId, name: string): Promise<Problem | null>;
  reviewersChanged(event: ChangeEvent): void;
}

export const createReviewersSlice =
  (api: Api): Slice<ReviewersSlice> =>
  (set, get) => {
    /** Own states and counts are the reviewer's: all of it is asked for anew. */
    const seeAs = (current: Reviewer | null): void => {
      const all = get().reviewers.value?.all ?? [];
      set({ reviewers: ready({ all, current }) });
      const changed = { topic: 'reviewers', agreement: null, command: null } as const;
      get().countsChanged(changed);
      get().agreementsChanged(changed);
      get().codingsChanged(changed);
      get().disagreementsChanged(changed);
    };

    const load = async (): Promise<void> => {
      const owner = get().project.value?.folder;
      const before = get().reviewers.value;
      if (before === null) {
        set({ reviewers: { state: 'loading', value: null, problem: null } });
      }
      const [all, current] = await Promise.all([api.reviewers.list(), api.reviewers.current()]);
      if (get().project.value?.folder !== owner) return;
      const failed = !all.ok ? all.error : !current.ok ? current.error : null;
      if (failed !== null || !all.ok || !current.ok) {
        if (failed) set({ reviewers: { state: 'failed', value: before, problem: failed } });
        return;
      }
      set({ reviewers: ready({ all: all.value, current: current.value }) });
      if (before !== null || current.value !== null) return;
      // Just opened and nobody chosen: it is whoever coded here last.
      const last = ReviewerId.safeParse(placeOf(get())['reviewer']);
      if (last.success && all.value.some(({ id }) => id === last.data)) {
        await get().chooseReviewer(last.data);
        set({ isReviewerAssumed: all.value.length > 1 });
      }
    };

    return {
      reviewers: IDLE,
      isReviewerAssumed: false,

      confirmReviewer: () => set({ isReviewerAssumed: false }),

      loadReviewers: load,

      chooseReviewer: async (reviewer) => {
        // What was typed last is saved in the name of whoever typed it.
        if (!(await get().saveCoding())) return unsavedProblem(get().coding);
        const reply = await api.reviewers.choose({ reviewer });
        if (!reply.ok) return reply.error;
        seeAs(reply.value);
        set({ isReviewerAssumed: false });
        get().rememberPlace({ reviewer });
        return null;
      },

      addReviewer: async (name) => {
        const reply = await api.reviewers.add({ name });
        if (!reply.ok) return reply.error;
        await load();
        return get().reviewers.value?.current == null ? get().chooseReviewer(reply.value.id) : null;
      },

      renameReviewer: async (reviewer, name) => {
        const reply = await api.reviewers.rename({ reviewer, name });
        if (!reply.ok) return reply.error;
        await load();
        return null;
      },

      reviewersChanged: ({ topic }) => {
        if (topic === 'reviewers' && get().reviewers.state !== 'idle') void load();
      },
    };
  };
