import { type ActorMatchers, formatActors, parseActors } from './actor-text';
import {
  fitsVariable,
  isPossibleRenewal,
  MissingKind,
  OPEN_ENDED,
  Renewal,
  type SettledAnswer,
  Value,
} from './answer';
import { assertNever } from './assert-never';
import { categoryOf, findCategory, type Language, type Localized, type Variable } from './codebook';
import { type PartialDate, parsePartialDate } from './partial-date';

/** The kinds of missing in words. */
export const MISSING_LABELS: Readonly<Record<MissingKind, Localized>> = {
  not_stated: { sv: 'Framgår inte', en: 'Not stated' },
  illegible: { sv: 'Oläsligt', en: 'Illegible' },
  page_missing: { sv: 'Sida saknas', en: 'Page missing' },
  not_applicable: { sv: 'Ej tillämpligt', en: 'Not applicable' },
  cannot_decide: { sv: 'Kan inte avgöras', en: 'Cannot decide' },
};

const NOT_CODED_LABEL: Localized = { sv: 'Ej kodat', en: 'Not coded' };
const OPEN_ENDED_LABEL: Localized = { sv: 'tills vidare', en: 'until further notice' };

const RENEWAL_LABELS: Readonly<Record<Renewal['kind'], Localized>> = {
  none: { sv: 'ingen', en: 'none' },
  automatic: { sv: 'automatisk', en: 'automatic' },
  by_agreement: { sv: 'efter överenskommelse', en: 'by agreement' },
};

type ParsedValue = { ok: true; value: Value } | { ok: false; reason: string };

/**
 * A value as the one text that tables and the terminal use; `parseValue` reads it back exactly.
 *
 * - actors: `Solna stad (Socialnämnden); Boden kommun`, see `formatActors`
 * - category: its id, secondary ones after it: `crime_victims_prevention; safety`
 * - dates: ISO 8601 as precise as they are, or `open-ended`
 * - renewal: `none`, `by_agreement`, `automatic(period=12,notice=6,ceiling=2)`, lengths in months;
 *   the ceiling is a number of times or a date, and what is not stated is left out
 * - text: as it stands
 */
export function formatValue(value: Value): string {
  switch (value.type) {
    case 'actors':
      return formatActors(value.actors);
    case 'text':
      return value.text;
    case 'date':
      return value.date;
    case 'end':
      return value.end;
    case 'renewal':
      return formatRenewal(value.renewal);
    case 'category':
      return [value.category, ...value.secondary].join('; ');
    default:
      return assertNever(value);
  }
}

/**
 * Reads a value of a variable from its text form. Categories may also be given by label in either
 * language, *open-ended* and kinds of renewal too. `reason` is the end of a sentence that begins
 * with where the text stands.
 */
export function parseValue(variable: Variable, text: string, matchers: ActorMatchers): ParsedValue {
  const read = readValue(variable, text.trim(), matchers);
  if (typeof read === 'string') return { ok: false, reason: read };
  const value = Value.safeParse(read);
  if (value.success && fitsVariable(variable, value.data)) return { ok: true, value: value.data };
  return { ok: false, reason: `${quote(text)} is too long or is not what ${variable.id} asks for` };
}

/** The kind of missing that a text names by its id or its label in either language, or `null`. */
export function parseMissing(text: string): MissingKind | null {
  const wanted = fold(text);
  return (
    MissingKind.options.find((kind) => kind === wanted || isLabel(MISSING_LABELS[kind], wanted)) ??
    null
  );
}

/** An answer in words for people, in their language; `null` and no value at all are *not coded*. */
export function describeAnswer(
  variable: Variable,
  answer: SettledAnswer | null,
  language: Language,
): string {
  if (answer?.missing) return MISSING_LABELS[answer.missing][language];
  const value = answer?.value ?? null;
  if (value === null) return NOT_CODED_LABEL[language];
  switch (value.type) {
    case 'actors':
      return value.actors
        .map(({ name, unit }) => (unit === null ? name : `${name} (${unit})`))
        .join('; ');
    case 'end':
      return value.end === OPEN_ENDED ? OPEN_ENDED_LABEL[language] : value.end;
    case 'renewal':
      return describeRenewal(value.renewal, language);
    case 'category': {
      const label = (id: string) => categoryOf(variable, id)?.label[language] ?? id;
      const secondary = value.secondary.map(label).join(', ');
      return label(value.category) + (secondary === '' ? '' : ` (+ ${secondary})`);
    }
    default:
      return formatValue(value);
  }
}

function readValue(variable: Variable, text: string, matchers: ActorMatchers): unknown {
  if (text === '') return 'the value is empty';
  switch (variable.type) {
    case 'public-actors':
    case 'civil-actors': {
      const side = variable.type === 'public-actors' ? 'public' : 'civil';
      const actors = parseActors(text, side, matchers);
      return typeof actors === 'string' ? actors : { type: 'actors', actors };
    }
    case 'text':
      return { type: 'text', text };
    case 'date': {
      const date = parsePartialDate(text);
      return date === null ? noDate(text) : { type: 'date', date };
    }
    case 'end-date': {
      if (isOpenEnded(text)) return { type: 'end', end: OPEN_ENDED };
      const end = parsePartialDate(text);
      return end === null ? `${noDate(text)}, or ${OPEN_ENDED}` : { type: 'end', end };
    }
    case 'renewal':
      return readRenewal(text);
    case 'category':
      return readCategories(variable, text);
    default:
      return assertNever(variable.type);
  }
}

function readCategories(variable: Variable, text: string): unknown {
  const names = text.split(';').map((name) => name.trim());
  const ids: string[] = [];
  for (const name of names) {
    const category = findCategory(variable, name);
    if (category === undefined) {
      const known = variable.categories.map(({ id }) => id).join(', ');
      return `${quote(name)} is no category of ${variable.id}; it has ${known}`;
    }
    if (ids.includes(category.id)) return `${category.id} is given twice`;
    ids.push(category.id);
  }
  const [category, ...secondary] = ids;
  if (secondary.length > 0 && !variable.secondary) {
    return `${variable.id} takes one category, and ${ids.length} are given`;
  }
  return { type: 'category', category, secondary };
}

function formatRenewal({ kind, periodMonths, noticeMonths, ceiling }: Renewal): string {
  const parts = Object.entries({ period: periodMonths, notice: noticeMonths, ceiling })
    .filter(([, part]) => part !== null)
    .map(([name, part]) => `${name}=${part}`);
  return parts.length === 0 ? kind : `${kind}(${parts.join(',')})`;
}

function readRenewal(text: string): unknown {
  const [, name = '', inside] = /^([^()]*?)\s*(?:\(([^()]*)\))?$/.exec(text) ?? [];
  const kind = Renewal.shape.kind.options.find(
    (option) => option === fold(name) || isLabel(RENEWAL_LABELS[option], fold(name)),
  );
  if (kind === undefined) return noRenewal(text);
  const parts: Record<string, number | PartialDate> = {};
  for (const part of inside === undefined ? [] : inside.split(',')) {
    const [, key = '', amount = ''] =
      /^\s*(period|notice|ceiling)\s*=\s*(\S+)\s*$/.exec(part) ?? [];
    const date = key === 'ceiling' ? parsePartialDate(amount) : null;
    const number = /^[1-9]\d{0,3}$/.test(amount) ? Number(amount) : null;
    const read = date ?? number;
    if (read === null || key in parts) return noRenewal(text);
    parts[key] = read;
  }
  const renewal = Renewal.safeParse({
    kind,
    periodMonths: parts['period'] ?? null,
    noticeMonths: parts['notice'] ?? null,
    ceiling: parts['ceiling'] ?? null,
  });
  return renewal.success && isPossibleRenewal(renewal.data)
    ? { type: 'renewal', renewal: renewal.data }
    : noRenewal(text);
}

const monthsIn: Readonly<Record<Language, (n: number) => string>> = {
  sv: (n) => `${n} ${n === 1 ? 'månad' : 'månader'}`,
  en: (n) => `${n} ${n === 1 ? 'month' : 'months'}`,
};

const timesIn: Readonly<Record<Language, (n: number) => string>> = {
  sv: (n) => `högst ${n} ${n === 1 ? 'gång' : 'gånger'}`,
  en: (n) => `at most ${n} ${n === 1 ? 'time' : 'times'}`,
};

function describeRenewal(renewal: Renewal, language: Language): string {
  const sv = language === 'sv';
  const months = monthsIn[language];
  const { kind, periodMonths: period, noticeMonths: notice, ceiling } = renewal;
  const parts = [RENEWAL_LABELS[kind][language]];
  if (period !== null) parts.push(`${months(period)} ${sv ? 'i taget' : 'at a time'}`);
  if (notice !== null) parts.push(`${months(notice)} ${sv ? 'uppsägningstid' : 'notice'}`);
  if (typeof ceiling === 'number') parts.push(timesIn[language](ceiling));
  if (typeof ceiling === 'string') parts.push(`${sv ? 'längst till' : 'until'} ${ceiling}`);
  return parts.join(', ');
}

function isOpenEnded(text: string): boolean {
  const wanted = fold(text);
  return wanted === OPEN_ENDED || wanted === 'tillsvidare' || isLabel(OPEN_ENDED_LABEL, wanted);
}

function isLabel(label: Localized, folded: string): boolean {
  return fold(label.sv) === folded || fold(label.en) === folded;
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

const noDate = (text: string) => `${quote(text)} is no date; write 2024, 2024-03 or 2024-03-01`;
const noRenewal = (text: string) =>
  `${quote(text)} is no renewal; write none, by_agreement or automatic(period=12,notice=6,ceiling=2) with the parts that are stated`;
