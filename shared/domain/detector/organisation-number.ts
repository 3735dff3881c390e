import type { FlatText } from './flat-text';

/** A Swedish organisation number as it stands in the text. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** Ten digits, `802478-0000`; fewer where the text has lost one. */
  readonly digits: string;
  readonly valid: boolean;
  readonly side: 'public' | 'civil' | 'other';
}

/**
 * Whether ten digits pass the check of the tenth: Luhn's formula (modulus 10), as Swedish identity
 * numbers use it (Swedish Tax Agency, SKV 704). Separators are left out of account.
 */
export function passesCheckDigit(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 10) return false;
  let sum = 0;
  for (let at = 0; at < 10; at += 1) {
    const digit = digits.charCodeAt(at) - 48;
    const weighted = at % 2 === 0 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

const label =
  /org(?:anisations|anisatíons|anísations|anisatlons)?\.?[ \n]?-?(?:nr|nurnmer|nummer)\.?:?[ \n]?$/iu;
const numberSource = '(?:16)?([0-9OolI]{5,6})[-–‑ ]?([0-9OolI]{3,4})';

const MOST_NUMBERS = 500;

/** Numbers with a label, and bare ones that pass the check. Their third digit is at least 2, unlike a birth number's. */
export function organisationNumbers(flat: FlatText): NumberMention[] {
  const found: NumberMention[] = [];
  const bare = new RegExp(`(?<![\\p{L}\\d-])${numberSource}(?![\\p{L}\\d])`, 'gu');
  for (const match of flat.text.matchAll(bare)) {
    if (found.length >= MOST_NUMBERS) break;
    const [written, head = '', tail = ''] = match;
    const digits = plainDigits(head + tail);
    if (!/^\d+$/.test(digits)) continue;
    const before = flat.text.slice(Math.max(0, match.index - 28), match.index);
    const labelled = label.test(before);
    const valid = digits.length === 10 && Number(digits[2]) >= 2 && passesCheckDigit(digits);
    if (!labelled && !(valid && /[-–‑]/.test(written))) continue;
    found.push({
      start: match.index,
      end: match.index + written.length,
      digits: `${digits.slice(0, head.length)}-${digits.slice(head.length)}`,
      valid,
      side: sideOf(digits),
    });
  }
  return found;
}

/** Letters that a recogniser puts for digits, as digits. */
export function plainDigits(text: string): string {
  return text.replace(/[Oo]/g, '0').replace(/[lIíi|]/g, '1');
}

/** Municipalities, regions and their associations begin with 2 (save registered faith communities, 252). */
function sideOf(digits: string): NumberMention['side'] {
  if (/^(?:212000|222000|232100)/.test(digits)) return 'public';
  if (/^(?:252|7|8)/.test(digits)) return 'civil';
  return 'other';
}
