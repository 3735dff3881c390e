import { OPEN_ENDED } from '../answer';
import { parsePartialDate, type PartialDate } from '../partial-date';
import type { DateMention } from './date-mentions';
import type { FlatText } from './flat-text';
import { endAfterMonths, type LengthMention } from './lengths';
import { anyOf } from './ocr';
import { reason, type Reason } from './proposal';
import type { Sentence } from './sentences';
import { datePartsOf } from './term-dates';
import {
  blanks,
  openEnded,
  othersDates,
  renewalWords,
  subjects,
  vagueStart,
  verbs,
} from './term-words';

/** A reading of when the agreement begins or ceases, with what speaks for it. */
interface TermReading {
  readonly role: 'start' | 'end';
  readonly date: PartialDate | typeof OPEN_ENDED;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** A place where the text leaves the start or the end open. */
interface OpenPlace {
  readonly role: 'start' | 'end';
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly reason: Reason;
}

export interface TermReadings {
  readonly readings: readonly TermReading[];
  readonly open: readonly OpenPlace[];
}

/** Reads start and end from every sentence that names a date, a length, or that the agreement is open-ended. */
export function readTerm(
  flat: FlatText,
  sentences: readonly Sentence[],
  dates: readonly DateMention[],
  lengths: readonly LengthMention[],
): TermReadings {
  const readings: TermReading[] = [];
  const open: OpenPlace[] = [];
  const datesOf = within(dates);
  const lengthsOf = within(lengths);
  for (const sentence of sentences) {
    const text = flat.level.slice(sentence.start, Math.min(sentence.end, sentence.start + 2_000));
    const [ownDates, ownLengths] = [datesOf(sentence), lengthsOf(sentence)];
    const isVague = sentence.section.kind === 'term' && vagueStart.test(text);
    const says = ownDates.length + ownLengths.length > 0 || openEnded.test(text) || isVague;
    if (!says && !blanks.test(text)) continue;
    const read = readSentence(text, sentence, ownDates, ownLengths);
    readings.push(...read.readings);
    open.push(...read.open);
  }
  return { readings, open };
}

/** The mentions inside a sentence; asked for sentences in order, each mention is looked at once. */
function within<M extends { start: number }>(
  mentions: readonly M[],
): (sentence: Sentence) => readonly M[] {
  let next = 0;
  return ({ start, end }) => {
    while ((mentions[next]?.start ?? Infinity) < start) next += 1;
    let last = next;
    while ((mentions[last]?.start ?? Infinity) < end) last += 1;
    return mentions.slice(next, last);
  };
}

function readSentence(
  text: string,
  sentence: Sentence,
  dates: readonly DateMention[],
  lengths: readonly LengthMention[],
): TermReadings {
  const { kind } = sentence.section;
  const verb = verbs.exec(text);
  const { score, reasons: base } = weigh(text, sentence, verb?.[0] ?? null);
  const readings: TermReading[] = [];
  const open: OpenPlace[] = [];
  const put = (
    role: TermReading['role'],
    date: TermReading['date'],
    place: { start: number; end: number },
    extra: number,
    reasons: readonly Reason[],
  ) => {
    const start = sentence.start + place.start;
    const end = sentence.start + place.end;
    readings.push({ role, date, start, end, score: score + extra, reasons: [...base, ...reasons] });
  };
  const parts = datePartsOf(text, sentence.start, dates);
  for (const part of parts) put(part.role, part.date, part, part.score, part.reasons);
  const first = parts.find(({ role }) => role === 'start');
  const isTerm = verb !== null || kind === 'term';

  const forever = openEnded.exec(text);
  if (forever !== null && isTerm) {
    const place = { start: forever.index, end: forever.index + forever[0].length };
    put('end', OPEN_ENDED, place, first === undefined ? 1 : 2, [
      reason('open-ended-words', forever[0]),
    ]);
  }
  const leaveOpen = (role: OpenPlace['role'], extra: number, why: Reason) =>
    open.push({
      role,
      start: sentence.start,
      end: sentence.end,
      score: score + extra,
      reason: why,
    });
  const hasEnd = readings.some(({ role }) => role === 'end');
  const renewalAt = renewalWords.exec(text)?.index ?? Infinity;
  const length = lengths.find(({ start }) => {
    const at = start - sentence.start;
    return at < renewalAt && !isNotice(text, at);
  });
  if (blanks.test(text) && isTerm && score > 0) {
    if (dates.length === 0) leaveOpen('start', 2, reason('left-blank'));
    leaveOpen('end', 2, reason('left-blank'));
  } else if (length !== undefined && !hasEnd && score >= 2) {
    const end = first?.isDay ? endAfterMonths(first.date, length.months) : null;
    const date = end === null ? null : parsePartialDate(end);
    const about = String(length.months);
    if (date !== null) {
      put('end', date, { start: 0, end: text.length }, 1, [reason('length-from-start', about)]);
    } else if (first === undefined && isTerm) {
      leaveOpen('start', 0, reason('vague-start'));
      leaveOpen('end', 0, reason('only-length', about));
    }
  } else if (dates.length === 0 && forever === null && kind === 'term' && vagueStart.test(text)) {
    if (verb !== null) leaveOpen('start', 0, reason('vague-start'));
  }
  return { readings, open };
}

/** How much a sentence speaks of the agreement's own term, by where it stands and by its words. */
function weigh(
  text: string,
  { section }: Sentence,
  verb: string | null,
): { score: number; reasons: Reason[] } {
  const { kind, heading } = section;
  let score = 0;
  const reasons: Reason[] = [];
  if (kind === 'term') {
    score += 3;
    reasons.push(reason('in-section', heading));
  }
  if (verb !== null) {
    score += 2;
    reasons.push(reason('term-verb', verb));
  }
  if (subjects.test(text)) score += 1;
  // The words of notice and renewal hold *senast*, which elsewhere speaks of reports.
  const renewalAt = renewalWords.exec(text)?.index ?? text.length;
  if (othersDates.test(text.slice(0, renewalAt))) score -= 4;
  if (kind === 'annex' || kind === 'log' || kind === 'signatures') score -= 4;
  if (kind === 'ending' || kind === 'start') score -= 1;
  return { score, reasons };
}

/** `senast tre månader före`, `med sex månaders uppsägningstid`: not how long it applies. */
function isNotice(text: string, at: number): boolean {
  return (
    anyOf('senast', 'minst', 'uppsägningstid', 'ömsesidig', 'inom').test(
      text.slice(Math.max(0, at - 30), at),
    ) ||
    anyOf('uppsägningstid', 'före', 'innan', 'dessförinnan', 'uppsägning').test(
      text.slice(at, at + 40),
    )
  );
}
