import { z } from 'zod';

import { ReviewerId } from './ids';

export const ReviewerName = z.string().trim().min(1).max(120);

export const Reviewer = z.object({
  id: ReviewerId,
  name: ReviewerName,
  /** Which of the eight reviewer colours is theirs, from 1. */
  colour: z.int().min(1).max(8),
});
export type Reviewer = z.output<typeof Reviewer>;

/** Two letters for the avatar: first and last word, or the first two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')];
  const last = words.length > 1 ? [...(words.at(-1) ?? '')] : first.slice(1);
  return `${first[0] ?? ''}${last[0] ?? ''}`.toLocaleUpperCase('sv');
}
