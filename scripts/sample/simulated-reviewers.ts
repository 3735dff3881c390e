import Papa from 'papaparse';

import type { Renewal } from '../../shared/domain/answer';
import { Random } from './random';
import type { Fact, Truth } from './truth';
import type { AreaId, TargetId } from './vocabulary/area';

/** One row of the table that `samsyn code` reads. */
export interface CodedRow {
  readonly agreement: string;
  readonly variable: CodedVariable;
  readonly value: string;
  readonly missing: string;
  readonly unsure: string;
  readonly note: string;
  readonly quote: string;
  readonly page: string;
}

export type CodedVariable =
  | 'public_actors'
  | 'civil_actors'
  | 'purpose'
  | 'start'
  | 'end'
  | 'renewal'
  | 'target_group'
  | 'intervention_area';

export interface SimulatedCoding {
  /** An invented person. */
  readonly reviewer: string;
  readonly rows: readonly CodedRow[];
  /** The rows as CSV text, UTF-8 without BOM, lines ended by LF. */
  readonly csv: string;
}

const columns = ['agreement', 'variable', 'value', 'missing', 'unsure', 'note', 'quote', 'page'] as const;

/** How often a reviewer errs, as a factor on the rates below. */
const people = [
  { reviewer: 'Maja Holmén', care: 0.7 },
  { reviewer: 'Oskar Lindh', care: 1.15 },
] as const;

/** What each kind of reading goes wrong by, per answer, before the reviewer's factor. */
const rates = {
  area: 0.12,
  target: 0.1,
  datePrecision: 0.08,
  wrongDate: 0.03,
  guessedDate: 0.3,
  renewalPart: 0.14,
  renewalKind: 0.05,
  missingActor: 0.16,
  unitAsActor: 0.2,
} as const;

/** Areas that readers take for each other. */
const neighbours: Readonly<Record<AreaId, readonly AreaId[]>> = {
  safety: ['crime_victims_prevention', 'leisure_education'],
  leisure_education: ['labour_integration', 'safety'],
  health_rehabilitation: ['disability', 'other'],
  crime_victims_prevention: ['safety', 'health_rehabilitation'],
  labour_integration: ['leisure_education', 'basic_needs'],
  disability: ['leisure_education', 'health_rehabilitation'],
  basic_needs: ['labour_integration', 'health_rehabilitation'],
  other: ['safety', 'labour_integration'],
};

const targetSlips: Readonly<Record<TargetId, readonly TargetId[]>> = {
  children_youth: ['all'],
  adults: ['all'],
  elderly: ['all', 'adults'],
  all: ['children_youth', 'adults'],
};

/**
 * Two reviewers who read the agreements with plausible slips of their own: neighbouring areas,
 * target groups drawn too wide, years for days, one organisation of several forgotten, guesses
 * where the agreement is silent. The same truths and seed give the same tables.
 */
export function simulatedReviewers(truths: readonly Truth[], seed = 7): SimulatedCoding[] {
  return people.map(({ reviewer, care }, at) => {
    const random = new Random(seed * 1000 + at);
    const rows = truths.flatMap((truth) => codeAgreement(truth, care, random.fork()));
    const csv = Papa.unparse({ fields: [...columns], data: rows.map((row) => columns.map((column) => row[column])) }, { newline: '\n' });
    return { reviewer, rows, csv: `${csv}\n` };
  });
}

interface Reading {
  readonly value?: string;
  readonly missing?: 'not_stated';
  readonly slipped?: boolean;
  readonly note?: string;
}

function codeAgreement(truth: Truth, care: number, random: Random): CodedRow[] {
  const slips = (rate: number) => random.chance(rate * care);
  const row = (variable: CodedVariable, fact: Fact, reading: Reading): CodedRow => {
    const evidence = truth.evidence.find((each) => each.fact === fact);
    const quoted = evidence !== undefined && random.chance(0.94);
    const unsure = random.chance(reading.slipped ? 0.35 : reading.missing ? 0.15 : 0.03);
    return {
      agreement: truth.fileName,
      variable,
      value: reading.value ?? '',
      missing: reading.missing ?? '',
      unsure: unsure ? 'yes' : '',
      note: reading.note ?? (unsure ? random.pick(doubts) : ''),
      quote: quoted ? evidence.quote.replace(/\s+/g, ' ') : '',
      page: quoted ? String(evidence.page) : '',
    };
  };
  return [
    row('public_actors', 'public_actors', readPublic(truth, slips, random)),
    row('civil_actors', 'civil_actors', readCivil(truth, slips, random)),
    row('purpose', 'purpose', readPurpose(truth, random)),
    row('start', 'start', readDate(truth.start, truth, slips)),
    row('end', 'end', readDate(truth.end, truth, slips)),
    row('renewal', 'renewal', readRenewal(truth.renewal, slips)),
    row('target_group', 'target_group', readTarget(truth, slips, random)),
    row('intervention_area', 'intervention_area', readArea(truth, slips, random)),
  ];
}

type Slips = (rate: number) => boolean;

const doubts = [
  'Oklart i texten, bör stämmas av.',
  'Två läsningar är möjliga.',
  'Svårt att avgöra vad som är överordnat.',
  'Passar inte riktigt någon kategori.',
] as const;

function readPublic(truth: Truth, slips: Slips, random: Random): Reading {
  const bodies = truth.parties.filter((party) => party.role === 'public');
  const asUnit = bodies.some((body) => body.namedAs === 'unit') && slips(rates.unitAsActor);
  const names = bodies.map((body) => (asUnit ? (body.unit ?? body.name) : body.name));
  const distinct = [...new Set(names)];
  if (distinct.length > 1 && slips(rates.missingActor)) {
    return { value: random.sample(distinct, distinct.length - 1).join(';'), slipped: true };
  }
  return { value: distinct.join(';'), slipped: asUnit };
}

function readCivil(truth: Truth, slips: Slips, random: Random): Reading {
  const names = truth.parties.filter((party) => party.role === 'civil').map((party) => party.name);
  if (names.length > 1 && slips(rates.missingActor)) {
    const forgotten = random.int(0, names.length - 1);
    return { value: names.filter((_, at) => at !== forgotten).join(';'), slipped: true };
  }
  return { value: names.join(';') };
}

/** Close to the agreement's words; some write the first part only. */
function readPurpose(truth: Truth, random: Random): Reading {
  const [firstPart = truth.purpose] = truth.purpose.split(/ samt att |, att /);
  return { value: random.chance(0.3) ? `${firstPart.replace(/\.$/, '')}.` : truth.purpose };
}

function readDate(date: string | null, truth: Truth, slips: Slips): Reading {
  if (date === null) {
    // Where the agreement is silent some infer a year from the decision.
    const guess = truth.decisionDate;
    if (guess !== null && slips(rates.guessedDate)) {
      return { value: guess.slice(0, 4), slipped: true, note: 'Härlett ur beslutsdatum.' };
    }
    return { missing: 'not_stated' };
  }
  if (date === 'open-ended') return { value: date };
  if (truth.decisionDate !== null && date === truth.start && slips(rates.wrongDate)) {
    return { value: truth.decisionDate, slipped: true };
  }
  if (slips(rates.wrongDate)) return { value: otherYear(date), slipped: true };
  if (date.length > 4 && slips(rates.datePrecision)) return { value: date.slice(0, 4) };
  return { value: date };
}

function otherYear(date: string): string {
  const moved = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return moved.endsWith('-02-29') ? moved.replace('-29', '-28') : moved;
}

function readRenewal(renewal: Renewal, slips: Slips): Reading {
  switch (renewal.kind) {
    case 'none':
      return slips(rates.renewalKind) ? { value: 'by_agreement', slipped: true } : { value: 'none' };
    case 'by_agreement':
      return slips(rates.renewalKind * 2)
        ? { value: 'none', slipped: true }
        : { value: 'by_agreement' };
    case 'automatic': {
      if (slips(rates.renewalKind)) return { value: 'none', slipped: true };
      const parts = [
        ['period', renewal.periodMonths],
        ['notice', renewal.noticeMonths],
        ['ceiling', renewal.ceiling],
      ] as const;
      const kept = parts.filter(([, value]) => value !== null && !slips(rates.renewalPart));
      const text = kept.map(([name, value]) => `${name}=${value}`).join(',');
      return { value: text === '' ? 'automatic' : `automatic(${text})` };
    }
  }
}

function readTarget(truth: Truth, slips: Slips, random: Random): Reading {
  return slips(rates.target)
    ? { value: random.pick(targetSlips[truth.targetGroup]), slipped: true }
    : { value: truth.targetGroup };
}

/** An agreement that touches a second area is read as that one more often. */
function readArea(truth: Truth, slips: Slips, random: Random): Reading {
  const [secondary] = truth.secondaryAreas;
  if (secondary !== undefined && slips(rates.area)) return { value: secondary, slipped: true };
  return slips(rates.area)
    ? { value: random.pick(neighbours[truth.interventionArea]), slipped: true }
    : { value: truth.interventionArea };
}
