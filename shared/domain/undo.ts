import type { EntryId } from './ids';

/** One step of a coding's history, as far as undo needs to know it. */
export interface Step {
  readonly id: EntryId;
  /** The step that this one takes back, or brings back. */
  readonly undoes?: EntryId | undefined;
  readonly redoes?: EntryId | undefined;
  /** Handing in a coding closes its history: what came before cannot be taken back step by step. */
  readonly closes?: boolean;
}

/**
 * Which step undo would take back next and which redo would bring back, from the history in order.
 *
 * The stacks are computed from the journal and not kept anywhere, so undo works after a restart. A
 * step taken by hand empties what could be redone, as in every editor.
 */
export function undoState(steps: readonly Step[]): { undo: EntryId | null; redo: EntryId | null } {
  const done: EntryId[] = [];
  const undone: EntryId[] = [];
  for (const step of steps) {
    if (step.closes) {
      done.length = 0;
      undone.length = 0;
    } else if (step.undoes !== undefined) {
      remove(done, step.undoes);
      undone.push(step.undoes);
    } else if (step.redoes !== undefined) {
      remove(undone, step.redoes);
      done.push(step.redoes);
    } else {
      done.push(step.id);
      undone.length = 0;
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}

function remove(stack: EntryId[], id: EntryId): void {
  const at = stack.lastIndexOf(id);
  if (at >= 0) stack.splice(at, 1);
}
