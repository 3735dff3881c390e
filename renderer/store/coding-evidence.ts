import type { Evidence, Passage } from '../../shared/domain/evidence';
import { inReadingOrder, stepThrough } from '../../shared/domain/evidence-order';
import type { EvidenceId, VariableId } from '../../shared/domain/ids';
import type { Api } from '../../shared/ipc/contract';
import type { AnswerRecorder } from './answer-recorder';
import { type CodingState, evidenceIn } from './coding-state';
import type { Store } from './index';

export interface CodingEvidence {
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
}

interface EvidenceDeps {
  readonly api: Api;
  readonly recorder: Pick<AnswerRecorder, 'step'>;
  get(): Store;
  put(change: Partial<CodingState>): void;
}

/** What is done with passages of the document: select, attach, take as proposed, show, remove. */
export function createCodingEvidence({ api, recorder, get, put }: EvidenceDeps): CodingEvidence {
  return {
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
  };
}
