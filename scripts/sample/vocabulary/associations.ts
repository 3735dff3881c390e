import type { LegalForm } from '../luhn';
import { genitive } from '../../../shared/domain/public-names';
import { inventOrganisationNumber } from '../luhn';
import type { Random } from '../random';
import type { AssociationKind } from './area';

/** An organisation from civil society as party. All are invented, with invented numbers and people. */
export interface Association {
  readonly name: string;
  /** What the agreement calls it: "Föreningen". */
  readonly term: string;
  readonly form: LegalForm;
  /** `umbrella:…` of the reference data. */
  readonly umbrella: string | null;
  readonly organisationNumber: string;
}

const districts = [
  'Åsbygden',
  'Kvarnåsen',
  'Ljungådalen',
  'Vättersnäs',
  'Norrådalen',
  'Mossbyn',
  'Almdalen',
  'Stensjöholm',
  'Fagernäs',
  'Klockarbygden',
  'Sörängen',
  'Björnhult',
  'Granvik',
  'Ekeskogen',
  'Tolvmansbyn',
  'Hökensås',
  'Övre Linådal',
  'Vikåker',
] as const;
const properNames = [
  'Morgonljus',
  'Lyktan',
  'Vändpunkten',
  'Tuvan',
  'Syrsan',
  'Källan',
  'Sommarvind',
  'Kompassen',
  'Havtorn',
  'Fyren',
  'Lindblom',
  'Bryggan',
  'Glöden',
  'Vitsippan',
  'Årsringen',
] as const;
const otherMunicipalities = ['Vara', 'Sala', 'Mora', 'Flen', 'Nora', 'Ånge'] as const;

const terms: Readonly<Record<LegalForm, readonly string[]>> = {
  association: ['Föreningen', 'Föreningen', 'Organisationen'],
  foundation: ['Stiftelsen'],
  cooperative: ['Kooperativet'],
  congregation: ['Församlingen'],
  municipality: ['Kommunen'],
};

/** Associations of different kinds as far as there are, with names that `taken` does not have yet. */
export function inventAssociations(
  kinds: readonly AssociationKind[],
  count: number,
  random: Random,
  taken: Set<string>,
): Association[] {
  const chosen = random.sample(kinds, count);
  return Array.from({ length: count }, (_, at) =>
    inventAssociation(chosen[at % chosen.length] ?? random.pick(kinds), random, taken),
  );
}

function inventAssociation(
  [pattern, umbrella, form = 'association']: AssociationKind,
  random: Random,
  taken: Set<string>,
): Association {
  for (let attempt = 0; ; attempt += 1) {
    const base = pattern
      .replace(/\{bygd\}(s?)/, (_, s: string) => {
        const place = random.pick(districts);
        return s === '' ? place : genitive(place);
      })
      .replace('{namn}', random.pick(properNames))
      .replace('{kommun}', random.pick(otherMunicipalities));
    const name = attempt > 60 ? `${base} ${attempt}` : base;
    if (taken.has(name)) continue;
    taken.add(name);
    return {
      name,
      term: /jour/i.test(name) ? 'Jouren' : random.pick(terms[form]),
      form,
      umbrella: umbrella === null ? null : `umbrella:${umbrella}`,
      organisationNumber: inventOrganisationNumber(form, random),
    };
  }
}
