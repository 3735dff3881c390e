import { AGREEMENTS } from './agreements';
import type { UnseenPassage } from './passage';
import { PASSAGES } from './passages';
import { TERMS } from './terms';
import { TRAPS } from './traps';

/**
 * The second set of wordings the detector was not made on: invented, written down and committed
 * before the rules were widened by what the first set (`../other-words`) had shown, and looked at
 * only to be measured.
 */
export const UNSEEN: readonly UnseenPassage[] = [...AGREEMENTS, ...TERMS, ...PASSAGES, ...TRAPS];
