import { z } from 'zod';

import { Value } from '../answer';
import { Passage } from '../evidence';
import { VariableId } from '../ids';

/** Raised whenever the detector may find something else in the same text: what was found is made anew. */
export const DETECTOR_VERSION = 3;

/** Why the detector thinks so, or why it does not know. Worded in the window, one text for each code. */
const ReasonCode = z.enum([
  'in-section',
  'term-verb',
  'both-ends',
  'year-only',
  'length-from-start',
  'open-ended-words',
  'named-as-party',
  'signs',
  'in-title',
  'letterhead-only',
  'board-of-body',
  'organisation-number',
  'check-digit-fails',
  'umbrella',
  'purpose-words',
  'group-words',
  'age-span',
  'renewal-words',
  'notice',
  'ceiling',
  'misread-letters',
  'left-blank',
  'only-length',
  'vague-start',
  'contradicts',
  'several-groups',
  'no-group-words',
  'weak',
  'about-agreements',
]);
type ReasonCode = z.output<typeof ReasonCode>;

/** A reason with what it is about, such as the section's heading or a number of months. */
export const Reason = z.object({
  code: ReasonCode,
  about: z.string().max(300).nullable(),
});
export type Reason = z.output<typeof Reason>;

/** The same for the same value of the same variable, in every run. */
export const CandidateId = z.string().regex(/^[a-z_0-9]{1,64}-[0-9a-f]{8}$/);

/** One answer that the text may give, with the passages it stands in; the first is the weightiest. */
export const Candidate = z.object({
  id: CandidateId,
  value: Value,
  passages: z.array(Passage).min(1).max(40),
  reasons: z.array(Reason),
});
export type Candidate = z.output<typeof Candidate>;

/**
 * What the text says about one variable: candidates from the likeliest down, or *unclear* with the
 * passages that make it so. An unclear one may have candidates too, of which none is offered first.
 * A variable that the text says nothing about has no finding.
 */
export const Finding = z.object({
  variable: VariableId,
  outcome: z.enum(['proposed', 'unclear']),
  candidates: z.array(Candidate).max(8),
  /** For `unclear`: where the text leaves it open. */
  unclear: z.array(Passage).max(8),
  reasons: z.array(Reason),
});
export type Finding = z.output<typeof Finding>;

/** A page of one of an agreement's documents, in reading order. */
export const DetectorPage = z.object({
  document: Passage.shape.document,
  number: z.int().positive(),
  text: z.string(),
});
export type DetectorPage = z.output<typeof DetectorPage>;

/** A candidate's id: the variable and a hash (FNV-1a, 32 bits) of the value as text. */
export function candidateId(variable: string, value: Value): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(value)) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return `${variable}-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

export const reason = (code: ReasonCode, about: string | null = null): Reason => ({
  code,
  about: about === null ? null : about.slice(0, 300),
});
