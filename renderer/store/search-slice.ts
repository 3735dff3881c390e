import type { OtherWay } from '../../shared/domain/search-other-ways';
import { isSearchable, LONGEST_QUERY, parseSearch } from '../../shared/domain/search-query';
import type {
  AnswerHit,
  AnswerResults,
  PassageHit,
  PassageResults,
} from '../../shared/domain/search-views';
import type { AgreementId } from '../../shared/domain/ids';
import type { AgreementRow } from '../../shared/domain/views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import type { Problem } from './loadable';
import { waysThatLead } from './search-ways';
import { languageOf } from './settings-slice';

/** Hits that the palette lists of each kind; the rest is one step away. */
const SHOWN = { agreements: 4, passages: 8, answers: 4 } as const;
/** Milliseconds that the keys rest before anybody is asked. */
const REST = 60;
/** How soon the same is asked again while documents are still being indexed. */
const AGAIN = 700;
/** All hits are fetched this many at a time, around those that are looked at. */
const HITS_PER_CALL = 50;

/** What was found, kind by kind; `null` what is not there yet. Each stays until there is something newer. */
interface Found {
  readonly agreements: { readonly total: number; readonly rows: readonly AgreementRow[] } | null;
  readonly passages: PassageResults | null;
  readonly answers: AnswerResults | null;
  /** Where nothing was found: what else may be typed that finds something. */
  readonly ways: readonly OtherWay[];
}

interface SearchState {
  readonly isOpen: boolean;
  readonly text: string;
  readonly state: 'idle' | 'searching' | 'ready' | 'failed';
  /** Stays while something else is searched for. */
  readonly found: Found | null;
  readonly problem: Problem | null;
  /** The agreement that was gone to from here, until its form has the keys or one goes elsewhere. */
  readonly arrivesAt: AgreementId | null;
  /** Every page that was found, by its place among them; only those that were looked at are there. */
  readonly all: {
    readonly text: string;
    readonly results: PassageResults | null;
    readonly rows: Readonly<Record<number, PassageHit>>;
    readonly problem: Problem | null;
  };
}

export interface SearchSlice {
  search: SearchState;
  openSearch(): void;
  closeSearch(): void;
  /** Searches for what is typed once the keys rest; what was found before stays until then. */
  typeSearch(text: string): void;
  /** Opens the agreement of a hit at the passage. */
  openPassage(hit: PassageHit): void;
  openAnswer(hit: AnswerHit): Promise<void>;
  openFoundAgreement(agreement: AgreementId): void;
  /** The form that was gone to has the keys, or is no longer what is shown. */
  arrived(): void;
  /** Shows every page that has what is typed, on a screen of its own. */
  showAllHits(text: string): Promise<void>;
  /** Tells which of all hits are in view; those that are not there yet are fetched. */
  lookAtHits(from: number, to: number): void;
  searchChanged(event: ChangeEvent): void;
}

const FRESH: SearchState = {
  isOpen: false,
  text: '',
  state: 'idle',
  found: null,
  problem: null,
  arrivesAt: null,
  all: { text: '', results: null, rows: {}, problem: null },
};

export const createSearchSlice =
  (api: Api): Slice<SearchSlice> =>
  (set, get) => {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const underWay = new Set<number>();

    const put = (change: Partial<SearchState>): void =>
      set(({ search }) => ({ search: { ...search, ...change } }));

    /** Asks for all kinds at once; each is shown as it comes, unless something else was typed meanwhile. */
    const ask = async (text: string): Promise<void> => {
      turn += 1;
      const mine = turn;
      const folder = get().project.value?.folder;
      const isOurs = (): boolean => mine === turn && get().project.value?.folder === folder;
      const take = (part: Partial<Found>): void => {
        put({ found: { ...EMPTY, ...get().search.found, ...part } });
      };
      const passages = api.search
        .passages({ text, byDocument: true, offset: 0, limit: SHOWN.passages })
        .then((reply) => {
          if (!isOurs()) return;
          if (reply.ok) take({ passages: reply.value });
          else put({ state: 'failed', problem: reply.error });
        });
      const agreements = api.agreements
        .list({ search: text.trim(), limit: SHOWN.agreements })
        .then((reply) => {
          if (isOurs() && reply.ok) take({ agreements: reply.value });
        });
      const answers = api.search.answers({ text, language: languageOf(get()) }).then((reply) => {
        if (isOurs() && reply.ok) take({ answers: reply.value });
      });
      await Promise.all([passages, agreements, answers]);
      if (!isOurs() || get().search.state === 'failed') return;
      const ways = isNothing(get().search.found) ? await waysThatLead(api, text, isOurs) : [];
      if (!isOurs()) return;
      take({ ways });
      put({ state: 'ready', problem: null });
      const found = get().search.found?.passages;
      const isWaiting = (found?.waitingPages ?? 0) + (found?.waitingDocuments ?? 0) > 0;
      if (isWaiting && get().search.isOpen) timer = setTimeout(() => void ask(text), AGAIN);
    };

    const fetchHits = async (block: number): Promise<void> => {
      if (underWay.has(block)) return;
      underWay.add(block);
      const { text } = get().search.all;
      const offset = block * HITS_PER_CALL;
      const reply = await api.search.passages({
        text,
        byDocument: false,
        offset,
        limit: HITS_PER_CALL,
      });
      underWay.delete(block);
      const { all } = get().search;
      if (all.text !== text) return;
      if (!reply.ok) {
        put({ all: { ...all, problem: reply.error } });
        return;
      }
      const rows = { ...all.rows };
      for (const [at, hit] of reply.value.hits.entries()) rows[offset + at] = hit;
      put({ all: { ...all, results: reply.value, rows, problem: null } });
    };

    return {
      search: FRESH,

      openSearch: () => {
        // Not over another question that waits for its answer.
        if (get().dialog !== null) return;
        put({ isOpen: true });
        // What stands there from before may have changed meanwhile.
        const { text } = get().search;
        if (text !== '') get().typeSearch(text);
      },

      closeSearch: () => {
        clearTimeout(timer);
        turn += 1;
        put({
          isOpen: false,
          state: get().search.state === 'searching' ? 'idle' : get().search.state,
        });
      },

      typeSearch: (typed) => {
        const text = typed.slice(0, LONGEST_QUERY);
        clearTimeout(timer);
        // What is on its way for the text before comes too late: Enter would open it.
        turn += 1;
        if (text.trim() === '' || !isAskable(text)) {
          put({ text, state: 'idle', found: null, problem: null });
          return;
        }
        put({ text, state: 'searching', problem: null });
        timer = setTimeout(() => void ask(text), REST);
      },

      openPassage: (hit) => {
        get().closeSearch();
        get().seekPassage(hit.passage);
        get().goTo(hit.opensIn, hit.agreement);
      },

      openAnswer: async ({ agreement, variable, source }) => {
        get().closeSearch();
        if (source === 'own') {
          await get().openCoding(agreement);
          get().activateVariable(variable);
          get().goTo('coding', agreement);
        } else {
          await get().loadDisagreements();
          await get().openDisagreement(agreement);
          get().activateDisagreement(variable);
          get().goTo('disagreements', agreement);
        }
        put({ arrivesAt: agreement });
      },

      openFoundAgreement: (agreement) => {
        get().closeSearch();
        get().goTo('coding', agreement);
        put({ arrivesAt: agreement });
      },

      arrived: () => {
        if (get().search.arrivesAt !== null) put({ arrivesAt: null });
      },

      showAllHits: async (text) => {
        get().closeSearch();
        underWay.clear();
        put({ all: { ...FRESH.all, text } });
        get().goTo('search', null);
        await fetchHits(0);
      },

      lookAtHits: (from, to) => {
        const { rows, results } = get().search.all;
        const end = Math.min(to, results?.total ?? 0);
        for (let at = from; at < end; at += 1) {
          if (!(at in rows)) void fetchHits(Math.floor(at / HITS_PER_CALL));
        }
      },

      searchChanged: ({ topic }) => {
        // What one reviewer found is not shown to another, nor in another project.
        if (topic !== 'reviewers' && topic !== 'project') return;
        clearTimeout(timer);
        turn += 1;
        const { all } = get().search;
        put({ ...FRESH, all: topic === 'project' ? FRESH.all : all });
      },
    };
  };

const EMPTY: Found = { agreements: null, passages: null, answers: null, ways: [] };

/** Everything was asked, and nowhere is anything. */
function isNothing(found: Found | null): boolean {
  return (
    found?.passages?.pages === 0 &&
    found.agreements?.total === 0 &&
    (found.answers?.total ?? 0) === 0
  );
}

/** A number alone may be an agreement's; else there has to be a word of two letters. */
export function isAskable(text: string): boolean {
  return isSearchable(parseSearch(text)) || /^\s*#?\d{1,9}\s*$/.test(text);
}
