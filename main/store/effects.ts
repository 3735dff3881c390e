import { type Answer, isCoded } from '../../shared/domain/answer';
import { assertNever } from '../../shared/domain/assert-never';
import { roleWhenReceived } from '../../shared/domain/document-place';
import type { Passage } from '../../shared/domain/evidence';
import type { AgreementId, DocumentId } from '../../shared/domain/ids';
import type { Entry, Happening } from '../../shared/domain/journal';
import { type RegisterRow, registers } from './registers';

/** What an entry does to the tables. */
interface Effect {
  readonly rows: readonly RegisterRow[];
  /** Whose verdicts and stage have to be worked out anew. */
  readonly touches: {
    readonly everything?: true;
    readonly agreement?: AgreementId;
    /** The agreement that it leaves and the one that it comes to. */
    readonly document?: DocumentId;
  };
}

/** What an entry that says that this happened does. Looks nothing up: the order of entries is for the registers. */
export function effectOf(entry: Entry, { kind, payload }: Happening): Effect {
  switch (kind) {
    case 'project.created': {
      const { id, name, codersWanted } = payload;
      return {
        rows: [registers.project({ key: 'project', id, name, coders_wanted: codersWanted })],
        touches: { everything: true },
      };
    }
    case 'codebook.adopted': {
      const { codebook } = payload;
      const body = JSON.stringify(codebook);
      return {
        rows: [registers.codebook({ key: 'codebook', version: codebook.version, body })],
        touches: { everything: true },
      };
    }
    case 'reviewer.added':
    case 'reviewer.renamed': {
      const { id, name, colour } = payload;
      return { rows: [registers.reviewers({ id, name, colour })], touches: {} };
    }
    case 'agreement.opened': {
      const { agreement, number } = payload;
      return {
        rows: [registers.agreements({ id: agreement, number, opened_at: entry.at })],
        touches: { agreement },
      };
    }
    case 'document.received':
      return {
        rows: [
          registers.documents({
            id: payload.document,
            agreement: payload.agreement,
            file_name: payload.fileName,
            size: payload.size,
            format: payload.format,
            page_count: payload.pageCount,
            received_at: entry.at,
            received_in: payload.agreement,
            position: payload.position ?? entry.lamport,
            role: payload.role ?? roleWhenReceived(payload.format),
            locked: payload.locked === true ? 1 : 0,
          }),
        ],
        touches: { document: payload.document },
      };
    case 'document.placed': {
      const { document, agreement, position, role } = payload;
      return {
        rows: [registers.placements({ document, agreement, position, role })],
        touches: { document },
      };
    }
    case 'answer.recorded':
      return { rows: [answerRow(payload)], touches: { agreement: payload.agreement } };
    case 'proposal.taken':
    case 'proposal.returned': {
      const { agreement, reviewer, variable } = payload;
      const proposal = kind === 'proposal.taken' ? payload.proposal : null;
      return {
        rows: [
          answerRow(payload),
          ...payload.evidence.map((each) =>
            typeof each === 'string'
              ? evidenceRow(payload, each, null)
              : evidenceRow(payload, each.id, each.passage),
          ),
          registers.proposalsTaken({ agreement, reviewer, variable, proposal }),
        ],
        touches: { agreement },
      };
    }
    case 'proposals.allowed': {
      const allowed = payload.inReliabilitySample ? 1 : 0;
      return {
        rows: [registers.proposalRules({ key: 'project', in_reliability_sample: allowed })],
        touches: {},
      };
    }
    case 'proposals.shown':
      return {
        rows: [
          registers.proposalsShown({
            agreement: payload.agreement,
            reviewer: payload.reviewer,
            offer: payload.offer,
            detector_version: payload.detectorVersion,
            offered: JSON.stringify(payload.offered),
            shown_at: entry.at,
          }),
        ],
        touches: {},
      };
    case 'evidence.attached':
      return { rows: [evidenceRow(payload, payload.evidence, payload.passage)], touches: {} };
    case 'evidence.removed':
      return { rows: [evidenceRow(payload, payload.evidence, null)], touches: {} };
    case 'coding.submitted':
    case 'coding.reopened': {
      const { agreement, reviewer } = payload;
      const submitted = kind === 'coding.submitted' ? payload : null;
      return {
        rows: [
          registers.submissions({
            agreement,
            reviewer,
            submitted: submitted === null ? 0 : 1,
            codebook_version: submitted?.codebookVersion ?? 0,
            answers: JSON.stringify(submitted?.answers ?? []),
            submitted_at: entry.at,
          }),
        ],
        touches: { agreement },
      };
    }
    case 'decision.settled':
    case 'decision.withdrawn': {
      const { agreement, variable } = payload;
      const settled = kind === 'decision.settled' ? payload : null;
      return {
        rows: [
          registers.decisions({
            agreement,
            variable,
            settled: settled === null ? 0 : 1,
            value: settled?.value == null ? null : JSON.stringify(settled.value),
            missing: settled?.missing ?? null,
            origin: settled?.origin ?? '',
            rationale: settled?.rationale ?? '',
            decided_by: JSON.stringify(settled?.decidedBy ?? []),
            settles: JSON.stringify(settled?.settles ?? []),
            settled_at: entry.at,
          }),
        ],
        touches: { agreement },
      };
    }
    case 'documents.compared':
    case 'comparison.withdrawn': {
      const compared = kind === 'documents.compared' ? payload : null;
      return {
        rows: [
          registers.comparisons({
            a: payload.a,
            b: payload.b,
            relation: compared?.relation ?? null,
            note: compared?.note ?? '',
            reviewer: entry.reviewer,
            compared_at: entry.at,
          }),
        ],
        touches: {},
      };
    }
    default:
      return assertNever(kind);
  }
}

interface Coded {
  readonly agreement: string;
  readonly reviewer: string;
  readonly variable: string;
}

function answerRow({
  agreement,
  reviewer,
  variable,
  answer,
}: Coded & { answer: Answer | null }): RegisterRow {
  return registers.answers({
    agreement,
    reviewer,
    variable,
    answer: answer === null ? null : JSON.stringify(answer),
    coded: answer !== null && isCoded(answer) ? 1 : 0,
  });
}

function evidenceRow(
  { agreement, reviewer, variable }: Coded,
  id: string,
  passage: Passage | null,
): RegisterRow {
  const written = passage === null ? null : JSON.stringify(passage);
  return registers.evidence({ agreement, reviewer, variable, id, passage: written });
}
