import type { Random } from './random';
import type { Noun } from './terms';
import { upper } from './terms';
import type { DocumentType, OriginalType } from './truth';
import type { PublicProfile } from './vocabulary/public-parties';
import type { AreaId } from './vocabulary/area';

/** The words that one document uses throughout. */
export interface Words {
  /** Defined terms as they stand in running text. */
  readonly K: string;
  readonly C: string;
  readonly noun: Noun;
  readonly ort: string;
  readonly plats: string;
  readonly mål: string;
  readonly amount: number;
  /** The year in which the agreement begins: what it cites is of its time. */
  readonly year: number;
}

const districts = [
  'Björkängen',
  'Norrskogen',
  'Almlunden',
  'Kvarnbacken',
  'Sjöhagen',
  'Östra Lunden',
  'Tallåsen',
  'Vallmogården',
  'Hasselhöjden',
  'Bruksområdet',
  'Stationsområdet',
  'Västra Ängarna',
] as const;

export const pickDistrict = (random: Random): string => random.pick(districts);

const nouns: Readonly<Record<'avtal' | 'överenskommelse', Noun>> = {
  avtal: { definite: 'avtalet', genitive: 'avtalets', pronoun: 'det' },
  överenskommelse: { definite: 'överenskommelsen', genitive: 'överenskommelsens', pronoun: 'den' },
};

/** Fills the placeholders of a fragment; a term that begins a sentence gets a capital. */
export function fill(fragment: string, words: Words): string {
  const isAgreement = words.noun.pronoun === 'det';
  const values: Readonly<Record<string, string>> = {
    ...actsOf(words.year),
    K: words.K,
    C: words.C,
    A: words.noun.definite,
    AS: words.noun.genitive,
    DA: isAgreement ? 'detta avtal' : 'denna överenskommelse',
    DAC: isAgreement ? 'Detta avtal' : 'Denna överenskommelse',
    ort: words.ort,
    plats: words.plats,
    mål: words.mål,
    kr: writeAmount(words.amount),
    halv: writeAmount(Math.round(words.amount / 2000) * 1000),
  };
  return fragment.replace(
    /(^|[.!?] |)\{(\p{L}+\d*)\}/gu,
    (_, before: string, key: string, at: number) => {
      const yearsBack = /^å(\d)$/.exec(key)?.[1];
      const value = yearsBack === undefined ? values[key] : String(words.year - Number(yearsBack));
      if (value === undefined) throw new Error(`Unknown placeholder {${key}} in: ${fragment}`);
      const begins = before !== '' || at === 0;
      return begins && ['K', 'C', 'A'].includes(key) ? before + upper(value) : before + value;
    },
  );
}

/** Acts change: an agreement cites the one in force when it was written. */
function actsOf(year: number): Readonly<Record<string, string>> {
  return {
    LOU:
      year >= 2017
        ? 'lagen (2016:1145) om offentlig upphandling'
        : 'lagen (2007:1091) om offentlig upphandling',
    KL:
      year >= 2018 ? '10 kap. kommunallagen (2017:725)' : '3 kap. 19 a § kommunallagen (1991:900)',
    PUL: year >= 2019 ? 'dataskyddsförordningen (EU) 2016/679' : 'personuppgiftslagen (1998:204)',
    BK:
      year >= 2020
        ? 'lagen (2018:1197) om Förenta nationernas konvention om barnets rättigheter'
        : 'FN:s konvention om barnets rättigheter',
    SoL: 'socialtjänstlagen (2001:453)',
  };
}

/** 1250000 as "1 250 000". */
export function writeAmount(kronor: number): string {
  return String(kronor).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** "a", "a och b", "a, b och c". */
export function joinWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} och ${items.at(-1) ?? ''}`;
}

export function nounFor(type: DocumentType): Noun {
  return type === 'iop_understanding' || type === 'special_understanding'
    ? nouns.överenskommelse
    : nouns.avtal;
}

export function titleFor(
  type: OriginalType,
  names: { public: string; civil: string; topic: string },
  random: Random,
): string {
  const between = `mellan ${names.public} och ${names.civil}`;
  switch (type) {
    case 'iop_agreement':
      return random.pick([
        'Avtal om idéburet offentligt partnerskap (IOP)',
        'IOP-avtal',
        `Avtal om Idéburet offentligt partnerskap – ${names.topic}`,
        'AVTAL OM IDÉBURET OFFENTLIGT PARTNERSKAP',
      ]);
    case 'iop_understanding':
      return random.pick([
        'Överenskommelse om Idéburet offentligt partnerskap',
        `Överenskommelse om idéburet offentligt partnerskap (IOP) ${between}`,
        `IOP-överenskommelse: ${names.topic}`,
        'Idéburet offentligt partnerskap',
      ]);
    case 'cooperation_agreement':
      return random.pick([`Samarbetsavtal ${between}`, 'Samarbetsavtal']);
    case 'collaboration_agreement':
      return random.pick([`Samverkansavtal – ${names.topic}`, `Samverkansavtal ${between}`]);
    case 'partnership_agreement':
      return random.pick(['Partnerskapsavtal', `Partnerskapsavtal – ${names.topic}`]);
    case 'special_understanding':
      return 'Särskild överenskommelse inom ramen för Överenskommelsen';
    case 'grant_agreement':
      return random.pick(['Avtal om verksamhetsbidrag', 'Bidragsavtal']);
    case 'association_agreement':
      return 'Föreningsavtal';
    case 'facility_agreement':
      return 'Skötsel- och nyttjanderättsavtal';
  }
}

const boardAbbreviations: Readonly<Record<string, string>> = {
  Kommunstyrelsen: 'KS',
  Socialnämnden: 'SN',
  'Individ- och familjenämnden': 'IFN',
  'Vård- och omsorgsnämnden': 'VON',
  Omsorgsnämnden: 'ON',
  Äldrenämnden: 'ÄN',
  'Kultur- och fritidsnämnden': 'KFN',
  Fritidsnämnden: 'FN',
  'Barn- och utbildningsnämnden': 'BUN',
  Utbildningsnämnden: 'UN',
  Bildningsnämnden: 'BIN',
  Arbetsmarknadsnämnden: 'AMN',
  Samhällsbyggnadsnämnden: 'SBN',
  Upplevelsenämnden: 'UPN',
};

/** A registry number in one of the forms that registries use; several look like years or ranges. */
export function inventCaseNumber(
  body: PublicProfile,
  board: string,
  year: number,
  random: Random,
): string {
  const at = body.isRegion ? 'RS' : (boardAbbreviations[board] ?? 'SN');
  const two = String(year).slice(2);
  const n = random.int(11, 1980);
  const four = String(n).padStart(4, '0');
  if (body.isRegion && random.chance(0.6)) return `${two}RS${n + 1000}`;
  return random.pick([
    `${at}-${year}-${four}`,
    `${at}/${year}:${n}`,
    `${at} ${two}/${four}`,
    `${at} ${year}/${four}`,
    `${at}-${year}/${n % 1000}`,
    `${at}.${year}.${n % 100}`,
    `${year}/${n % 1000}-${at}-012`,
    `${year}/${at} ${four}`,
    `${at}/${year}:${n}-805`,
  ]);
}

/** The board that would decide on such an agreement. */
export function boardFor(
  body: PublicProfile,
  area: AreaId,
  boards: readonly string[],
  random: Random,
): string {
  if (!body.isRegion) return random.pick(boards);
  return area === 'labour_integration'
    ? 'Regionala utvecklingsnämnden'
    : 'Hälso- och sjukvårdsnämnden';
}
