import type { FlatText } from './flat-text';
import { anyOf } from './ocr';
import { reason, type Reason } from './proposal';
import type { Sentence } from './sentences';

/** The categories of the built-in codebook that words of age tell apart. */
type GroupId = 'children_youth' | 'adults' | 'elderly' | 'all';

/** A passage that says whom the work is for, with the groups it may mean. */
export interface GroupReading {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly GroupId[];
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const cue = anyOf(
  'målgruppen är',
  'målgrupp är',
  'målgruppen',
  'målgrupp för',
  'målgrupper är',
  'vänder sig till',
  'riktar sig till',
  'riktar sig mot',
  'är till för',
  'riktas till',
  'riktas mot',
  'riktad till',
  'riktade till',
  'vänt sig till',
  'är avsedd för',
  'är avsett för',
  'är avsedda för',
  'är öppen för',
  'är öppet för',
  'är öppna för',
);
/** What one side does for people: whom it does it for is whom the agreement is for, if nothing else says. */
const offers = anyOf(
  'erbjuder',
  'erbjuda',
  'ordnar',
  'anordnar',
  'anordna',
  'tillhandahåller',
  'tillhandahålla',
  'bedriver',
  'driver',
  'stödjer',
  'stöttar',
  'hjälper',
);
const young = anyOf(
  'barn',
  'barnen',
  'barns',
  'unga',
  'ungdom~',
  'elever',
  'elev~',
  'tonåring~',
  'skolbarn',
  'skolungdom~',
  'förskolebarn',
  'unga vuxna',
  'tjejer',
  'killar',
  'årskurs',
  'gymnasie~',
  'grundskole~',
  'högstadie~',
  'mellanstadie~',
  'lågstadie~',
  'skolelev~',
  'barngrupp~',
  'barnfamilj~',
  'småbarn~',
  'flickor',
  'pojkar',
  'föräldra~',
  'föräldrar',
  'studenter',
);
const grown = anyOf(
  'vuxna',
  'vuxnas',
  'vuxen',
  'kvinnor',
  'kvinnors',
  'män',
  'arbetslösa',
  'långtidsarbetslösa',
  'arbetssökande',
  'daglediga',
  'yrkesverksamma',
  'arbetsför ålder',
  'yrkesverksam ålder',
  'hemlösa',
  'nyanlända',
  'utrikes födda',
);
const old = anyOf(
  'äldre',
  'äldres',
  'seniorer',
  'senior~',
  'pensionär~',
  'ålderspensionär~',
  'åldringar',
);
const everybody = anyOf(
  'alla invånare',
  'samtliga invånare',
  'alla boende',
  'alla som bor',
  'alla åldrar',
  'i alla åldrar',
  'oavsett ålder',
  'utan åldersgräns',
  'olika åldrar',
  'oberoende av ålder',
  'invånarna',
  'invånare',
  'allmänheten',
  'kommuninvånare',
  'medborgare',
  'alla som',
  'samtliga',
  'alla, oavsett',
);
const yearsBetween =
  /(?:mellan[ \n])?(\d{1,2})[ \n]?(?:och|till|-|–)[ \n]?(\d{1,2})[ \n]?[åaä]r(?!\p{L})/iu;
const yearsUpTo =
  /(?:upp till|t\.?o\.?m\.?|till och med|under|yngre än|h[öo]gst)[ \n](\d{1,2})[ \n]?[åaä]r(?!\p{L})/iu;
const yearsFrom =
  /(?:[öo]ver|fr[åa]n|[äa]ldre [äa]n|fyllt)[ \n](\d{1,2})(?:[ \n]?[åaä]rs?(?!\p{L}))?|(\d{2})[ \n]?[åaä]r (?:och|eller) [äa]ldre|65[ ]?\+|(?<!\p{L})(\d{2})-årsåldern/iu;

/**
 * Sentences that say whom the work is for, the likeliest first. `purposeWords` are those by which each
 * sentence names the purpose.
 */
export function readTargetGroup(
  flat: FlatText,
  sentences: readonly Sentence[],
  purposeWords: readonly (string | null)[],
): GroupReading[] {
  const found: GroupReading[] = [];
  const purposes: GroupReading[] = [];
  const offered: GroupReading[] = [];
  for (const [at, { start, end, section }] of sentences.entries()) {
    if (['annex', 'log', 'signatures'].includes(section.kind)) continue;
    const text = flat.level.slice(start, Math.min(end, start + 1_500));
    const inTarget = section.kind === 'target';
    const words = cue.exec(text);
    // Where nothing says so outright, the purpose may.
    const inPurpose = section.kind === 'purpose' || (purposeWords[at] ?? null) !== null;
    const isPurpose = inPurpose && groupsIn(text).groups.length === 1;
    if (words === null && !inTarget && !isPurpose) {
      const offer = offers.exec(text);
      const told = offer === null ? null : groupsIn(text.slice(offer.index));
      if (told !== null && told.groups.length > 0) offered.push({ start, end, score: 3, ...told });
      continue;
    }
    if (words === null && text.length < 12) continue;
    let score = 0;
    const reasons: Reason[] = [];
    if (inTarget) {
      score += 3;
      reasons.push(reason('in-section', section.heading));
    } else if (section.kind === 'purpose' || section.kind === 'background') score += 1;
    if (words !== null) score += /(?:är|till|mot|för)$/iu.test(words[0].trim()) ? 3 : 1;
    const told = groupsIn(words === null ? text : text.slice(words.index + words[0].length));
    if (words === null && told.reasons.some(({ code }) => code === 'age-span')) score += 2;
    if (told.groups.length === 0) score -= 1;
    const reading = { start, end, groups: told.groups, reasons: [...reasons, ...told.reasons] };
    found.push({ ...reading, score });
    if (words === null && !inTarget) purposes.push({ ...reading, score: 3 });
  }
  for (const beside of [purposes, offered]) {
    if (found.some(({ score }) => score >= 3)) break;
    const meant = new Set(beside.flatMap(({ groups }) => groups));
    if (meant.size === 1) found.push(...beside);
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}

/** The groups that a description of people may mean: one when it is clear, several when it is not. */
function groupsIn(text: string): { groups: GroupId[]; reasons: Reason[] } {
  const span = ageSpan(text);
  const all = everybody.exec(text);
  const words = [young.exec(text), grown.exec(text), old.exec(text)];
  const [isYoung, isGrown, isOld] = words;
  const quoted = (match: RegExpExecArray | null | undefined) =>
    match == null ? [] : [reason('group-words', match[0].replace(/\s+/g, ' '))];
  // `i alla åldrar`, `oavsett ålder`, `barn såväl som vuxna` outweigh whoever is named beside.
  if (all !== null && /[åa]ld[ec]r|[åa]ldrar/iu.test(all[0]))
    return { groups: ['all'], reasons: quoted(all) };
  if (isYoung && (isGrown || isOld) && /s[åa]v[äa]l|b[åa]de|liksom/iu.test(text)) {
    return { groups: ['all'], reasons: [...quoted(isYoung), ...quoted(isGrown ?? isOld)] };
  }
  if (span !== null) return { groups: [span.group], reasons: [reason('age-span', span.written)] };
  if (all !== null) {
    const narrowed = isYoung && !/s[äa]rskil/iu.test(text) && isYoung.index < all.index;
    if (!narrowed) return { groups: ['all'], reasons: quoted(all) };
  }
  const groups: GroupId[] = [];
  if (isYoung) groups.push('children_youth');
  if (
    isGrown &&
    !/unga[ \n]vuxna/iu.test(isGrown.input.slice(Math.max(0, isGrown.index - 5), isGrown.index + 5))
  ) {
    groups.push('adults');
  }
  if (isOld) groups.push('elderly');
  // Who is named first comes first.
  const order = {
    children_youth: isYoung?.index,
    adults: isGrown?.index,
    elderly: isOld?.index,
    all: 0,
  };
  groups.sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0));
  return { groups, reasons: words.flatMap(quoted) };
}

function ageSpan(text: string): { group: GroupId; written: string } | null {
  const upTo = yearsUpTo.exec(text);
  const from = yearsFrom.exec(text);
  const between = yearsBetween.exec(text);
  if (between !== null) {
    const [written, low, high] = between;
    return { group: groupOf(Number(low), Number(high)), written };
  }
  if (upTo !== null && Number(upTo[1]) <= 29) return { group: 'children_youth', written: upTo[0] };
  if (from !== null) {
    const age = Number(from[1] ?? from[2] ?? from[3] ?? 65);
    if (age >= 60) return { group: 'elderly', written: from[0] };
    if (age >= 18 && age <= 30) return { group: 'adults', written: from[0] };
  }
  return null;
}

function groupOf(low: number, high: number): GroupId {
  if (high <= 29) return 'children_youth';
  if (low >= 60) return 'elderly';
  return low >= 18 ? 'adults' : 'all';
}
