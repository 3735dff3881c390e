import type { Answer } from '../../shared/domain/answer';
import type { AgreementId, EntryId, ReviewerId, VariableId } from '../../shared/domain/ids';
import { type Entry, Happening, entryIdOf } from '../../shared/domain/journal';
import { type Step, undoState } from '../../shared/domain/undo';
import { listEntriesUnder } from '../store/queries/journal';
import type { ProjectStore } from '../store/project-store';
import type { CodingStep } from './codings';

interface Past {
  readonly id: EntryId;
  readonly entry: Entry;
  readonly happening: Happening;
}

/** What undo and redo would do next in a reviewer's coding, from the journal alone. */
export function historyOf(
  store: ProjectStore,
  agreement: AgreementId,
  reviewer: ReviewerId,
): ReturnType<typeof undoState> {
  return undoState(pastOf(store, agreement, reviewer).flatMap(toStep));
}

/** The happening that takes a step back, or brings one back that was. */
export function takeBack(step: CodingStep, id: EntryId, way: 'undo' | 'redo'): Happening {
  const past = pastOf(step.store, step.agreement, step.reviewer);
  const at = past.findIndex((each) => each.id === id);
  const target = past[at]?.happening;
  if (target === undefined) throw new Error(`Entry ${id} is not in this coding's history`);
  const mark = way === 'undo' ? { undoes: id } : { redoes: id };
  switch (target.kind) {
    case 'answer.recorded': {
      const answer =
        way === 'redo' ? target.payload.answer : answerBefore(past, at, target.payload.variable);
      return { kind: 'answer.recorded', payload: { ...bare(target.payload), answer, ...mark } };
    }
    case 'evidence.attached':
    case 'evidence.removed': {
      const { evidence, agreement, variable, reviewer } = target.payload;
      const base = { evidence, agreement, variable, reviewer, ...mark };
      const attach = (target.kind === 'evidence.attached') === (way === 'redo');
      if (!attach) return { kind: 'evidence.removed', payload: base };
      return {
        kind: 'evidence.attached',
        payload: { ...base, passage: passageOf(past, evidence) },
      };
    }
    case 'proposal.taken': {
      if (way === 'redo')
        return { kind: 'proposal.taken', payload: { ...target.payload, ...mark } };
      const { agreement, variable, reviewer, proposal, evidence } = target.payload;
      return {
        kind: 'proposal.returned',
        payload: {
          agreement,
          variable,
          reviewer,
          proposal,
          answer: answerBefore(past, at, variable),
          evidence: evidence.map((each) => each.id),
          ...mark,
        },
      };
    }
    default:
      throw new Error(`A ${target.kind} cannot be taken back step by step`);
  }
}

function pastOf(store: ProjectStore, agreement: AgreementId, reviewer: ReviewerId): Past[] {
  return listEntriesUnder(store.db, agreement).flatMap((entry) => {
    const parsed = Happening.safeParse(entry);
    if (!parsed.success || !('reviewer' in parsed.data.payload)) return [];
    if (parsed.data.payload.reviewer !== reviewer) return [];
    return [{ id: entryIdOf(entry), entry, happening: parsed.data }];
  });
}

function toStep({ id, happening }: Past): Step[] {
  switch (happening.kind) {
    case 'answer.recorded':
    case 'evidence.attached':
    case 'evidence.removed':
    case 'proposal.taken':
    case 'proposal.returned':
      return [{ id, undoes: happening.payload.undoes, redoes: happening.payload.redoes }];
    case 'coding.submitted':
      return [{ id, closes: true }];
    default:
      return [];
  }
}

type Recorded = Extract<Happening, { kind: 'answer.recorded' }>;

/** The answer that stood before an entry: that of the entry before it in the same register. */
function answerBefore(past: readonly Past[], at: number, variable: VariableId): Answer | null {
  for (let index = at - 1; index >= 0; index -= 1) {
    const earlier = past[index]?.happening;
    if (earlier === undefined || !('answer' in earlier.payload)) continue;
    if (earlier.payload.variable === variable) return earlier.payload.answer;
  }
  return null;
}

function passageOf(past: readonly Past[], evidence: string) {
  for (const { happening } of past) {
    if (happening.kind === 'evidence.attached' && happening.payload.evidence === evidence) {
      return happening.payload.passage;
    }
    if (happening.kind === 'proposal.taken') {
      const taken = happening.payload.evidence.find(({ id }) => id === evidence);
      if (taken !== undefined) return taken.passage;
    }
  }
  throw new Error(`Evidence ${evidence} was never attached`);
}

/** The payload without the marks of an earlier undo or redo. */
function bare({ agreement, variable, reviewer, answer }: Recorded['payload']): Recorded['payload'] {
  return { agreement, variable, reviewer, answer };
}
