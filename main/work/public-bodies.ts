import type { Actor } from '../../shared/domain/actor';
import { type Matcher, createMatcher } from '../../shared/domain/matching';
import { listMunicipalities, listRegions, listSubBodies } from '../../shared/reference';

let known: Matcher | null = null;

/** The matcher over the built-in registers, made when it is first asked for. */
export function matcher(): Matcher {
  known ??= createMatcher([...listMunicipalities(), ...listRegions()], listSubBodies());
  return known;
}

/** Municipalities and regions that typed letters may mean, the likeliest first. */
export function suggestPublicBodies(text: string, limit: number): Actor[] {
  return matcher().suggestPublicBodies(text, limit);
}
