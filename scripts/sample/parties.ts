import { findPublicBody } from '../../shared/reference';
import type { Block } from './blocks';
import type { Random } from './random';
import { mark } from './rich-text';
import type { NoiseLevel } from './truth';
import type { Association } from './vocabulary/associations';
import type { PublicProfile } from './vocabulary/public-parties';
import { joinWords } from './wording';

/** Where and how the parties are presented. */
export type PartyBlock = 'inline' | 'table' | 'fields' | 'brief' | 'cover';

/** The parties as this document writes them. */
export interface WrittenParties {
  readonly K: string;
  readonly C: string;
  /** Unmarked, joined: for titles. */
  readonly publicNames: string;
  readonly civilNames: string;
  readonly publicWritten: readonly string[];
  /** Marked, public first. */
  readonly marked: readonly string[];
  /** Marked with the board that acts for the body, where there is one. */
  readonly markedInFull: readonly string[];
  /** Organisation numbers as written, marked, in the order of `marked`: with a label, or without. */
  readonly numbers: readonly string[];
  readonly bareNumbers: readonly string[];
  readonly contacts: readonly (readonly string[])[];
  /** Whether the first body acts through its board. */
  readonly through: boolean;
  readonly count: number;
  readonly publicCount: number;
  readonly civilFirst: boolean;
}

export function writeParties(
  who: {
    bodies: readonly PublicProfile[];
    associations: readonly Association[];
    unit: string | null;
    board: string;
    noise: NoiseLevel;
  },
  random: Random,
): WrittenParties {
  const { bodies, associations, unit, noise } = who;
  const through = unit === null && random.chance(0.4);
  const [body] = bodies;
  const [association] = associations;
  const lower = random.chance(0.3);
  const soften = (term: string) => (lower ? term.charAt(0).toLowerCase() + term.slice(1) : term);
  const publicWritten = bodies.map((each, at) =>
    unit !== null && at === 0 ? unit : writtenName(each, noise, random),
  );
  const label = random.pick(['org.nr ', 'org nr ', 'organisationsnummer ', 'orgnr: ']);
  const separator = random.weighted({ '-': 80, '–': 8, '': 12 });
  const bareNumbers = [...bodies, ...associations].map((each, at) => {
    const written = spoil(each.organisationNumber, at >= bodies.length && noise > 0, random);
    return mark('organisation_number', written.replace('-', separator), at);
  });
  const marked = [
    ...publicWritten.map((name, at) =>
      mark(unit !== null && at === 0 ? ['public_actors', 'unit'] : 'public_actors', name, at),
    ),
    ...associations.map((each, at) => mark('civil_actors', each.name, bodies.length + at)),
  ];
  const board = inSentence(who.board);
  return {
    K: soften(
      unit === null
        ? bodies.length > 1
          ? 'Kommunerna'
          : (body?.term ?? 'Kommunen')
        : termOfUnit(unit),
    ),
    C: soften(
      associations.length > 1 ? 'De idéburna parterna' : (association?.term ?? 'Föreningen'),
    ),
    publicNames: joinWords(publicWritten),
    civilNames: joinWords(associations.map((each) => each.name)),
    publicWritten,
    marked,
    markedInFull: marked.map((name, at) =>
      through && at === 0 ? `${name} genom ${mark('unit', board, 0)}` : name,
    ),
    numbers: bareNumbers.map((number) => `${label}${number}`),
    bareNumbers,
    contacts: [
      ...bodies.map((each) => [
        each.letterhead.visitingAddress,
        each.letterhead.postalAddress,
        `Tfn ${each.letterhead.phone}`,
        each.letterhead.email,
      ]),
      ...associations.map((each, at) => [
        `${random.pick(['Kyrkogatan', 'Skolgatan', 'Järnvägsgatan', 'Storgatan', 'Bruksvägen'])} ${random.int(1, 48)}`,
        body?.letterhead.postalAddress ?? '',
        `Tfn 070-174 06 ${String(5 + ((at * 13 + random.int(0, 60)) % 95)).padStart(2, '0')}`,
        `info@${domainOf(each.name)}.example`,
      ]),
    ],
    through,
    count: bodies.length + associations.length,
    publicCount: bodies.length,
    civilFirst: random.chance(0.15),
  };
}

/** The paragraph, table or list that presents the parties. */
export function partyBlock(form: PartyBlock, parties: WrittenParties, random: Random): Block[] {
  const full = parties.markedInFull;
  const roles = full.map((_, at) => (at < parties.publicCount ? parties.K : parties.C));
  switch (form) {
    case 'table':
      return [
        {
          kind: 'table',
          widths: [1, 1],
          header: roles.map(capital),
          rows: [
            [0, 1].map((at) => full[at] ?? ''),
            [0, 1].map((at) => capital(parties.numbers[at] ?? '')),
            ...[0, 1, 2, 3].map((line) => [0, 1].map((at) => parties.contacts[at]?.[line] ?? '')),
          ],
          numeric: false,
        },
        defined(parties, 'I det följande benämns parterna'),
      ];
    case 'fields':
      return [
        {
          kind: 'fields',
          rows: full.flatMap((name, at): [string, string][] => [
            [at < parties.publicCount ? 'Offentlig part' : 'Idéburen part', name],
            ['Organisationsnummer', parties.bareNumbers[at] ?? ''],
          ]),
        },
        defined(parties, 'Nedan kallade'),
      ];
    case 'brief':
      return [{ kind: 'paragraph', text: `Parter: ${joinWords(ordered(full, parties))}.` }];
    case 'inline':
    case 'cover': {
      const phrase = random.pick([
        'nedan kallad',
        'nedan',
        'fortsättningsvis benämnd',
        'i det följande',
      ]);
      const many = parties.count > 2;
      const presented = full.map((name, at) => {
        const number =
          form === 'cover' && random.chance(0.3) ? '' : `, ${parties.numbers[at] ?? ''}`;
        return many ? `${name}${number}` : `${name}${number}, ${phrase} ${roles[at] ?? ''}`;
      });
      const list = ordered(presented, parties);
      const between =
        list.length === 2 ? `${list[0] ?? ''}, och ${list[1] ?? ''}` : joinWords(list);
      const opening = random.pick([
        `Mellan ${between}, har följande överenskommits.`,
        `Överenskommelse har träffats mellan ${between}.`,
        `Parter i partnerskapet är ${between}.`,
      ]);
      return [
        { kind: 'paragraph', text: opening },
        ...(many ? [defined(parties, 'Nedan kallade')] : []),
      ];
    }
  }
}

const ordered = (items: readonly string[], parties: WrittenParties): string[] =>
  parties.civilFirst
    ? [...items.slice(parties.publicCount), ...items.slice(0, parties.publicCount)]
    : [...items];

const defined = (parties: WrittenParties, start: string): Block => ({
  kind: 'paragraph',
  text: `${start} ${parties.K} respektive ${parties.C.charAt(0) === 'D' ? 'de idéburna parterna' : parties.C}.`,
});

/** A board within a sentence: common names lose their capital, proper ones keep it. */
export function inSentence(board: string): string {
  return /(nämnden|styrelsen)$/.test(board)
    ? board.charAt(0).toLowerCase() + board.slice(1)
    : board;
}

const capital = (text: string): string => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());

function termOfUnit(unit: string): string {
  if (/förvaltning/i.test(unit)) return 'Förvaltningen';
  return /nämnd/i.test(unit) ? 'Nämnden' : 'Socialtjänsten';
}

/** Careless documents name a municipality in other ways: "Lund kommun". */
function writtenName(body: PublicProfile, noise: NoiseLevel, random: Random): string {
  if (noise === 0 || !random.chance(0.25)) return body.name;
  const known = findPublicBody(body.id);
  const variants = (known?.aliases ?? []).filter((alias) => / (kommun|stad)$/i.test(alias));
  return variants.length === 0 ? body.name : random.pick(variants);
}

/** A digit is lost now and then. */
function spoil(number: string, careless: boolean, random: Random): string {
  if (!careless || !random.chance(0.08)) return number;
  const at = number.length - random.int(1, 3);
  return number.slice(0, at) + number.slice(at + 1);
}

function domainOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/é/g, 'e')
    .replace(/[^a-z]+/g, '')
    .slice(0, 40);
}
