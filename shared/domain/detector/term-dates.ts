import { parsePartialDate, type PartialDate } from '../partial-date';
import { type DateMention, monthNumber } from './date-mentions';
import { reason, type Reason } from './proposal';
import {
  dashBetween,
  endBefore,
  extendsNow,
  extendsOutright,
  onCondition,
  renewalWords,
  startBefore,
  untilBetween,
  yearLead,
} from './term-words';

/** A date's part in a sentence about the term; offsets count in the sentence. */
interface DatePart {
  readonly role: 'start' | 'end';
  readonly date: PartialDate;
  /** Whether it is a whole day, from which a length can be counted. */
  readonly isDay: boolean;
  readonly start: number;
  readonly end: number;
  /** How sure the words around it make its part. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which of a sentence's dates begin a term and which end one. `offset` is where the sentence begins. */
export function datePartsOf(
  text: string,
  offset: number,
  dates: readonly DateMention[],
): DatePart[] {
  const extendsItself =
    extendsNow.test(text) || (extendsOutright.test(text) && !onCondition.test(text));
  const renewalAt = extendsItself ? Infinity : (renewalWords.exec(text)?.index ?? Infinity);
  const parts: DatePart[] = [];
  const at = (mention: Span): Span => ({
    start: mention.start - offset,
    end: mention.end - offset,
  });
  const row = yearsInRow(text, offset, dates);
  if (row !== null) {
    const [first, last] = row;
    const span = { start: at(first).start, end: at(last).end };
    const reasons = [reason('year-only'), reason('both-ends')];
    parts.push(
      { role: 'start', date: first.date, isDay: false, ...span, score: 2, reasons },
      { role: 'end', date: last.date, isDay: false, ...span, score: 2, reasons },
    );
  }
  dates.forEach((mention, index) => {
    if (row !== null && mention.start >= row[0].start && mention.end <= row[1].end) return;
    const here = at(mention);
    const left = text.slice(Math.max(0, here.start - 40), here.start);
    const [previous, next] = [dates[index - 1], dates[index + 1]];
    const closes = pairs(previous, mention, (a, b) => text.slice(at(a).end, at(b).start));
    const opens = pairs(mention, next, (a, b) => text.slice(at(a).end, at(b).start));
    if (!closes && !opens && !isDate(mention, left)) return;
    // Behind the words of renewal stand its ceiling and its notice, not the term.
    const isRenewal =
      here.start > renewalAt && !/^f[öo6]rl[äa]ng(?:ning|d)/i.test(text.slice(renewalAt));
    const marks = [
      ...(mention.misread ? [reason('misread-letters')] : []),
      ...(mention.form === 'year' ? [reason('year-only')] : []),
    ];
    const put = (role: DatePart['role'], date: PartialDate, span: Span, score: number) =>
      parts.push({
        role,
        date,
        isDay: date.length === 10,
        ...span,
        score: score - (isRenewal ? 5 : 0),
        reasons: score > 1 ? [...marks, reason('both-ends')] : marks,
      });

    if (closes) return void put('end', mention.date, spanBack(text, here, endBefore), 2);
    if (opens) return void put('start', mention.date, spanBack(text, here, startBefore), 2);
    const range = monthRange(mention, text, here) ?? schoolYear(mention, text, here);
    if (range !== null) {
      put('start', range.from, range, 2);
      put('end', range.to, range, 2);
    } else if (endBefore.test(left)) {
      put('end', mention.date, spanBack(text, here, endBefore), 1);
    } else if (mention.form === 'year' && /[åaä]r(?:et)?[ ]?$/iu.test(left) && !startsOnly(left)) {
      put('start', mention.date, here, 1);
      put('end', mention.date, here, 1);
    } else if (startBefore.test(left)) {
      put('start', mention.date, spanBack(text, here, startBefore), 1);
    }
  });
  return parts;
}

/** *åren 2022, 2023 och 2024*: the first and the last of them; `null` where no years follow each other so. */
function yearsInRow(
  text: string,
  offset: number,
  dates: readonly DateMention[],
): readonly [DateMention, DateMention] | null {
  for (const [at, first] of dates.entries()) {
    const lead = text.slice(Math.max(0, first.start - offset - 24), first.start - offset);
    if (first.form !== 'year' || !/[åa]r[ec]n[ ]$/iu.test(lead)) continue;
    let last = first;
    for (const next of dates.slice(at + 1)) {
      const gap = text.slice(last.end - offset, next.start - offset);
      const follows = next.form === 'year' && Number(next.date) === Number(last.date) + 1;
      if (!follows || !/^(?:,| och| samt)[ ]$/u.test(gap)) break;
      last = next;
    }
    if (last !== first) return [first, last];
  }
  return null;
}

/** Six digits and bare years are dates only where a word says so. */
function isDate({ form }: DateMention, left: string): boolean {
  if (form === 'six-digits') return startBefore.test(left) || endBefore.test(left);
  return form !== 'year' || yearLead.test(left);
}

/** Two mentions that are the ends of one period, by what stands between them. */
function pairs(
  first: DateMention | undefined,
  last: DateMention | undefined,
  between: (first: DateMention, last: DateMention) => string,
): boolean {
  if (first === undefined || last === undefined) return false;
  if (last.date < first.date.slice(0, last.date.length)) return false;
  if (last.form === 'year' && first.form !== 'year') return false;
  const gap = between(first, last);
  return dashBetween.test(gap) || untilBetween.test(gap);
}

const startsOnly = (left: string): boolean =>
  startBefore.test(left) && !/(?:gäller|avser|omfattar|löper|pågår)[ \n]?$/iu.test(left);

/** The span from the word that gives the date its part to the date's end. */
function spanBack(text: string, here: Span, words: RegExp): Span {
  const from = Math.max(0, here.start - 40);
  const match = words.exec(text.slice(from, here.start));
  const isVerb = match !== null && /^(?:gäller|löper|pågår|omfattar|avser)/iu.test(match[0]);
  return {
    start: match === null || isVerb ? here.start : from + match.index,
    end: here.end,
  };
}

interface Range extends Span {
  readonly from: PartialDate;
  readonly to: PartialDate;
}

/** `2024/25` after *läsåret*: from one year to the next. */
function schoolYear(mention: DateMention, text: string, here: Span): Range | null {
  if (mention.form !== 'year') return null;
  const match = /^(?:\/|[ ]?[-–][ ]?)(\d{2})(?!\d)/.exec(text.slice(here.end, here.end + 8));
  if (match?.[1] === undefined) return null;
  const to = parsePartialDate(`${mention.date.slice(0, 2)}${match[1]}`);
  if (to === null || to <= mention.date) return null;
  return { from: mention.date, to, start: here.start, end: here.end + match[0].length };
}

/** `april–oktober 2019`: the year stands once. */
function monthRange(mention: DateMention, text: string, here: Span): Range | null {
  if (mention.form !== 'month') return null;
  const left = text.slice(Math.max(0, here.start - 20), here.start);
  const match = /(\p{L}{3,9})[ ]?[-–—][ ]?$/u.exec(left);
  const month = match?.[1] === undefined ? null : monthNumber(match[1]);
  if (match === null || month === null) return null;
  const from = parsePartialDate(`${mention.date.slice(0, 4)}-${month}`);
  if (from === null || from > mention.date) return null;
  return { from, to: mention.date, start: here.start - left.length + match.index, end: here.end };
}
