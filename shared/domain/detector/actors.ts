import { type Actor, actorByName } from '../actor';
import { looksLikeUnit } from '../public-names';
import type { FlatText } from './flat-text';
import { differsLittle, isMisread, isMisreadPart, sameFigures, skeleton } from './ocr';
import type { NumberMention } from './organisation-number';
import { type NameMention, type NameSource, standBeside } from './party-mention';
import { nameMentions } from './party-names';
import { reason, type Reason } from './proposal';
import { letterheadBodies, publicActor } from './public-parties';
import type { Registers } from './registers';
import type { Section } from './sections';
import type { Sentence } from './sentences';

/** A party that the document names, with where and why. */
export interface PartyReading {
  readonly side: 'public' | 'civil';
  readonly actor: Actor;
  /** The text that the offsets count in: the document's own, or its letterhead and footer. */
  readonly within: FlatText;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** All its places; none for a letterhead. */
  readonly mentions: readonly NameMention[];
}

/** One name with every place that has it. */
interface NamedParty {
  readonly mentions: NameMention[];
  readonly actor: Actor;
  readonly side: 'public' | 'civil';
  readonly extra: Reason[];
}

const weights: Readonly<Record<NameSource, number>> = {
  field: 4,
  clause: 4,
  table: 4,
  list: 3,
  signature: 3,
  title: 2,
};

/** Words that make a name an organisation's from civil society. */
const organisationWords =
  /f[öo6]r[ec]ning|stift[ec]ls[ec]|jour(?!nal)|f[öo6]rbund|k[öo]rk|f[öo]rsamling|mission|korset|korskr[ec]ts|sk[öo]vd?bund|studi[ec]|hj[äa]lp|r[äa]dda barn[ec]n|friv[íi]llig|(?<!\p{L})(?:IF|IK|BK|FF|FK|SK|IS|AIK|GIF|IOGT|NTO|KFUM|KFUK|FUB|PRO|SPF|RSMH|ABF|RIA|DHR|HRF|SRF)(?!\p{L})|kooperativ|s[äa]llskap|klubb|n[äa]tv[ec]rk|krets|d[íi]akoni|byalag|organisation|centr?al[ec]n|r[öo]r[ec]ls[ec]n|idrott|sport|hembygd/iu;

/** Public bodies that are neither municipality nor region, and so none of the two sides. */
const authorities =
  /^(?:kommunalf[öo6]rbund|l[äa]nsstyr[ec]ls|polis(?:[ec]n|myndigh[ec]t|r[ec]gion|omr[åa]d)|arb[ec]tsf[öo6]rm[ec]dling|f[öo6]rs[äa]kringskassan|kriminalv[åa]rd|migrationsv[ec]rk|samordningsf[öo6]rbund|(?:\p{L}+ )?tingsr[äa]tt)/iu;

/** Names come back all through a document: each is looked up once. */
function remembered<Found>(look: (name: string) => Found): (name: string) => Found {
  const known = new Map<string, Found>();
  return (name) => {
    const found = known.has(name) ? (known.get(name) as Found) : look(name);
    known.set(name, found);
    return found;
  };
}

/** The parties of the agreement, both sides, the surest first. */
export function readParties(
  flat: FlatText,
  sections: readonly Section[],
  sentences: readonly Sentence[],
  numbers: readonly NumberMention[],
  registers: Registers,
): PartyReading[] {
  const resolve = remembered((name) => publicActor(name, registers));
  const mentions = nameMentions(flat, sections, sentences, numbers, {
    isPublic: (name) => resolve(name) !== null || looksLikeUnit(name),
    isCivil: (name) => organisationWords.test(name) || registers.umbrellaOf(name) !== null,
  });
  const heads = letterheadBodies(flat, registers);
  const groups = new Map<string, NamedParty>();
  const put = (side: 'public' | 'civil', actor: Actor, mention: NameMention, extra: Reason[]) => {
    const key =
      side === 'public' ? `${actor.id}/${skeleton(actor.unit ?? '')}` : skeleton(mention.name);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { mentions: [mention], actor, side, extra });
    else known.mentions.push(mention);
  };
  for (const mention of mentions) {
    const body = mention.side === 'civil' ? null : resolve(mention.name);
    if (body !== null) {
      put('public', body.actor, mention, body.reasons);
      continue;
    }
    const board = mention.side === 'civil' ? null : registers.board(mention.name);
    if (board !== null && !organisationWords.test(mention.name)) {
      const owner = board.owner ?? (heads.length === 1 ? heads[0]?.actor : undefined);
      if (owner !== undefined && owner !== null) {
        put('public', { ...owner, unit: mention.name }, mention, [
          reason('board-of-body', owner.name),
        ]);
      }
      continue;
    }
    if (mention.side === 'public' || authorities.test(mention.name)) continue;
    const name = withoutBody(mention.name, (text) => resolve(text) !== null);
    if (name !== null) put('civil', actorByName(name), { ...mention, name }, []);
  }

  const parties = withMisreadings([...groups.values()]);

  // A title that names both sides tells who agrees; one that names a single body tells whose paper it is.
  const titled = parties.filter(({ mentions: named }) =>
    named.some(({ source }) => source === 'title'),
  );
  const titlesBoth = new Set(titled.map(({ side }) => side)).size === 2;

  const readings: PartyReading[] = [];
  for (const { mentions: named, actor: found, side, extra } of parties) {
    let actor = found;
    const best = named.reduce((a, b) => (weights[b.source] > weights[a.source] ? b : a));
    const clean =
      side === 'civil' ? cleanest(named, (name) => registers.umbrellaOf(name) !== null) : null;
    const sources = new Set(named.map(({ source }) => source));
    let score = [...sources].reduce((sum, source) => sum + weights[source], 0);
    if (titlesBoth && sources.has('title')) score += 1;
    const reasons: Reason[] = [...extra];
    if (
      sources.has('field') ||
      sources.has('clause') ||
      sources.has('table') ||
      sources.has('list')
    ) {
      reasons.push(reason('named-as-party'));
    }
    if (sources.has('signature')) reasons.push(reason('signs'));
    if (sources.has('title')) reasons.push(reason('in-title'));
    const number = named.find((each) => each.number !== null)?.number ?? null;
    if (number !== null && (side === 'public') === (number.side === 'public')) {
      score += 1;
      reasons.push(
        reason(number.valid ? 'organisation-number' : 'check-digit-fails', number.digits),
      );
    }
    if (side === 'civil') {
      const name = clean ?? best.name;
      const umbrella = registers.umbrellaOf(name);
      if (umbrella !== null) {
        score += 1;
        reasons.push(reason('umbrella', umbrella.name));
      }
      const isOrganisation =
        umbrella !== null || organisationWords.test(name) || best.side === 'civil';
      if (!isOrganisation) score -= sources.size > 1 || number !== null ? 0 : 2;
      if (/\d{3}|@|\.se(?!\p{L})|:/u.test(name)) score -= 4;
      actor = actorByName(name);
    }
    readings.push({
      side,
      actor,
      within: flat,
      start: best.start,
      end: best.end,
      score,
      reasons,
      mentions: named,
    });
  }
  for (const head of heads) {
    if (readings.some((each) => each.side === 'public' && each.actor.id === head.actor.id))
      continue;
    readings.push({ ...head, score: 1, reasons: [reason('letterhead-only')], mentions: [] });
  }
  return withoutRepeats(readings.filter((each) => !isPartOfBody(each, readings))).sort(
    (a, b) => b.score - a.score || a.start - b.start,
  );
}

/** Whether a name is what a line break left of a board's: *Socialförvaltningen* / *Nordost*. */
function isPartOfBody({ side, actor }: PartyReading, all: readonly PartyReading[]): boolean {
  if (side === 'public') return false;
  const part = ` ${skeleton(actor.name)} `;
  return all.some(
    (each) => each.side === 'public' && ` ${skeleton(each.actor.unit ?? '')} `.includes(part),
  );
}

/** Puts the places of an association's misread name to those of the name that stands there more often. */
function withMisreadings(parties: readonly NamedParty[]): NamedParty[] {
  const kept: NamedParty[] = [];
  for (const party of [...parties].sort((a, b) => b.mentions.length - a.mentions.length)) {
    const meant =
      party.side === 'public'
        ? undefined
        : kept.find(
            (each) =>
              each.side === 'civil' &&
              isMisread(each.actor.name, party.actor.name) &&
              !standBeside(each.mentions, party.mentions),
          );
    if (meant === undefined) kept.push(party);
    else meant.mentions.push(...party.mentions);
  }
  return kept;
}

/** A name that a table's row runs together with the body before it; `null` when nothing is left. */
function withoutBody(name: string, isBody: (text: string) => boolean): string | null {
  const words = name.split(' ');
  for (let count = words.length; count >= 1; count -= 1) {
    if (!isBody(words.slice(0, count).join(' '))) continue;
    const rest = words.slice(count).join(' ');
    return /^\p{Lu}/u.test(rest) ? rest : null;
  }
  return name;
}

/** A body alone adds nothing beside the same body with its board; nor a shorter form of a longer name. */
function withoutRepeats(readings: readonly PartyReading[]): PartyReading[] {
  const kept: PartyReading[] = [];
  const detailed = [...readings].sort((a, b) => detail(b) - detail(a));
  for (const reading of detailed) {
    const twin = kept.findIndex(
      (other) => other.side === reading.side && sameParty(other, reading),
    );
    const other = kept[twin];
    if (other === undefined) {
      kept.push(reading);
      continue;
    }
    const fuller = detail(reading) > detail(other) ? reading : other;
    const stronger = reading.score > other.score ? reading : other;
    kept[twin] = {
      ...stronger,
      actor: fuller.actor,
      score: stronger.score + 1,
      mentions: [...other.mentions, ...reading.mentions],
      reasons: [
        ...new Map(
          [...other.reasons, ...reading.reasons].map((each) => [each.code, each]),
        ).values(),
      ],
    };
  }
  return kept;
}

/** A board says more than its office, and either more than the body alone. */
function detail({ actor: { name, unit }, side }: PartyReading): number {
  if (side === 'civil') return name.length / 1_000;
  return unit === null ? 0 : /n[äa]mnd/iu.test(unit) ? 2 : 1;
}

function sameParty(a: PartyReading, b: PartyReading): boolean {
  if (a.side === 'public') {
    const [one, two] = [a.actor.unit, b.actor.unit];
    const isUnit = one === null || two === null || stemOf(one) === stemOf(two);
    return a.actor.id === b.actor.id && isUnit;
  }
  const [one, two] = [skeleton(a.actor.name), skeleton(b.actor.name)];
  const [short, long] = one.length < two.length ? [one, two] : [two, one];
  // Cut off by the end of a line or cell: `Föreningen Trygga` of `Föreningen Trygga Vuxna`.
  const isPart = long.startsWith(`${short} `) || long.endsWith(` ${short}`);
  return (
    one === two ||
    isPart ||
    isMisreadPart(a.actor.name, b.actor.name) ||
    isMisreadPart(b.actor.name, a.actor.name) ||
    (short.length >= 8 &&
      differsLittle(short, long) &&
      sameFigures(a.actor.name, b.actor.name) &&
      !standBeside(a.mentions, b.mentions))
  );
}

/** What a board shares with its office: *socialnämnden* and *socialförvaltningen*. */
const stemOf = (unit: string): string =>
  skeleton(unit)
    .replace(/(?:namnd|torvaitning|kontor|tianst)(?:en|et|s)*(?= |$)/gu, '')
    // A speck beside the name, or the rule of its table's column.
    .replace(/ \S$/u, '');

/**
 * The form of a name that an umbrella's pattern knows and the surest places write; among equals the one
 * with the fewest odd letters.
 */
function cleanest(mentions: readonly NameMention[], isKnown: (name: string) => boolean): string {
  const counts = new Map<string, number>();
  for (const { name, source } of mentions) {
    counts.set(name, (counts.get(name) ?? 0) + weights[source]);
  }
  const odd = (name: string) => (name.match(/\p{L}\d|\d\p{L}|[|í$]|\p{Ll}\p{Lu}/gu) ?? []).length;
  const known = (name: string) => (counts.size > 1 && isKnown(name) ? 1 : 0);
  return (
    [...counts].sort(
      (a, b) => known(b[0]) - known(a[0]) || b[1] - a[1] || odd(a[0]) - odd(b[0]),
    )[0]?.[0] ?? ''
  );
}
