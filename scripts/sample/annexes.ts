import type { Block } from './blocks';
import { addDays, writeDate } from './dates';
import type { WrittenParties } from './parties';
import type { Plan } from './plan';
import type { Random } from './random';
import { plain } from './rich-text';
import { upper, type Term } from './terms';
import type { ThemeWords } from './vocabulary/area';
import { inventPerson } from './vocabulary/people';
import { fill, writeAmount, type Words } from './wording';

interface Given {
  readonly plan: Plan;
  readonly area: ThemeWords;
  readonly words: Words;
  readonly term: Term;
  readonly board: string;
  readonly decisionDate: string | null;
  readonly parties: WrittenParties;
}

/** Budget, plan of activities and an extract of minutes, full of dates and names that are not the agreement's. */
export function annexes(given: Given, random: Random): Block[] {
  const chosen = [budget, activityPlan, ...(given.decisionDate === null ? [] : [minutes])];
  return chosen.flatMap((annex, at): Block[] => [
    { kind: 'page-break' },
    ...annex(given, `Bilaga ${at + 1}`, random),
  ]);
}

function budget({ words, term }: Given, label: string, random: Random): Block[] {
  const firstYear = Number(term.anchor.slice(0, 4));
  const years = [0, 1, 2]
    .map((ahead) => firstYear + ahead)
    .filter((year) => year <= Math.max(firstYear, Number(term.lastDay.slice(0, 4))));
  const shares = {
    Personal: 0.62,
    Lokaler: 0.14,
    Material: 0.08,
    'Utbildning och handledning': 0.1,
  };
  const thousand = (n: number) => Math.round(n / 1000) * 1000;
  const lines = Object.entries(shares).map(([post, share]) => ({
    post,
    sums: years.map((_, at) => thousand(words.amount * share * (1 + 0.02 * at))),
  }));
  const rest = years.map((_, at) => {
    const total = thousand(words.amount * (1 + 0.02 * at));
    return total - lines.reduce((sum, line) => sum + (line.sums[at] ?? 0), 0);
  });
  const all = [...lines, { post: 'Övrigt', sums: rest }];
  const total = years.map((_, at) => all.reduce((sum, line) => sum + (line.sums[at] ?? 0), 0));
  return [
    { kind: 'title', lines: [`${label}. Budget`] },
    {
      kind: 'paragraph',
      text: `Beloppen anges i kronor exklusive moms. ${upper(words.C)} redovisar därutöver ideell tid motsvarande ${random.int(800, 2600)} timmar per år.`,
    },
    {
      kind: 'table',
      widths: [1.6, ...years.map(() => 1)],
      header: ['Post', ...years.map(String)],
      rows: [
        ...all.map(({ post, sums }) => [post, ...sums.map(writeAmount)]),
        ['Summa', ...total.map(writeAmount)],
      ],
      numeric: true,
    },
  ];
}

function activityPlan({ area, words, term }: Given, label: string, random: Random): Block[] {
  const year = Number(term.anchor.slice(0, 4));
  const when = [
    'löpande',
    `mars ${year}`,
    `${year}-06-15`,
    `hösten ${year}`,
    'en gång per termin',
    `senast 30 april ${year + 1}`,
  ];
  return [
    { kind: 'title', lines: [`${label}. Verksamhetsplan ${year}`] },
    {
      kind: 'table',
      widths: [2.6, 1.1, 1.1],
      header: ['Aktivitet', 'Ansvarig', 'När'],
      rows: random
        .sample(area.activities, 6)
        .map((activity) => [upper(fill(activity, words)), upper(words.C), random.pick(when)]),
      numeric: false,
    },
    {
      kind: 'paragraph',
      text: 'Planen revideras av styrgruppen inför varje verksamhetsår och ersätter då tidigare version.',
    },
  ];
}

function minutes(
  { board, decisionDate, words, parties }: Given,
  label: string,
  random: Random,
): Block[] {
  const day = decisionDate ?? '';
  return [
    { kind: 'title', lines: [`${label}. Protokollsutdrag`] },
    {
      kind: 'fields',
      rows: [
        ['Sammanträde', board],
        ['Sammanträdesdatum', day],
        ['Paragraf', `§ ${random.int(12, 240)}`],
        ['Justerat', addDays(day, 6)],
        ['Anslaget', `${addDays(day, 7)} – ${addDays(day, 29)}`],
      ],
    },
    { kind: 'heading', text: 'Beslut', level: 2 },
    {
      kind: 'list',
      ordered: true,
      items: [
        `${upper(words.noun.definite)} mellan ${parties.publicNames} och ${parties.civilNames} godkänns.`,
        'Förvaltningschefen får i uppdrag att underteckna handlingen.',
        'Paragrafen justeras omedelbart.',
      ],
    },
    { kind: 'heading', text: 'Ärendebeskrivning', level: 2 },
    {
      kind: 'paragraph',
      text: `Förvaltningen har i tjänsteskrivelse ${writeDate(addDays(day, -21), 'the-long')} redogjort för förslaget. Beredning har skett i arbetsutskottet ${writeDate(addDays(day, -12), 'the-long')}.`,
    },
    {
      kind: 'paragraph',
      text: `Vid protokollet ${inventPerson(random)}, sekreterare. Justerare ${inventPerson(random)}. Rätt utdraget intygas.`,
    },
  ];
}

/** The log that an electronic signing service appends, with times that are not the agreement's. */
export function signingLog(parties: WrittenParties, day: string, random: Random): Block[] {
  const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16)).join('');
  const rows = parties.marked.map((party, at) => [
    plain(party),
    inventPerson(random),
    `${addDays(day, at)} ${String(random.int(7, 16)).padStart(2, '0')}:${String(random.int(10, 59))}:${String(random.int(10, 59))} UTC`,
    `192.0.2.${random.int(2, 250)}`,
  ]);
  return [
    { kind: 'page-break' },
    { kind: 'title', lines: ['Signeringslogg'] },
    {
      kind: 'paragraph',
      text: 'Dokumentet har undertecknats elektroniskt. Underskrifterna är bundna till dokumentets innehåll; ändras det upphör de att gälla.',
    },
    {
      kind: 'fields',
      rows: [
        ['Transaktions-id', hex],
        ['Status', 'Alla parter har undertecknat'],
        ['Metod', 'E-legitimation'],
      ],
    },
    {
      kind: 'table',
      widths: [1.5, 1.2, 1.9, 0.9],
      header: ['Part', 'Undertecknare', 'Tidpunkt', 'IP-adress'],
      rows,
      numeric: false,
    },
  ];
}
