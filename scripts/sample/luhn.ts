import type { Random } from './random';

/** The tenth digit that makes nine digits pass the check of Swedish organisation numbers. */
function checkDigit(nine: string): number {
  const sum = [...nine]
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
    .reduce((total, n) => total + (n > 9 ? n - 9 : n), 0);
  return (10 - (sum % 10)) % 10;
}

/** True for `212000-0142` and the like; separators are ignored. */
export function passesLuhn(organisationNumber: string): boolean {
  const digits = organisationNumber.replace(/\D/g, '');
  return digits.length === 10 && checkDigit(digits.slice(0, 9)) === Number(digits[9]);
}

export type LegalForm =
  | 'association'
  | 'foundation'
  | 'cooperative'
  | 'congregation'
  | 'municipality';

/** Number groups so high within each form that no real organisation is known to have them. */
const groups: Readonly<Record<LegalForm, string>> = {
  association: '899',
  foundation: '849',
  cooperative: '799',
  congregation: '2529',
  municipality: '2120009',
};

/** An invented organisation number that passes the check digit. */
export function inventOrganisationNumber(form: LegalForm, random: Random): string {
  const group = groups[form];
  let nine = group;
  while (nine.length < 9) nine += String(random.int(0, 9));
  return `${nine.slice(0, 6)}-${nine.slice(6)}${checkDigit(nine)}`;
}
