import { z } from 'zod';

import { type Answer, EMPTY_ANSWER } from '../../shared/domain/answer';
import type { Codebook } from '../../shared/domain/codebook';
import { findGaps } from '../../shared/domain/coding-gaps';
import type { Evidence, Passage } from '../../shared/domain/evidence';
import type { EvidenceId, VariableId } from '../../shared/domain/ids';
import type { CodingView, DocumentView } from '../../shared/domain/views';
import type { Problem } from './loadable';

/** An answer given here that is not known to be saved yet. */
export interface Edit {
  readonly answer: Answer;
  /** Why it could not be saved; what was written stays. */
  readonly problem: Problem | null;
}

export interface CodingState {
  /** `none-left`: the reviewer has handed in every agreement there is. */
  readonly state: 'idle' | 'loading' | 'ready' | 'none-left' | 'failed';
  readonly problem: Problem | null;
  readonly view: CodingView | null;
  /** By variable. */
  readonly edits: Readonly<Record<string, Edit>>;
  /** What was typed as a date and cannot be read as one, by `unreadKey`: kept, not recorded. */
  readonly unread: Readonly<Record<string, string>>;
  /** The variable that the keys work on. */
  readonly active: VariableId | null;
  /** The variable whose proposal is being taken. */
  readonly taking: VariableId | null;
  /** What is selected in the document. */
  readonly selection: Passage | null;
  /** The evidence that was last shown in the document. */
  readonly shown: EvidenceId | null;
  /** Variables without an answer, once told: the next submit goes through. */
  readonly gapsTold: readonly VariableId[] | null;
  /** Why the last step that concerns no single answer was refused. */
  readonly stepProblem: Problem | null;
}

export const FRESH_CODING: CodingState = {
  state: 'idle',
  problem: null,
  view: null,
  edits: {},
  unread: {},
  active: null,
  taking: null,
  selection: null,
  shown: null,
  gapsTold: null,
  stepProblem: null,
};

/** The answer as the reviewer sees it: what they just gave, else what is saved, else none. */
export function answerIn({ view, edits }: CodingState, variable: VariableId): Answer {
  const own = view?.answers.find((each) => each.variable === variable);
  return edits[variable]?.answer ?? own?.answer ?? EMPTY_ANSWER;
}

const NO_EVIDENCE: readonly Evidence[] = [];

/** The evidence of one variable, in the order it was attached. */
export function evidenceIn(view: CodingView | null, variable: VariableId): readonly Evidence[] {
  return view?.answers.find((own) => own.variable === variable)?.evidence ?? NO_EVIDENCE;
}

const NO_DOCUMENTS: readonly DocumentView[] = [];

/** The documents of the agreement that is coded, in their order. */
export function documentsIn(view: CodingView | null): readonly DocumentView[] {
  return view?.documents ?? NO_DOCUMENTS;
}

/** What was typed into a part of the variable's value and cannot be read, or `null`. */
export function unreadIn(coding: CodingState, variable: VariableId, part = ''): string | null {
  return coding.unread[unreadKey(coding.view, variable, part)] ?? null;
}

/** The same of all parts of the variable's value, by part. */
export function unreadPartsIn(
  { unread, view }: CodingState,
  variable: VariableId,
): Readonly<Record<string, string>> {
  const prefix = unreadKey(view, variable, '');
  return Object.fromEntries(
    Object.entries(unread).flatMap(([key, text]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [],
    ),
  );
}

/** Typed text belongs to one reviewer's coding of one agreement, and waits there. */
export function unreadKey(view: CodingView | null, variable: VariableId, part: string): string {
  return `${unreadPrefix(view)}${variable}/${part}`;
}

/** What the keys of all texts in that coding begin with. */
export function unreadPrefix(view: CodingView | null): string {
  return `${view?.reviewer ?? ''}/${view?.agreement ?? ''}/`;
}

/** What nobody could read, as it was remembered; nothing where the text is not ours. */
export function readUnread(remembered: unknown): CodingState['unread'] {
  if (typeof remembered !== 'string') return {};
  try {
    const parsed = z.record(z.string(), z.string()).safeParse(JSON.parse(remembered));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Variables that a complete coding answers and that have none, or whose text cannot be read. */
export function gapsIn(coding: CodingState, codebook: Codebook): readonly VariableId[] {
  const answers = new Map(codebook.variables.map(({ id }) => [id, answerIn(coding, id)]));
  const open = new Set(findGaps(codebook, answers).map(({ id }) => id));
  const unread = Object.keys(coding.unread);
  const hasUnread = (id: VariableId) =>
    unread.some((key) => key.startsWith(unreadKey(coding.view, id, '')));
  return codebook.variables.map(({ id }) => id).filter((id) => open.has(id) || hasUnread(id));
}

/** Why something could not be saved, or `null` when nothing failed. */
export function unsavedProblem({ edits }: CodingState): Problem | null {
  return Object.values(edits).find(({ problem }) => problem !== null)?.problem ?? null;
}

/** The record without that key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
