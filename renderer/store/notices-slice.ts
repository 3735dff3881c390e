import type { Api } from '../../shared/ipc/contract';
import type { Slice } from './index';

/** A short sentence about something that just happened, read aloud by assistive technology. */
interface Notice {
  readonly id: number;
  readonly tone: 'plain' | 'good' | 'bad';
  /** Already in the person's language. */
  readonly text: string;
}

export interface NoticesSlice {
  notices: readonly Notice[];
  announce(text: string, tone?: Notice['tone']): void;
  dismissNotice(id: number): void;
}

export const createNoticesSlice =
  (_api: Api): Slice<NoticesSlice> =>
  (set, get) => ({
    notices: [],

    announce: (text, tone = 'plain') => {
      const id = (get().notices.at(-1)?.id ?? 0) + 1;
      set(({ notices }) => ({ notices: [...notices.slice(-2), { id, tone, text }] }));
    },

    dismissNotice: (id) =>
      set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  });
