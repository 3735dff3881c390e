import { type DocumentRelation, pairKey } from '../../shared/domain/comparison-of-documents';
import { type AgreementId, DocumentId } from '../../shared/domain/ids';
import { type Difference, differenceOf } from '../../shared/domain/similarity/difference';
import type { Api } from '../../shared/ipc/contract';
import type {
  DocumentTemplate,
  OpenPair,
  PairFilter,
  PairList,
  PairRow,
  RelatedAgreement,
} from '../../shared/ipc/comparison-shapes';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import { createLoader, IDLE, ready, type Loadable, type Problem } from './loadable';
import { placeOf } from './settings-slice';

/** How the two documents are shown. */
export type PairMode = 'difference' | 'template' | 'originals';

/** A pair with what differs in it. */
export interface ShownPair extends OpenPair {
  readonly difference: Difference;
}

/** What was said of a pair before a step, so that the step can be undone. */
interface Step {
  readonly a: DocumentId;
  readonly b: DocumentId;
  readonly before: PairRow['said'];
}

interface ComparisonsState {
  readonly show: PairFilter;
  readonly list: Loadable<PairList>;
  readonly view: Loadable<ShownPair>;
  readonly mode: PairMode;
  readonly onlyDifferences: boolean;
  /** Also mark words that are only spelt or read otherwise. */
  readonly slips: boolean;
  readonly note: string;
  /** By document; asked for when the template is to be shown. */
  readonly templates: Readonly<Record<string, DocumentTemplate>>;
  readonly steps: readonly Step[];
  /** What was said of the agreement that is coded. */
  readonly related: {
    readonly agreement: AgreementId;
    readonly all: readonly RelatedAgreement[];
  } | null;
  /** Why what was said could not be kept. */
  readonly problem: Problem | null;
}

const FRESH_COMPARISONS: ComparisonsState = {
  show: 'open',
  list: IDLE,
  view: IDLE,
  mode: 'difference',
  onlyDifferences: false,
  slips: false,
  note: '',
  templates: {},
  steps: [],
  related: null,
  problem: null,
};

export interface ComparisonsSlice {
  comparisons: ComparisonsState;
  loadPairs(): Promise<void>;
  showPairs(show: PairFilter): void;
  openPair(a: DocumentId, b: DocumentId): Promise<void>;
  /** Opens the screen with a pair, from wherever it is spoken of. */
  goToPair(a: DocumentId, b: DocumentId): void;
  /** Opens the pair as it was left, else the first in the list. */
  openFirstPair(): Promise<void>;
  stepPair(step: 1 | -1): Promise<void>;
  changePairView(
    change: Partial<Pick<ComparisonsState, 'mode' | 'onlyDifferences' | 'slips' | 'note'>>,
  ): void;
  sayOfPair(relation: DocumentRelation): Promise<void>;
  takeBackPair(): Promise<void>;
  undoPair(): Promise<void>;
  /** Puts one document of the pair into the other's agreement. */
  placeTogether(moved: 'a' | 'b'): Promise<void>;
  /** Asks which agreements somebody said are the same as this one, or another version. */
  loadRelated(agreement: AgreementId): Promise<void>;
  comparisonsChanged(event: ChangeEvent): void;
}

/** Pairs that the list holds; the rest comes as these are decided. */
const MOST_ROWS = 500;
/** Where in the project's place the open pair is. */
const PAIR = 'duplicates.pair';

export const createComparisonsSlice =
  (api: Api): Slice<ComparisonsSlice> =>
  (set, get) => {
    let opening = 0;
    /** Where in the list the open pair stood, when what was said took it out of there. */
    let lastAt = 0;

    const read = () => get().comparisons;
    const put = (change: Partial<ComparisonsState>): void =>
      set(({ comparisons }) => ({ comparisons: { ...comparisons, ...change } }));

    const load = createLoader({
      ask: () => api.comparisons.list({ show: read().show, limit: MOST_ROWS }),
      read: () => read().list,
      write: (list) => put({ list }),
      belongsTo: () => `${get().project.value?.folder ?? ''} ${read().show}`,
    });

    const placeInList = (): number => {
      const shown = read().view.value?.pair;
      if (shown === undefined) return -1;
      return (read().list.value?.rows ?? []).findIndex((row) => keyOf(row) === keyOf(shown));
    };

    const putRow = (pair: PairRow): void => {
      const view = read().view.value;
      if (view !== null && keyOf(view.pair) === keyOf(pair)) {
        put({ view: ready({ ...view, pair }) });
      }
    };

    const loadTemplates = async (): Promise<void> => {
      const pair = read().view.value?.pair;
      if (pair === undefined) return;
      for (const { id } of [pair.a.document, pair.b.document]) {
        if (read().templates[id] !== undefined) continue;
        const reply = await api.comparisons.template({ document: id });
        if (reply.ok) put({ templates: { ...read().templates, [id]: reply.value } });
        else put({ problem: reply.error });
      }
    };

    /** Says something of a pair, or takes it back; `null` when it was refused. */
    const record = async (
      { a, b }: { a: DocumentId; b: DocumentId },
      said: { relation: DocumentRelation; note: string } | null,
    ): Promise<PairRow | null> => {
      const reply =
        said === null
          ? await api.comparisons.takeBack({ a, b })
          : await api.comparisons.say({ a, b, ...said });
      put({ problem: reply.ok ? null : reply.error });
      if (!reply.ok) return null;
      putRow(reply.value);
      return reply.value;
    };

    return {
      comparisons: FRESH_COMPARISONS,

      loadPairs: load,

      showPairs: (show) => {
        put({ show, list: IDLE });
        void load();
      },

      openPair: async (a, b) => {
        opening += 1;
        const turn = opening;
        const folder = get().project.value?.folder;
        put({ view: { state: 'loading', value: read().view.value, problem: null }, problem: null });
        const reply = await api.comparisons.open({ a, b });
        if (turn !== opening || get().project.value?.folder !== folder) return;
        if (!reply.ok) {
          put({ view: { state: 'failed', value: null, problem: reply.error } });
          return;
        }
        const { pair } = reply.value;
        const difference = differenceOf(reply.value.a, reply.value.b);
        put({ view: ready({ ...reply.value, difference }), note: pair.said?.note ?? '' });
        lastAt = Math.max(0, placeInList());
        get().rememberPlace({ [PAIR]: pairKey(a, b) });
        if (read().mode === 'template') void loadTemplates();
      },

      goToPair: (a, b) => {
        get().goTo('duplicates', null);
        void get().openPair(a, b);
      },

      openFirstPair: async () => {
        if (read().view.state !== 'idle') return;
        const [a, b] = String(placeOf(get())[PAIR] ?? '')
          .split('/')
          .map((id) => DocumentId.safeParse(id).data);
        const [first] = read().list.value?.rows ?? [];
        if (a !== undefined && b !== undefined) {
          await get().openPair(a, b);
          // Remembered from another state of the project: the first one will do.
          if (read().view.state !== 'failed') return;
          put({ view: IDLE });
        }
        if (first !== undefined) await get().openPair(first.a.document.id, first.b.document.id);
      },

      stepPair: async (step) => {
        const rows = read().list.value?.rows ?? [];
        const at = placeInList();
        // The pair that went out of the list left its place to the next one.
        const next = rows[at >= 0 ? at + step : step > 0 ? lastAt : lastAt - 1];
        if (next !== undefined) await get().openPair(next.a.document.id, next.b.document.id);
      },

      changePairView: (change) => {
        put(change);
        if (change.mode === 'template') void loadTemplates();
      },

      sayOfPair: async (relation) => {
        const pair = read().view.value?.pair;
        if (pair === undefined) return;
        const step = { a: pair.a.document.id, b: pair.b.document.id, before: pair.said };
        const at = placeInList();
        if (at >= 0) lastAt = at;
        if ((await record(step, { relation, note: read().note })) === null) return;
        put({ steps: [...read().steps, step] });
      },

      takeBackPair: async () => {
        const pair = read().view.value?.pair;
        if (pair?.said == null) return;
        const step = { a: pair.a.document.id, b: pair.b.document.id, before: pair.said };
        if ((await record(step, null)) === null) return;
        put({ steps: [...read().steps, step] });
      },

      undoPair: async () => {
        const last = read().steps.at(-1);
        if (last === undefined) return;
        put({ steps: read().steps.slice(0, -1) });
        const pair = await record(last, last.before);
        if (pair === null) return;
        const shown = read().view.value?.pair;
        if (shown === undefined || keyOf(shown) !== keyOf(pair))
          await get().openPair(last.a, last.b);
        else put({ note: pair.said?.note ?? '' });
      },

      placeTogether: async (moved) => {
        const pair = read().view.value?.pair;
        if (pair === undefined) return;
        const [from, to] = moved === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
        const reply = await api.documents.place({
          document: from.document.id,
          agreement: to.agreement,
          before: null,
        });
        put({ problem: reply.ok ? null : reply.error });
        if (reply.ok) await get().openPair(pair.a.document.id, pair.b.document.id);
      },

      loadRelated: async (agreement) => {
        const folder = get().project.value?.folder;
        const reply = await api.comparisons.ofAgreement({ agreement });
        if (get().project.value?.folder !== folder) return;
        // A line above the form; where it cannot be had, the form is none the worse.
        put({ related: reply.ok ? { agreement, all: reply.value } : null });
      },

      comparisonsChanged: ({ topic }) => {
        if (topic === 'reviewers') put({ steps: [] });
        const isOurs = topic === 'comparisons' || topic === 'documents' || topic === 'agreements';
        if (isOurs && read().list.state !== 'idle') void load();
      },
    };
  };

/** One string for a pair. */
export function keyOf({ a, b }: Pick<PairRow, 'a' | 'b'>): string {
  return pairKey(a.document.id, b.document.id);
}
