import type { Actor } from '../../shared/domain/actor';
import type { MissingKind, Value } from '../../shared/domain/answer';
import { withMissing, withValue } from '../../shared/domain/answer-changes';
import type { AgreementId, VariableId } from '../../shared/domain/ids';
import type { DocumentView } from '../../shared/domain/views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { createAnswerRecorder } from './answer-recorder';
import { type CodingEvidence, createCodingEvidence } from './coding-evidence';
import { type AskedNext, createCodingOpener } from './coding-opener';
import {
  answerIn,
  type CodingState,
  FRESH_CODING,
  gapsIn,
  unreadKey,
  unreadPrefix,
  without,
} from './coding-state';
import type { Slice } from './index';
import { findNeighbour } from './neighbour';
import { placeOf } from './settings-slice';
import { createUnreadTexts } from './unread-texts';

/** Where what nobody could read is remembered, so that it outlives the window. */
const UNREAD = 'coding.unread';

export interface CodingsSlice extends CodingEvidence {
  /** The coding that is open, and how far it has come. */
  coding: CodingState;
  /** Opens an agreement. What is unsaved is saved first; if it cannot be, one stays where one is. */
  openCoding(agreement: AgreementId): Promise<void>;
  /** Opens the next one to code after the given one, or the first. */
  openNextCoding(after: AgreementId | null): Promise<void>;
  /** Opens the agreement before or after this one in number order, coded or not. */
  openNeighbour(step: 1 | -1): Promise<void>;
  /** The document that will be shown when this agreement is done; `null` when nothing is left or known. */
  peekNextDocument(after: AgreementId): Promise<DocumentView | null>;
  activateVariable(variable: VariableId): void;
  /** Moves to the variable before or after, stopping at the ends. */
  moveActive(step: 1 | -1): void;
  /** `typing`: recorded when the keys rest; else at once. */
  setValue(variable: VariableId, value: Value | null, how?: 'typing'): void;
  setMissing(variable: VariableId, missing: MissingKind | null): void;
  toggleUnsure(variable: VariableId): void;
  setNote(variable: VariableId, note: string, how?: 'typing'): void;
  /** Keeps what was typed into a part of the value and cannot be read; `null` when it can. */
  keepUnread(variable: VariableId, typed: string | null, part?: string): void;
  /** Gives up what was typed into any part of the variable and could not be read. */
  forgetUnread(variable: VariableId): void;
  /** The actors that a text may mean; none when main cannot say. */
  suggestActors(variable: VariableId, text: string): Promise<readonly Actor[]>;
  /** Records at once what was typed. */
  flushTyping(): void;
  /** Records what was typed and waits for every write; false when something could not be saved. */
  saveCoding(): Promise<boolean>;
  retrySave(variable: VariableId): void;
  /** Gives up what could not be saved; what was saved before is shown again. */
  discardEdit(variable: VariableId): void;
  undoCoding(): Promise<void>;
  redoCoding(): Promise<void>;
  /** Hands in and opens the next. Gaps are told first, and the second time it goes through. */
  submitCoding(): Promise<void>;
  reopenCoding(): Promise<void>;
  codingsChanged(event: ChangeEvent): void;
}

export const createCodingsSlice =
  (api: Api): Slice<CodingsSlice> =>
  (set, get) => {
    const put = (change: Partial<CodingState>): void =>
      set(({ coding }) => ({ coding: { ...coding, ...change } }));

    const recorder = createAnswerRecorder({
      api,
      read: () => get().coding,
      write: put,
      waiting: (is) =>
        get().writeChanged(is ? { kind: 'started' } : { kind: 'done', subject: 'codings.waiting' }),
    });

    const unreadTexts = createUnreadTexts({
      read: () => get().coding.unread,
      write: (unread) => put({ unread, gapsTold: null }),
      project: () => get().project.value?.folder,
      remembered: () =>
        get().settings.value === null ? undefined : { text: placeOf(get())[UNREAD] },
      remember: (text) => get().rememberPlace({ [UNREAD]: text }),
    });

    /** Gives up the texts whose keys begin so. */
    const forgetUnread = (prefix: string): void => {
      const { unread } = get().coding;
      const kept = Object.entries(unread).filter(([key]) => !key.startsWith(prefix));
      if (kept.length < Object.keys(unread).length) unreadTexts.change(Object.fromEntries(kept));
    };

    /** A fresh start that keeps the text nobody could read: it waits in its own coding. */
    const startAfresh = (change: Partial<CodingState>): void =>
      put({ ...FRESH_CODING, unread: unreadTexts.here(), ...change });

    const opener = createCodingOpener({ api, get, put, startAfresh });

    const answer = (variable: VariableId) => answerIn(get().coding, variable);

    return {
      ...createCodingEvidence({ api, recorder, get, put }),
      coding: FRESH_CODING,

      openCoding: opener.open,

      peekNextDocument: opener.lookAhead,

      openNextCoding: async (after) => {
        if (!(await get().saveCoding())) return;
        if (get().coding.view === null) put({ state: 'loading', problem: null });
        await opener.openAsked(opener.askNext(after));
      },

      openNeighbour: async (step) => {
        const { view } = get().coding;
        const neighbour = view === null ? null : await findNeighbour(api, view, step);
        if (neighbour !== null) await get().openCoding(neighbour);
      },

      activateVariable: (variable) => {
        if (get().coding.active !== variable) put({ active: variable });
      },

      moveActive: (step) => {
        const variables = get().codebook.value?.variables ?? [];
        const at = variables.findIndex(({ id }) => id === get().coding.active);
        const next = variables[Math.min(Math.max(at + step, 0), variables.length - 1)];
        if (next !== undefined) get().activateVariable(next.id);
      },

      setValue: (variable, value, how) =>
        recorder.change(variable, withValue(answer(variable), value), how),

      setMissing: (variable, missing) => {
        if (missing !== null) get().forgetUnread(variable);
        recorder.change(variable, withMissing(answer(variable), missing));
      },

      toggleUnsure: (variable) => {
        const before = answer(variable);
        recorder.change(variable, { ...before, unsure: !before.unsure });
      },

      setNote: (variable, note, how) =>
        recorder.change(variable, { ...answer(variable), note }, how),

      keepUnread: (variable, typed, part = '') => {
        const { unread, view } = get().coding;
        const key = unreadKey(view, variable, part);
        if ((unread[key] ?? null) === typed) return;
        unreadTexts.change(typed === null ? without(unread, key) : { ...unread, [key]: typed });
      },

      forgetUnread: (variable) => forgetUnread(unreadKey(get().coding.view, variable, '')),

      suggestActors: async (variable, text) => {
        const reply = await api.codings.suggestActors({ variable, text: text.slice(0, 300) });
        return reply.ok ? reply.value : [];
      },

      flushTyping: () => {
        recorder.flush();
        unreadTexts.flush();
      },

      saveCoding: () => {
        unreadTexts.flush();
        return recorder.settle();
      },

      retrySave: (variable) => {
        const { edits } = get().coding;
        const edit = edits[variable];
        if (edit === undefined) return;
        put({ edits: { ...edits, [variable]: { ...edit, problem: null } } });
        recorder.send(variable);
      },

      discardEdit: (variable) => put({ edits: without(get().coding.edits, variable) }),

      undoCoding: async () => {
        await recorder.step((agreement) => api.codings.undo({ agreement }));
      },

      redoCoding: async () => {
        await recorder.step((agreement) => api.codings.redo({ agreement }));
      },

      submitCoding: async () => {
        const { view, gapsTold } = get().coding;
        const codebook = get().codebook.value;
        if (view?.state !== 'draft' || codebook === null) return;
        const gaps = gapsIn(get().coding, codebook);
        if (gaps.length > 0 && gapsTold === null) {
          put({ gapsTold: gaps, active: gaps[0] ?? null });
          return;
        }
        if (!(await get().saveCoding())) return;
        // The next one takes its place at once; showing it as submitted in between would only flicker.
        // It is asked for in the same breath: main does one thing after the other.
        let asked: AskedNext | null = null;
        const isSubmitted = await recorder.submit(view.agreement, () => {
          asked = opener.askNext(view.agreement);
        });
        if (!isSubmitted) return;
        forgetUnread(unreadPrefix(view));
        unreadTexts.flush();
        // Nothing more can be given to it from here on.
        put({ state: 'loading' });
        await opener.openAsked(asked ?? opener.askNext(view.agreement));
      },

      reopenCoding: async () => {
        await recorder.step((agreement) => api.codings.reopen({ agreement }));
      },

      codingsChanged: ({ topic }) => {
        const { view } = get().coding;
        // A document may have come to the agreement or left it.
        if (topic === 'agreements' && view !== null) void opener.lookAgain(view.agreement);
        if (topic !== 'reviewers') return;
        const current = get().reviewers.value?.current?.id ?? null;
        if (view === null || view.reviewer !== current) startAfresh({});
      },
    };
  };
