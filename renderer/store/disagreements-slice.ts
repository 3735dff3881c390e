import type { SettledAnswer } from '../../shared/domain/answer';
import type { AgreementId, ReviewerId, VariableId } from '../../shared/domain/ids';
import type { DisagreementView } from '../../shared/domain/views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { without } from './coding-state';
import {
  type AgreedCount,
  type DisagreementsState,
  decidersIn,
  FRESH_DISAGREEMENTS,
} from './disagreements-state';
import type { Slice } from './index';
import { createLoader, IDLE, ready } from './loadable';
import { placeOf } from './settings-slice';
import {
  chosenAnswer,
  type Draft,
  draftKey,
  draftOf,
  filterRows,
  nextOpenRow,
  openVariables,
  planSettling,
  readDrafts,
  writeDrafts,
} from './settling';

/** How long after the last change drafts are remembered. */
const REST = 500;

/** Where in the project's place they are. */
const DRAFTS = 'disagreements.drafts';

export interface DisagreementsSlice {
  disagreements: DisagreementsState;
  loadDisagreements(): Promise<void>;
  filterDisagreements(variable: VariableId | null): void;
  showSettled(include: boolean): void;
  openDisagreement(agreement: AgreementId): Promise<void>;
  /** Opens the next agreement with something to settle, or the first. */
  openNextDisagreement(after: AgreementId | null): Promise<void>;
  activateDisagreement(variable: VariableId): void;
  moveDisagreement(step: 1 | -1): void;
  chooseReading(variable: VariableId, reviewer: ReviewerId): void;
  /** A third value or a kind of missing; `null` takes the choice back. */
  chooseOther(variable: VariableId, answer: SettledAnswer | null): void;
  writeRationale(variable: VariableId, rationale: string): void;
  toggleDecider(reviewer: ReviewerId): void;
  /** Settles what is chosen in this agreement, then opens the next when nothing is left in it. */
  settleChosen(): Promise<void>;
  /** Settles an agreed variable as one of the readers answered it, where the readings differ in detail. */
  settleReading(variable: VariableId, reviewer: ReviewerId): Promise<void>;
  /** Settles what all readers agree on, here or everywhere; gives how much it was, or `null`. */
  settleAgreed(
    agreement: AgreementId | null,
  ): Promise<{ agreements: number; decisions: number } | null>;
  /** What `settleAgreed` would settle; `null` when it cannot be told, and why is with the problems. */
  countAgreed(agreement: AgreementId | null): Promise<AgreedCount | null>;
  withdrawDecision(variable: VariableId): Promise<void>;
  /** Takes back the decision that was made last, and shows its agreement. */
  undoDecision(): Promise<void>;
  /** Remembers at once what is drafted, for the window is about to close. */
  keepDrafts(): void;
  disagreementsChanged(event: ChangeEvent): void;
}

export const createDisagreementsSlice =
  (api: Api): Slice<DisagreementsSlice> =>
  (set, get) => {
    let opening = 0;
    let resting: ReturnType<typeof setTimeout> | undefined;

    const read = () => get().disagreements;
    const put = (change: Partial<DisagreementsState>): void =>
      set(({ disagreements }) => ({ disagreements: { ...disagreements, ...change } }));

    const load = createLoader({
      ask: () => api.disagreements.list({ variable: null, includeSettled: read().includeSettled }),
      read: () => read().list,
      write: (list) => put({ list }),
      belongsTo: () => get().project.value?.folder,
    });

    const keepDrafts = (): void => {
      clearTimeout(resting);
      if (read().list.state === 'idle') return;
      get().rememberPlace({ [DRAFTS]: writeDrafts(read().drafts) });
    };

    const rememberDrafts = (): void => {
      clearTimeout(resting);
      resting = setTimeout(keepDrafts, REST);
    };

    const changeDraft = (variable: VariableId, change: Partial<Draft>): void => {
      const view = read().view.value;
      if (view === null) return;
      const { drafts, gaps, problems } = read();
      const draft = { ...draftOf(drafts, view.agreement, variable), ...change };
      put({
        drafts: { ...drafts, [draftKey(view.agreement, variable)]: draft },
        gaps: without(gaps, variable),
        problems: without(problems, variable),
        active: variable,
      });
      rememberDrafts();
    };

    /** Settles one variable as drafted; false when it was refused. */
    const settle = async (
      view: DisagreementView,
      variable: VariableId,
      draft = draftOf(read().drafts, view.agreement, variable),
    ): Promise<boolean> => {
      const chosen = chosenAnswer(view, variable, draft);
      if (chosen === null) return false;
      const decidedBy = [...decidersIn(get())];
      const reply = await api.disagreements.settle({
        agreement: view.agreement,
        variable,
        ...chosen,
        rationale: draft.rationale.trim(),
        decidedBy,
      });
      if (!reply.ok) {
        put({ problems: { ...read().problems, [variable]: reply.error }, active: variable });
        return false;
      }
      put({ drafts: without(read().drafts, draftKey(view.agreement, variable)) });
      if (read().view.value?.agreement === view.agreement) put({ view: ready(reply.value) });
      put({ steps: [...read().steps, { agreement: view.agreement, variable }] });
      rememberDrafts();
      return true;
    };

    return {
      disagreements: FRESH_DISAGREEMENTS,

      loadDisagreements: async () => {
        const isFirst = read().list.state === 'idle';
        if (isFirst) put({ drafts: readDrafts(placeOf(get())[DRAFTS]) });
        await load();
      },

      filterDisagreements: (variable) => put({ variable }),

      showSettled: (includeSettled) => {
        put({ includeSettled });
        void load();
      },

      openDisagreement: async (agreement) => {
        opening += 1;
        const turn = opening;
        const folder = get().project.value?.folder;
        put({ view: { state: 'loading', value: read().view.value, problem: null } });
        const reply = await api.disagreements.get({ agreement });
        if (turn !== opening || get().project.value?.folder !== folder) return;
        if (!reply.ok) {
          put({ view: { state: 'failed', value: null, problem: reply.error } });
          return;
        }
        const open = openVariables(reply.value).map(({ variable }) => variable);
        const { active, view } = read();
        const isSame = view.value?.agreement === agreement && active !== null;
        put({
          view: ready(reply.value),
          active: isSame && open.includes(active) ? active : (open[0] ?? null),
          gaps: {},
          problems: {},
        });
        if (get().route.screen === 'disagreements') get().goTo('disagreements', agreement);
      },

      openNextDisagreement: async (after) => {
        const { list, variable } = read();
        const next = nextOpenRow(filterRows(list.value ?? [], variable), after);
        if (next !== null) await get().openDisagreement(next.agreement);
      },

      activateDisagreement: (variable) => {
        if (read().active !== variable) put({ active: variable });
      },

      moveDisagreement: (step) => {
        const view = read().view.value;
        const open = view === null ? [] : openVariables(view);
        const at = open.findIndex(({ variable }) => variable === read().active);
        const next = open[Math.min(Math.max(at + step, 0), open.length - 1)];
        if (next !== undefined) put({ active: next.variable });
      },

      chooseReading: (variable, reviewer) =>
        changeDraft(variable, { choice: { kind: 'reading', reviewer } }),

      chooseOther: (variable, answer) =>
        changeDraft(variable, {
          choice: answer === null ? null : { kind: 'other', ...answer },
        }),

      writeRationale: (variable, rationale) => changeDraft(variable, { rationale }),

      toggleDecider: (reviewer) => {
        const before = decidersIn(get());
        const decidedBy = before.includes(reviewer)
          ? before.filter((id) => id !== reviewer)
          : [...before, reviewer];
        put({ decidedBy, gaps: {} });
      },

      settleChosen: async () => {
        const view = read().view.value;
        if (view === null || read().isSettling) return;
        if (openVariables(view).length === 0) {
          await get().openNextDisagreement(view.agreement);
          return;
        }
        const plan = planSettling(view, get().codebook.value, read().drafts, decidersIn(get()));
        if (plan.gaps.length > 0) {
          put({ gaps: Object.fromEntries(plan.gaps), active: plan.gaps[0]?.[0] ?? null });
          return;
        }
        put({ isSettling: true });
        let isRefused = false;
        for (const variable of plan.chosen) {
          isRefused = !(await settle(view, variable));
          if (isRefused) break;
        }
        put({ isSettling: false });
        const now = read().view.value;
        if (isRefused || now?.agreement !== view.agreement) return;
        const [left] = openVariables(now);
        if (left !== undefined) {
          put({ active: left.variable });
          return;
        }
        await load();
        await get().openNextDisagreement(view.agreement);
      },

      settleReading: async (variable, reviewer) => {
        const view = read().view.value;
        if (view === null || read().isSettling) return;
        const { drafts, problems } = read();
        put({ isSettling: true, problems: without(problems, variable) });
        // Not drafted: where it is refused, nothing may be chosen if the readings come to differ.
        const draft = draftOf(drafts, view.agreement, variable);
        await settle(view, variable, { ...draft, choice: { kind: 'reading', reviewer } });
        put({ isSettling: false });
      },

      settleAgreed: async (agreement) => {
        const reply = await api.disagreements.settleUnanimous({ agreement });
        if (!reply.ok) {
          put({ problems: { ...read().problems, all: reply.error } });
          return null;
        }
        put({ problems: without(read().problems, 'all') });
        await load();
        const shown = read().view.value?.agreement;
        if (shown !== undefined) await get().openDisagreement(shown);
        return reply.value;
      },

      countAgreed: async (agreement) => {
        const reply = await api.disagreements.countUnanimous({ agreement });
        if (reply.ok) return reply.value;
        put({ problems: { ...read().problems, all: reply.error } });
        return null;
      },

      withdrawDecision: async (variable) => {
        const view = read().view.value;
        if (view === null) return;
        const { agreement } = view;
        const before = view.variables.find((each) => each.variable === variable)?.decision;
        const reply = await api.disagreements.withdraw({ agreement, variable });
        if (!reply.ok) {
          put({ problems: { ...read().problems, [variable]: reply.error } });
          return;
        }
        const steps = read().steps.filter(
          (step) => step.agreement !== agreement || step.variable !== variable,
        );
        put({ steps });
        if (read().view.value?.agreement !== agreement) return;
        put({ view: ready(reply.value), problems: without(read().problems, variable) });
        // What was decided and why is there to be changed, not to be written again.
        if (before && before.origin !== 'unanimous') {
          const { value, missing, rationale } = before;
          changeDraft(variable, { choice: { kind: 'other', value, missing }, rationale });
        }
      },

      undoDecision: async () => {
        const last = read().steps.at(-1);
        if (last === undefined || read().isSettling) return;
        put({ steps: read().steps.slice(0, -1) });
        if (read().view.value?.agreement !== last.agreement) {
          await get().openDisagreement(last.agreement);
        }
        await get().withdrawDecision(last.variable);
      },

      keepDrafts,

      disagreementsChanged: ({ topic, agreement }) => {
        const isOurs = ['codings', 'decisions', 'reviewers', 'agreements'].includes(topic);
        if (!isOurs || read().list.state === 'idle') return;
        const shown = read().view.value?.agreement;
        if (topic === 'reviewers') put({ view: IDLE, decidedBy: null, active: null });
        void load();
        const isShown = shown !== undefined && (agreement === null || agreement === shown);
        // A reviewer may have got another name, which stands above each reading.
        const isSeen = topic === 'reviewers' && get().route.screen === 'disagreements';
        if ((topic === 'codings' && isShown) || (isSeen && shown !== undefined)) {
          void get().openDisagreement(shown);
        }
      },
    };
  };
