import type { Api, Reply } from '../../shared/ipc/contract';
import type { Slice } from './index';
import type { Problem } from './loadable';

/** The calls that write what a person decided; the save indicator speaks of these. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  reviewers: ['add', 'rename'],
  documents: ['place', 'changeRole', 'splitOff', 'placeBack'],
  codings: ['recordAnswer', 'attachEvidence', 'removeEvidence', 'undo', 'redo', 'submit', 'reopen'],
  proposals: ['take', 'allow'],
  disagreements: ['settle', 'settleUnanimous', 'withdraw'],
  comparisons: ['say', 'takeBack'],
};

/** Calls that carry what a person wrote: it stays unsaved until the same place is saved. */
const CARRIES_WORK = new Set(['codings.recordAnswer', 'disagreements.settle']);

export type WriteChange =
  | { readonly kind: 'started' }
  | { readonly kind: 'done'; readonly subject: string }
  | { readonly kind: 'failed'; readonly subject: string; readonly problem: Problem };

export interface SavingSlice {
  saving: {
    /** Calls that write and are not answered yet. */
    readonly pending: number;
    /** What is not on disk, by what it concerns. Nothing is forgotten because something else was saved. */
    readonly unsaved: Readonly<Record<string, Problem>>;
  };
  writeChanged(change: WriteChange): void;
  /** The person has read why; what they wrote is theirs to enter again. */
  dismissUnsaved(): void;
}

/** `last` holds refusals of steps that carry no text: the next step that succeeds takes it away. */
const LAST = 'last';

export const createSavingSlice =
  (_api: Api): Slice<SavingSlice> =>
  (set) => ({
    saving: { pending: 0, unsaved: {} },

    writeChanged: (change) =>
      set(({ saving }) => {
        if (change.kind === 'started')
          return { saving: { ...saving, pending: saving.pending + 1 } };
        const unsaved = { ...saving.unsaved };
        if (change.kind === 'failed') {
          unsaved[change.subject] = change.problem;
        } else {
          delete unsaved[LAST];
          delete unsaved[change.subject];
        }
        return { saving: { pending: saving.pending - 1, unsaved } };
      }),

    dismissUnsaved: () => set(({ saving }) => ({ saving: { ...saving, unsaved: {} } })),
  });

/** Saved, being saved, or not saved and why: what the indicator says. */
export function saveState({
  pending,
  unsaved,
}: SavingSlice['saving']):
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'unsaved'; readonly problem: Problem } {
  if (pending > 0) return { kind: 'saving' };
  const problem = Object.values(unsaved).at(-1);
  return problem === undefined ? { kind: 'saved' } : { kind: 'unsaved', problem };
}

/** The same api, telling of every call that writes: when it starts and how it ends. */
export function watchWrites(api: Api, tell: (change: WriteChange) => void): Api {
  const watched = Object.entries(api).map(([topic, calls]) => [
    topic,
    Object.fromEntries(
      Object.entries(calls).map(([name, call]) => [
        name,
        WRITES[topic]?.includes(name) === true
          ? watch(call as AnyCall, `${topic}.${name}`, tell)
          : call,
      ]),
    ),
  ]);
  return Object.fromEntries(watched) as Api;
}

type AnyCall = (input?: unknown) => Promise<Reply<unknown>>;

function watch(call: AnyCall, name: string, tell: (change: WriteChange) => void): AnyCall {
  return async (input) => {
    const subject = CARRIES_WORK.has(name) ? subjectOf(name, input) : LAST;
    tell({ kind: 'started' });
    const reply = await call(input);
    // A name that was refused stands in its dialog, which says so: nothing of it is at stake.
    const lost = !reply.ok && name !== 'reviewers.add';
    tell(lost ? { kind: 'failed', subject, problem: reply.error } : { kind: 'done', subject });
    return reply;
  };
}

function subjectOf(name: string, input: unknown): string {
  const { agreement, variable } = input as { agreement: string; variable: string };
  return `${name}/${agreement}/${variable}`;
}
