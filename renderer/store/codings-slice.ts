import type { Actor } from '../../shared/domain/actor';
import type { MissingKind, Value } from '../../shared/domain/answer';
import { withMissing, withValue } from '../../shared/domain/answer-changes';
import type { Evidence, Passage } from '../../shared/domain/evidence';
import { inReadingOrder, stepThrough } from '../../shared/domain/evidence-order';
import type { AgreementId, EvidenceId, VariableId } from '../../shared/domain/ids';
import type { CodingView, DocumentView } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { createAnswerRecorder } from './answer-recorder';
import {
  answerIn,
  type CodingState,
  evidenceIn,
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

export interface CodingsSlice {
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
  selectPassage(passage: Passage | null): void;
  /** Attaches what is selected; gives the evidence, or `null` when nothing was, or it was refused. */
  attachEvidence(variable: VariableId): Promise<Evidence | null>;
  /** Makes a proposal the answer, with its passages as evidence; false when it was refused. */
  takeProposal(variable: VariableId, proposal: string): Promise<boolean>;
  removeEvidence(evidence: EvidenceId): Promise<void>;
  /** Marks evidence as shown and its variable as active. */
  showEvidence(evidence: EvidenceId): void;
  /** Shows the evidence before or after the one last shown, in the order of reading, document by document. */
  walkEvidence(step: 1 | -1): EvidenceId | null;
  undoCoding(): Promise<void>;
  redoCoding(): Promise<void>;
  /** Hands in and opens the next. Gaps are told first, and the second time it goes through. */
  submitCoding(): Promise<void>;
  reopenCoding(): Promise<void>;
  codingsChanged(event: ChangeEvent): void;
}

/** What was asked for when one agreement is done. */
interface AskedNext {
  /** What was seen when looking ahead. */
  readonly guess: AgreementId | null;
  readonly coding: Promise<Reply<CodingView>> | null;
  readonly next: Promise<Reply<{ agreement: AgreementId } | null>>;
}

export const createCodingsSlice =
  (api: Api): Slice<CodingsSlice> =>
  (set, get) => {
    let opening = 0;
    /** What comes after an agreement, as it was when somebody looked ahead. */
    let ahead: { readonly after: AgreementId; readonly agreement: AgreementId } | null = null;

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

    const follow = (agreement: AgreementId | null): void => {
      if (get().route.screen === 'coding') get().goTo('coding', agreement);
    };

    const answer = (variable: VariableId) => answerIn(get().coding, variable);

    const open = async (
      agreement: AgreementId,
      ask: () => Promise<Reply<CodingView>>,
    ): Promise<void> => {
      opening += 1;
      const turn = opening;
      if (!(await get().saveCoding()) || turn !== opening) return;
      const folder = get().project.value?.folder;
      put({ state: 'loading', problem: null });
      const reply = await ask();
      if (turn !== opening || get().project.value?.folder !== folder) return;
      if (!reply.ok) {
        startAfresh({ state: 'failed', problem: reply.error });
        return;
      }
      const first = get().codebook.value?.variables[0]?.id ?? null;
      startAfresh({ state: 'ready', view: reply.value, active: first });
      follow(agreement);
    };

    /** Asks what comes next, and at the same time for the one that was seen when looking ahead: mostly it is that. */
    const askNext = (after: AgreementId | null): AskedNext => {
      const guess = ahead !== null && ahead.after === after ? ahead.agreement : null;
      return {
        guess,
        coding: guess === null ? null : api.codings.open({ agreement: guess }),
        next: api.codings.next({ after }),
      };
    };

    const openAsked = async ({ guess, coding, next }: AskedNext): Promise<void> => {
      const reply = await next;
      if (!reply.ok) {
        startAfresh({ state: 'failed', problem: reply.error });
      } else if (reply.value === null) {
        startAfresh({ state: 'none-left' });
        follow(null);
      } else {
        const { agreement } = reply.value;
        const isGuess = coding !== null && agreement === guess;
        await open(agreement, () => (isGuess ? coding : api.codings.open({ agreement })));
      }
    };

    const lookAgain = async (agreement: AgreementId): Promise<void> => {
      const turn = opening;
      const reply = await api.codings.open({ agreement });
      if (!reply.ok || turn !== opening) return;
      if (get().coding.view?.agreement === agreement) put({ view: reply.value });
    };

    return {
      coding: FRESH_CODING,

      openCoding: (agreement) => open(agreement, () => api.codings.open({ agreement })),

      openNextCoding: async (after) => {
        if (!(await get().saveCoding())) return;
        if (get().coding.view === null) put({ state: 'loading', problem: null });
        await openAsked(askNext(after));
      },

      openNeighbour: async (step) => {
        const { view } = get().coding;
        const neighbour = view === null ? null : await findNeighbour(api, view, step);
        if (neighbour !== null) await get().openCoding(neighbour);
      },

      peekNextDocument: async (after) => {
        const next = await api.codings.next({ after });
        if (!next.ok || next.value === null) return null;
        ahead = { after, agreement: next.value.agreement };
        const found = await api.agreements.get(next.value);
        return found.ok ? (found.value.documents[0] ?? null) : null;
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

      selectPassage: (passage) => put({ selection: passage }),

      attachEvidence: async (variable) => {
        const { selection: passage, view } = get().coding;
        if (passage === null || view?.state !== 'draft') return null;
        put({ active: variable, selection: null });
        const attached: Evidence[] = [];
        await recorder.step(async (agreement) => {
          const reply = await api.codings.attachEvidence({ agreement, variable, passage });
          if (!reply.ok) return reply;
          attached.push(reply.value.evidence);
          return { ok: true, value: reply.value.coding };
        });
        const [evidence] = attached;
        // What was refused stays selected, to be tried again.
        put(evidence === undefined ? { selection: passage } : { shown: evidence.id });
        return evidence ?? null;
      },

      takeProposal: async (variable, proposal) => {
        put({ active: variable, taking: variable });
        const view = await recorder.step((agreement) =>
          api.proposals.take({ agreement, variable, proposal }),
        );
        if (get().coding.taking === variable) put({ taking: null });
        return view !== null;
      },

      removeEvidence: async (evidence) => {
        await recorder.step((agreement) => api.codings.removeEvidence({ agreement, evidence }));
      },

      showEvidence: (evidence) => {
        const owner = get().coding.view?.answers.find((own) =>
          own.evidence.some(({ id }) => id === evidence),
        );
        if (owner !== undefined) put({ shown: evidence, active: owner.variable });
      },

      walkEvidence: (step) => {
        const { view, shown } = get().coding;
        const variables = get().codebook.value?.variables ?? [];
        const all = inReadingOrder(
          variables.flatMap(({ id }) => evidenceIn(view, id)),
          view?.documents.map(({ id }) => id) ?? [],
        );
        const next = stepThrough(all, shown, step)?.id ?? null;
        if (next !== null) get().showEvidence(next);
        return next;
      },

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
          asked = askNext(view.agreement);
        });
        if (!isSubmitted) return;
        forgetUnread(unreadPrefix(view));
        unreadTexts.flush();
        // Nothing more can be given to it from here on.
        put({ state: 'loading' });
        await openAsked(asked ?? askNext(view.agreement));
      },

      reopenCoding: async () => {
        await recorder.step((agreement) => api.codings.reopen({ agreement }));
      },

      codingsChanged: ({ topic }) => {
        const { view } = get().coding;
        // A document may have come to the agreement or left it.
        if (topic === 'agreements' && view !== null) void lookAgain(view.agreement);
        if (topic !== 'reviewers') return;
        const current = get().reviewers.value?.current?.id ?? null;
        if (view === null || view.reviewer !== current) startAfresh({});
      },
    };
  };
