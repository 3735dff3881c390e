import type { Finding } from '../../shared/domain/detector/proposal';
import type { AgreementId, VariableId } from '../../shared/domain/ids';
import type { ProposalRule, ProposalsView } from '../../shared/domain/proposal-views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { answerIn, type CodingState } from './coding-state';
import { isCoded } from '../../shared/domain/answer';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, type Problem } from './loadable';

export interface ProposalsSlice {
  proposals: {
    /** Whose proposals these are. */
    readonly agreement: AgreementId | null;
    readonly view: ProposalsView | null;
    readonly problem: Problem | null;
    /** By variable: which of its candidates is offered, where it is not the first. */
    readonly offered: Readonly<Record<string, number>>;
    readonly rule: Loadable<ProposalRule>;
  };
  /** Asks what the text of the agreement that is open proposes. */
  loadProposals(agreement: AgreementId): Promise<void>;
  /** Offers the candidate after the one that is offered, or the first again. */
  offerNext(variable: VariableId): void;
  loadProposalRule(): Promise<void>;
  allowProposals(inReliabilitySample: boolean): Promise<void>;
  proposalsChanged(event: ChangeEvent): void;
}

export const createProposalsSlice =
  (api: Api): Slice<ProposalsSlice> =>
  (set, get) => {
    const put = (change: Partial<ProposalsSlice['proposals']>): void =>
      set(({ proposals }) => ({ proposals: { ...proposals, ...change } }));

    const loadProposalRule = createLoader({
      ask: () => api.proposals.rule(),
      read: () => get().proposals.rule,
      write: (rule) => put({ rule }),
      belongsTo: () => get().project.value?.folder,
    });

    return {
      proposals: { agreement: null, view: null, problem: null, offered: {}, rule: IDLE },

      loadProposals: async (agreement) => {
        put({ agreement, view: null, problem: null, offered: {} });
        const reply = await api.proposals.forAgreement({ agreement });
        if (get().proposals.agreement !== agreement) return;
        put(reply.ok ? { view: reply.value } : { problem: reply.error });
      },

      offerNext: (variable) => {
        const finding = findingIn(get().proposals, variable);
        if (finding === null) return;
        const now = get().proposals.offered[variable] ?? 0;
        const next = (now + 1) % Math.max(1, finding.candidates.length);
        put({ offered: { ...get().proposals.offered, [variable]: next } });
      },

      loadProposalRule,

      allowProposals: async (inReliabilitySample) => {
        const reply = await api.proposals.allow({ inReliabilitySample });
        if (reply.ok) put({ rule: { state: 'ready', value: reply.value, problem: null } });
        else
          put({
            rule: { state: 'failed', value: get().proposals.rule.value, problem: reply.error },
          });
      },

      proposalsChanged: ({ topic }) => {
        const { view } = get().coding;
        if (topic === 'project' && get().proposals.rule.state !== 'idle') void loadProposalRule();
        // Turned on or off, or read anew: what is offered follows.
        if ((topic === 'project' || topic === 'documents') && view?.state === 'draft') {
          if (get().route.screen === 'coding') void get().loadProposals(view.agreement);
        }
      },
    };
  };

function findingIn({ view }: ProposalsSlice['proposals'], variable: VariableId): Finding | null {
  return view?.findings.find((each) => each.variable === variable) ?? null;
}

/** What the text says of a variable that has no answer yet, and which candidate is offered. */
interface Offer {
  readonly finding: Finding;
  readonly place: number;
}

/** The offer for a variable of the open coding; `null` once it is answered, or where nothing is offered. */
export function offerIn(
  proposals: ProposalsSlice['proposals'],
  coding: CodingState,
  variable: VariableId,
): Offer | null {
  if (coding.view?.state !== 'draft' || coding.view.agreement !== proposals.agreement) return null;
  const finding = findingIn(proposals, variable);
  if (finding === null || isCoded(answerIn(coding, variable))) return null;
  const prefix = `${coding.view.reviewer}/${coding.view.agreement}/${variable}/`;
  if (Object.keys(coding.unread).some((key) => key.startsWith(prefix))) return null;
  return { finding, place: proposals.offered[variable] ?? 0 };
}
