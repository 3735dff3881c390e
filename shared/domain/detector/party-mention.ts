import { skeleton } from './ocr';
import type { NumberMention } from './organisation-number';
import { fieldLabel, labelLine, roleLabel } from './party-labels';

/** How a name stands in the document, from the surest down. */
export type NameSource = 'field' | 'clause' | 'table' | 'list' | 'signature' | 'title';

/** A name that may be a party's, as the document writes it. */
export interface NameMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly source: NameSource;
  /** What the document says of its side: `Offentlig part:`, `Idéburna parter är`. */
  readonly side: 'public' | 'civil' | null;
  readonly number: NumberMention | null;
}

/** Places that name each party once. */
const ONCE: readonly NameSource[] = ['clause', 'field', 'list', 'table'];

/**
 * Whether the places of two names show two parties: no two have one organisation number, and a clause,
 * list or table names each once. *Föreningen Ekeby* and *Föreningen Ekerby* are two there, and no misreading.
 */
export function standBeside(one: readonly NameMention[], two: readonly NameMention[]): boolean {
  const numbers = (places: readonly NameMention[]) =>
    places.flatMap(({ number }) => (number === null ? [] : [number.digits]));
  const [ofOne, ofTwo] = [numbers(one), numbers(two)];
  if (ofOne.length > 0 && ofTwo.length > 0) return !ofOne.some((each) => ofTwo.includes(each));
  return ONCE.some((place) =>
    [one, two].every((places) => places.some(({ source }) => source === place)),
  );
}

/** What agreements call the parties, and the labels of their particulars: names of nobody. */
const definedTerms = new Set(
  [
    'kommunen',
    'kommunerna',
    'staden',
    'regionen',
    'nämnden',
    'förvaltningen',
    'socialtjänsten',
    'föreningen',
    'föreningarna',
    'organisationen',
    'organisationerna',
    'stiftelsen',
    'kooperativet',
    'församlingen',
    'jouren',
    'parterna',
    'de idéburna parterna',
    'parten',
    'parter',
    'avtalet',
    'överenskommelsen',
    'båda parter',
    'offentlig part',
    'idéburen part',
    'samverkansparten',
    'bidragsgivaren',
    'bidragstagaren',
    'kontaktperson',
    'ordförande',
    'ort och datum',
    'namn',
    'namnförtydligande',
    'adress',
    'telefon',
    'organisationsnummer',
    'postadress',
    'besöksadress',
    'e post',
    'datum',
    'sida',
    'den idéburna parten',
    'den offentliga parten',
    'idéburna parter',
    'klubben',
    'byalaget',
    'sällskapet',
    'upplåtaren',
    'nyttjaren',
    'beställaren',
    'utföraren',
    'huvudmannen',
    'uppdragsgivaren',
    'uppdragstagaren',
    'bidragsgivare',
    'bidragstagare',
  ].map(skeleton),
);
/** Where somebody is to be found. */
const address =
  /^(?:box|postbox|c\/o)(?!\p{L})|^\d{3} ?\d{2} \p{Lu}|(?:gatan|vägen|gränd|torget|allén|stigen|backen|plan) \d/iu;

/** What follows a name on its line: a number, an address, the next sentence. */
const nameEnd =
  /,[ \n]?(?=\d{3}|org|box |(?:\p{L}+[ ])?\p{L}*(?:gatan?|vägen|gränd|torg|torget|allén|stigen|backen|plan)[ ]\d)|(?<=\p{L}{4})\.[ \n](?=\p{L}{3})/iu;

/** A name without what surrounds it; `null` when what is left can be no name. */
export function trimmedName(
  text: string,
  start: number,
  end: number,
): { name: string; start: number; end: number } | null {
  const raw = text.slice(start, Math.min(end, start + 300));
  const lead =
    /^(?:[\s,;:.•*"”“(–-]|(?:och|samt|m[ec]llan|ä?r|d[ec]ls|id[ée]burna part[ec]r ä?r|off[ec]ntlig part ä?r)[\s:])*/iu.exec(
      raw,
    )?.[0].length ?? 0;
  const unlabelled = raw.slice(lead);
  const label = (fieldLabel.exec(unlabelled) ?? roleLabel.exec(unlabelled))?.[0].length ?? 0;
  // *den ideella föreningen Nattvandrarna i Åby*: what it is, before its name.
  const head =
    lead +
    label +
    (/^(?:den\s(?:\p{Ll}+\s)?)?(?:föreningen|stiftelsen|organisationen|församlingen)\s(?=\p{Lu})/u.exec(
      raw.slice(lead + label),
    )?.[0].length ?? 0);
  // A number, an address or the next sentence may follow on the same line.
  const [named = ''] = raw.slice(head).split(nameEnd, 1);
  const cleaned = named.replace(/(?:[\s,;:."”“)(–-]|[ \n](?:och|samt|n[ec]dan))+$/iu, '');
  const name = cleaned.replace(/\s+/g, ' ');
  if (address.test(name)) return null;
  if (name.length < 3 || name.length > 130 || name.split(' ').length > 12) return null;
  if (!/^[\p{Lu}\d]/u.test(name) || !/\p{L}{2}/u.test(name)) return null;
  const isDefined = (words: string) => definedTerms.has(skeleton(words));
  if (isDefined(name) || name.split(' ').every(isDefined) || labelLine.test(name)) return null;
  return { name, start: start + head, end: start + head + cleaned.length };
}
