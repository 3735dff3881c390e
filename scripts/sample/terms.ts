import type { Renewal } from '../../shared/domain/answer';
import type { DateStyle } from './dates';
import { addDays, endAfter, monthName, writeDate, writeLength, writeMonths } from './dates';
import type { Random } from './random';
import { mark } from './rich-text';
import type { TermFamily } from './truth';
import type { AreaId, TargetId } from './vocabulary/area';

/** What the agreement is called in its own sentences. */
export interface Noun {
  readonly definite: string;
  readonly genitive: string;
  readonly pronoun: 'det' | 'den';
}

/** The term of one agreement: how it is worded, and what the words mean. */
export interface Term {
  /** Sentences on when it applies and how it goes on. */
  readonly sentences: readonly string[];
  /** Sentences on ending it early. */
  readonly ending: readonly string[];
  readonly start: string | null;
  readonly end: string | null;
  readonly renewal: Renewal;
  readonly noticeMonths: number | null;
  /** The first day, stated or not: everything else in the document is dated around it. */
  readonly anchor: string;
  readonly lastDay: string;
  readonly dateStyle: DateStyle;
}

const NO_RENEWAL: Renewal = { kind: 'none', periodMonths: null, noticeMonths: null, ceiling: null };

const styles: Readonly<Record<DateStyle, number>> = {
  iso: 34,
  long: 22,
  'the-long': 24,
  slash: 8,
  compact: 5,
  short: 2,
  abbreviated: 5,
};

const years = {
  '2014': 1,
  '2015': 1,
  '2016': 2,
  '2017': 3,
  '2018': 4,
  '2019': 5,
  '2020': 6,
  '2021': 9,
  '2022': 12,
  '2023': 13,
  '2024': 12,
  '2025': 6,
} as const;

const firstDays = {
  '01-01': 58,
  '07-01': 11,
  '10-01': 6,
  '02-01': 5,
  '04-01': 5,
  '09-01': 5,
  '03-15': 3,
  '08-15': 3,
  '11-01': 4,
} as const;

const shortLengths = { '12': 48, '18': 14, '24': 16, '36': 22 } as const;
const crimeLengths = { '12': 12, '24': 20, '36': 52, '48': 16 } as const;
const otherLengths = { '12': 24, '24': 24, '36': 40, '48': 12 } as const;

/** Work and the young get shorter agreements, victims of crime longer ones, as the report found. */
function lengthFor(area: AreaId, target: TargetId, random: Random): number {
  const short = area === 'labour_integration' || target === 'children_youth';
  const lengths = short
    ? shortLengths
    : area === 'crime_victims_prevention'
      ? crimeLengths
      : otherLengths;
  return Number(random.weighted<string>(lengths));
}

interface TermWish {
  readonly family: TermFamily;
  readonly area: AreaId;
  readonly target: TargetId;
  readonly noun: Noun;
  /** Given for extensions, which begin where the earlier one ended. */
  readonly start?: string;
}

/** Words the term of an agreement. Families are as in the description of the collection. */
export function composeTerm(wish: TermWish, random: Random): Term {
  const { area, target, noun } = wish;
  const anchor =
    wish.start ?? `${random.weighted<string>(years)}-${random.weighted<string>(firstDays)}`;
  const length = lengthFor(area, target, random);
  const lastDay = endAfter(anchor, length);
  const dateStyle = random.weighted(styles);
  const A = upper(noun.definite);
  const base = { anchor, lastDay, dateStyle, start: anchor, end: lastDay, renewal: NO_RENEWAL };

  switch (wish.family) {
    case 'A':
    case 'H': {
      const sentences = [fixedTerm(A, anchor, lastDay, dateStyle, random)];
      if (random.chance(0.5)) {
        sentences.push(mark('renewal', `${A} upphör därefter utan särskild uppsägning.`));
      }
      return { ...base, sentences, ...earlyEnd(noun, random, 0.6) };
    }
    case 'B': {
      const period = random.pick([12, 12, 12, length]);
      const notice = random.pick([1, 3, 3, 6, 6, 9, 12]);
      const ceiling = random.chance(0.35) ? random.int(1, 3) : null;
      const automatic = automaticRenewal(
        noun,
        { period, notice, ceiling, length, lastDay, dateStyle },
        random,
      );
      return {
        ...base,
        sentences: [fixedTerm(A, anchor, lastDay, dateStyle, random), mark('renewal', automatic)],
        renewal: { kind: 'automatic', periodMonths: period, noticeMonths: notice, ceiling },
        ...earlyEnd(noun, random, 0.2),
      };
    }
    case 'C': {
      const period = random.pick([12, 12, 24]);
      const option = random.pick([
        `Parterna kan gemensamt besluta att förlänga ${noun.definite} med ytterligare ${writeLength(period)}.`,
        `Därefter finns möjlighet till förlängning med ${writeLength(period)} om parterna är överens om detta.`,
        `Efter gemensam utvärdering kan ${noun.definite} förlängas med högst ${writeLength(period)} genom skriftlig överenskommelse.`,
      ]);
      return {
        ...base,
        sentences: [fixedTerm(A, anchor, lastDay, dateStyle, random), mark('renewal', option)],
        renewal: { ...NO_RENEWAL, kind: 'by_agreement', periodMonths: period },
        ...earlyEnd(noun, random, 0.5),
      };
    }
    case 'D':
      return calendarYears(base, noun, Math.max(1, Math.round(length / 12)), random);
    case 'E': {
      const notice = random.pick([3, 6, 6, 12]);
      const monthOnly = random.chance(0.25);
      const from = monthOnly
        ? `${monthName(anchor)} ${anchor.slice(0, 4)}`
        : writeDate(anchor, dateStyle);
      const ending = random.pick([
        `Uppsägning ska ske skriftligen med en ömsesidig uppsägningstid om ${writeMonths(notice)}.`,
        `Vardera parten kan säga upp ${noun.definite} med ${notice} månaders uppsägningstid. Uppsägningen ska vara skriftlig.`,
      ]);
      return {
        ...base,
        sentences: [
          `${A} gäller ${mark('start', `${fromWord(random)} ${from}`)} och ${mark('end', random.pick(['tills vidare', 'tillsvidare']))}.`,
        ],
        ending: [mark('termination', ending)],
        start: monthOnly ? anchor.slice(0, 7) : anchor,
        end: 'open-ended',
        noticeMonths: notice,
      };
    }
    case 'F': {
      const from = random.pick([
        'undertecknandet',
        'sista underskrift',
        'den dag då båda parter har undertecknat',
      ]);
      const text = random.pick([
        `${A} gäller i ${writeLength(length)} från ${from}.`,
        `Parterna ingår partnerskapet för en period av ${writeLength(length)} räknat från ${from}.`,
      ]);
      return {
        ...base,
        sentences: [mark(['start', 'end'], text)],
        start: null,
        end: null,
        ...earlyEnd(noun, random, 0.7),
      };
    }
    case 'G':
      return season(base, A, noun, random);
    case 'I': {
      const endOnly = random.chance(0.5);
      const sentence = endOnly
        ? `${A} gäller ${mark('end', `till och med ${writeDate(lastDay, dateStyle)}`)}.`
        : `${A} börjar gälla ${mark('start', writeDate(anchor, dateStyle))}.`;
      return {
        ...base,
        sentences: [sentence],
        start: endOnly ? null : anchor,
        end: endOnly ? lastDay : null,
        ...earlyEnd(noun, random, 0.5),
      };
    }
    case 'J':
      return {
        ...base,
        sentences: [
          mark(
            ['start', 'end'],
            random.pick([
              `${A} gäller från och med 20XX-XX-XX till och med 20XX-XX-XX.`,
              `${A} gäller fr.o.m. den __ / __ 20__ t.o.m. den __ / __ 20__.`,
            ]),
          ),
        ],
        start: null,
        end: null,
        ...earlyEnd(noun, random, 0.5),
      };
  }
}

const fromWord = (random: Random): string =>
  random.weighted({ 'från och med': 60, 'fr.o.m.': 25, 'fr o m': 10, från: 5 });

const untilWord = (random: Random): string =>
  random.weighted({ 'till och med': 65, 't.o.m.': 25, 't o m': 10 });

function fixedTerm(
  A: string,
  start: string,
  end: string,
  style: DateStyle,
  random: Random,
): string {
  const first = writeDate(start, style);
  const last = writeDate(end, style);
  const verb = random.pick(['gäller', 'gäller', 'löper', 'är giltigt']);
  const both = `${mark('start', `${fromWord(random)} ${first}`)} ${mark('end', `${untilWord(random)} ${last}`)}`;
  return random.pick([
    `${A} ${verb === 'är giltigt' && A.endsWith('en') ? 'är giltig' : verb} ${both}.`,
    `${A} träder i kraft ${mark('start', first)} och upphör att gälla ${mark('end', last)}.`,
    `${A} omfattar perioden ${mark('start', first)} – ${mark('end', last)}.`,
    `Partnerskapet pågår ${both}.`,
  ]);
}

function automaticRenewal(
  noun: Noun,
  term: {
    period: number;
    notice: number;
    ceiling: number | null;
    length: number;
    lastDay: string;
    dateStyle: DateStyle;
  },
  random: Random,
): string {
  const { period, notice, ceiling, length } = term;
  const before = random
    .pick([
      `om det inte har sagts upp skriftligen senast ${writeMonths(notice)} före avtalstidens utgång`,
      `om ingen av parterna säger upp ${noun.definite} minst ${writeMonths(notice)} innan tiden löper ut`,
      `såvida inte någon part senast ${notice} ${notice === 1 ? 'månad' : 'månader'} dessförinnan har sagt upp ${noun.definite}`,
    ])
    .replace('det inte', `${noun.pronoun} inte`);
  const how =
    period === 12
      ? random.pick(['med ett år i sänder', 'automatiskt med 12 månader åt gången', 'år för år'])
      : period === length
        ? 'med en period av samma längd'
        : `med ${writeLength(period)} i taget`;
  const limit =
    ceiling === null
      ? ''
      : random.chance(0.5)
        ? `, dock högst ${ceiling === 1 ? 'en gång' : ceiling === 2 ? 'två gånger' : 'tre gånger'}`
        : `, dock längst till och med ${writeDate(endAfter(addDays(term.lastDay, 1), period * ceiling), term.dateStyle)}`;
  return random.chance(0.5)
    ? `Därefter förlängs ${noun.definite} ${how} ${before}${limit}.`
    : `${upper(noun.definite)} förlängs ${how} ${before}${limit}.`;
}

type Base = Pick<Term, 'anchor' | 'lastDay' | 'dateStyle' | 'start' | 'end' | 'renewal'>;

function calendarYears(base: Base, noun: Noun, count: number, random: Random): Term {
  const A = upper(noun.definite);
  const first = base.anchor.slice(0, 4);
  const last = String(Number(first) + count - 1);
  const both = ['start', 'end'] as const;
  const sentence =
    count === 1
      ? random.pick([
          `${A} gäller ${mark(both, `kalenderåret ${first}`)}.`,
          `${A} gäller ${mark(both, `år ${first}`)}.`,
        ])
      : random.pick([
          `${A} avser ${mark(both, `åren ${first}–${last}`)}.`,
          `${A} gäller ${mark(both, `${first} – ${last}`)}.`,
          `Partnerskapet omfattar ${mark('start', `åren ${first}`)} ${mark('end', `till och med ${last}`)}.`,
        ]);
  const yearly = random.chance(0.5);
  const notice = random.pick([3, 6]);
  const yearDates = { anchor: `${first}-01-01`, lastDay: `${last}-12-31`, start: first, end: last };
  if (!yearly)
    return { ...base, ...yearDates, sentences: [sentence], ...earlyEnd(noun, random, 0.5) };
  return {
    ...base,
    ...yearDates,
    sentences: [
      sentence,
      mark(
        'renewal',
        `Därefter förlängs ${noun.definite} med ett år i taget om ${noun.pronoun} inte sägs upp senast ${writeMonths(notice)} före årsskiftet.`,
      ),
    ],
    ending: [],
    noticeMonths: null,
    renewal: { kind: 'automatic', periodMonths: 12, noticeMonths: notice, ceiling: null },
  };
}

function season(base: Base, A: string, noun: Noun, random: Random): Term {
  const year = Number(base.anchor.slice(0, 4));
  const both = ['start', 'end'] as const;
  const [words, start, end] = random.pick([
    [`läsåret ${year}/${String(year + 1).slice(2)}`, `${year}`, `${year + 1}`],
    [`april–oktober ${year}`, `${year}-04`, `${year}-10`],
    [`vintersäsongen november ${year}–mars ${year + 1}`, `${year}-11`, `${year + 1}-03`],
  ] as const);
  return {
    ...base,
    anchor: start.length === 4 ? `${start}-08-15` : `${start}-01`,
    lastDay: end.length === 4 ? `${end}-06-15` : `${end}-28`,
    sentences: [`${A} gäller ${mark(both, words)}.`],
    start,
    end,
    ...earlyEnd(noun, random, 0.3),
  };
}

function earlyEnd(
  noun: Noun,
  random: Random,
  probability: number,
): Pick<Term, 'ending' | 'noticeMonths'> {
  if (!random.chance(probability)) return { ending: [], noticeMonths: null };
  const notice = random.pick([3, 3, 6, 6, 12]);
  const text = random.pick([
    `Vardera parten kan säga upp ${noun.definite} i förtid med ${writeMonths(notice)} uppsägningstid.`.replace(
      'månader upp',
      'månaders upp',
    ),
    `${upper(noun.definite)} kan sägas upp skriftligen av endera parten. Uppsägningstiden är ${writeMonths(notice)}.`,
  ]);
  return { ending: [mark('termination', text)], noticeMonths: notice };
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
