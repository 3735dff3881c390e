import { type Answer, isEmpty } from '../../shared/domain/answer';
import { sameAnswer } from '../../shared/domain/answer-changes';
import type { AgreementId, VariableId } from '../../shared/domain/ids';
import type { CodingView } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import { answerIn, type CodingState, type Edit, unsavedProblem, without } from './coding-state';
import { createOrderedQueue } from './ordered-queue';

/** How long after the last key what was typed is recorded. */
export const TYPING_PAUSE = 400;

interface RecorderDeps {
  readonly api: Api;
  read(): CodingState;
  write(change: Partial<CodingState>): void;
  /** Something begins or ends to wait for its turn; a call that has begun is counted by itself. */
  waiting(is: boolean): void;
}

export interface AnswerRecorder {
  /** Shows the answer at once and records it: now, or when the keys rest. */
  change(variable: VariableId, answer: Answer, how?: 'typing'): void;
  /** Records the edit of a variable as it stands. */
  send(variable: VariableId): void;
  /** Records everything typed that waits for the keys to rest. */
  flush(): void;
  /** Runs another write in its turn, after what was typed before it. */
  step(call: (agreement: AgreementId) => Promise<Reply<CodingView>>): Promise<CodingView | null>;
  /**
   * Hands in, after everything before it; true when it was taken. The view stays as it was. `sent` is
   * called when main was asked: what is asked for there comes after.
   */
  submit(agreement: AgreementId, sent: () => void): Promise<boolean>;
  /** Waits until nothing is typed or under way; true when everything is saved. */
  settle(): Promise<boolean>;
}

/**
 * Records one reviewer's answers in the order they were given, one write at a time.
 *
 * What is not confirmed lies in `edits` and is shown from there, so neither a slow disk nor a refused
 * write takes away what a person wrote. Replies come in order, so the newest view is the last one.
 */
export function createAnswerRecorder({ api, read, write, waiting }: RecorderDeps): AnswerRecorder {
  const queue = createOrderedQueue();
  const resting = new Map<VariableId, ReturnType<typeof setTimeout>>();

  const isOpen = (agreement: AgreementId): boolean => read().view?.agreement === agreement;

  /** Waits for its turn and counts as unsaved meanwhile, so that no gap between two calls says saved. */
  const enqueue = <T>(call: () => Promise<T>): Promise<T> => {
    waiting(true);
    return queue.add(() => {
      const reply = call();
      waiting(false);
      return reply;
    });
  };

  const record = async (agreement: AgreementId, variable: VariableId, edit: Edit) => {
    const answer = isEmpty(edit.answer) ? null : edit.answer;
    const reply = await enqueue(() => api.codings.recordAnswer({ agreement, variable, answer }));
    if (!isOpen(agreement)) return;
    const { edits } = read();
    // A later edit of the same variable is on its way; only that one may clear the place.
    const isLatest = edits[variable] === edit;
    if (reply.ok) {
      write({ view: reply.value, edits: isLatest ? without(edits, variable) : edits });
    } else if (isLatest) {
      write({ edits: { ...edits, [variable]: { ...edit, problem: reply.error } } });
    }
  };

  const send = (variable: VariableId): void => {
    const { view, edits } = read();
    const edit = edits[variable];
    if (view !== null && edit !== undefined) void record(view.agreement, variable, edit);
    if (!resting.has(variable)) return;
    clearTimeout(resting.get(variable));
    resting.delete(variable);
    waiting(false);
  };

  const flush = (): void => {
    for (const variable of [...resting.keys()]) send(variable);
  };

  return {
    change: (variable, answer, how) => {
      const { view, edits, state } = read();
      if (view === null || view.state === 'submitted' || state !== 'ready') return;
      if (edits[variable] === undefined && sameAnswer(answer, answerIn(read(), variable))) return;
      write({ edits: { ...edits, [variable]: { answer, problem: null } }, gapsTold: null });
      if (how !== 'typing') {
        send(variable);
        return;
      }
      if (!resting.has(variable)) waiting(true);
      clearTimeout(resting.get(variable));
      resting.set(
        variable,
        setTimeout(() => send(variable), TYPING_PAUSE),
      );
    },

    send,
    flush,

    step: async (call) => {
      const agreement = read().view?.agreement;
      if (agreement === undefined) return null;
      flush();
      const reply = await enqueue(() => call(agreement));
      if (!isOpen(agreement)) return null;
      if (reply.ok) write({ view: reply.value, stepProblem: null });
      else write({ stepProblem: reply.error });
      return reply.ok ? reply.value : null;
    },

    submit: async (agreement, sent) => {
      flush();
      const reply = await enqueue(() => {
        const asked = api.codings.submit({ agreement });
        sent();
        return asked;
      });
      if (isOpen(agreement)) write({ stepProblem: reply.ok ? null : reply.error });
      return reply.ok;
    },

    settle: async () => {
      do {
        flush();
        await queue.idle();
      } while (resting.size > 0);
      return unsavedProblem(read()) === null;
    },
  };
}
