import type { AgreementId } from '../../shared/domain/ids';
import type { CodingView, DocumentView } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { CodingState } from './coding-state';
import type { Store } from './index';

/** What was asked for when one agreement is done. */
export interface AskedNext {
  /** What was seen when looking ahead. */
  readonly guess: AgreementId | null;
  readonly coding: Promise<Reply<CodingView>> | null;
  readonly next: Promise<Reply<{ agreement: AgreementId } | null>>;
}

interface OpenerDeps {
  readonly api: Api;
  get(): Store;
  put(change: Partial<CodingState>): void;
  /** Puts a coding, or the lack of one, in place of the one that was open. */
  startAfresh(change: Partial<CodingState>): void;
}

interface CodingOpener {
  /** Saves what is unsaved and opens the agreement; of several at once, the last one. */
  open(agreement: AgreementId): Promise<void>;
  /** Asks what comes after an agreement, or first. */
  askNext(after: AgreementId | null): AskedNext;
  /** Opens what was asked for, or tells that nothing is left. */
  openAsked(asked: AskedNext): Promise<void>;
  /** The document that will be shown when this agreement is done; `null` when nothing is left or known. */
  lookAhead(after: AgreementId): Promise<DocumentView | null>;
  /** Looks at the agreement that is open again, as something else changed it. */
  lookAgain(agreement: AgreementId): Promise<void>;
}

/** Opens codings, one after the other. */
export function createCodingOpener({ api, get, put, startAfresh }: OpenerDeps): CodingOpener {
  let opening = 0;
  /** What comes after an agreement, as it was when somebody looked ahead. */
  let ahead: { readonly after: AgreementId; readonly agreement: AgreementId } | null = null;

  const follow = (agreement: AgreementId | null): void => {
    if (get().route.screen === 'coding') get().goTo('coding', agreement);
  };

  const openBy = async (
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
      await openBy(agreement, () => (isGuess ? coding : api.codings.open({ agreement })));
    }
  };

  const lookAgain = async (agreement: AgreementId): Promise<void> => {
    const turn = opening;
    const reply = await api.codings.open({ agreement });
    if (!reply.ok || turn !== opening) return;
    if (get().coding.view?.agreement === agreement) put({ view: reply.value });
  };

  return {
    open: (agreement) => openBy(agreement, () => api.codings.open({ agreement })),
    askNext,
    openAsked,
    lookAgain,

    lookAhead: async (after) => {
      const next = await api.codings.next({ after });
      if (!next.ok || next.value === null) return null;
      ahead = { after, agreement: next.value.agreement };
      const found = await api.agreements.get(next.value);
      return found.ok ? (found.value.documents[0] ?? null) : null;
    },
  };
}
