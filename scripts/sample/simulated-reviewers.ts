import { csvLine } from '../../main/exchange/csv';
import { formatActors } from '../../shared/domain/actor-text';
import { formatValue } from '../../shared/domain/answer-text';
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
  | 'terminated'
  | 'target_group'
  | 'intervention_area';

export interface SimulatedCoding {
  /** An invented person. */
  readonly reviewer: string;
  readonly rows: readonly CodedRow[];
  /** The rows as CSV text, UTF-8 without BOM, lines ended by LF. */
  readonly csv: string;
}

/** The columns of such a table, in order. */
export const CODED_COLUMNS = [
  'agreement',
  'variable',
  'value',
  'missing',
  'unsure',
  'note',
  'quote',
  'page',
] as const;

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
  overlookedNote: 0.3,
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
    const lines = [CODED_COLUMNS, ...rows.map((row) => CODED_COLUMNS.map((column) => row[column]))];
    return { reviewer, rows, csv: lines.map(csvLine).join('') };
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
      unsure: String(unsure),
      note: reading.note ?? (unsure ? random.pick(doubts) : ''),
      quote: quoted ? evidence.quote.replace(/\s+/g, ' ') : '',
      page: quoted && evidence.page !== null ? String(evidence.page) : '',
    };
  };
  return [
    row('public_actors', 'public_actors', readPublic(truth, slips, random)),
    row('civil_actors', 'civil_actors', readCivil(truth, slips, random)),
    row('purpose', 'purpose', readPurpose(truth, random)),
    row('start', 'start', readDate(truth.start, truth, slips)),
    row('end', 'end', readDate(truth.end, truth, slips)),
    row('renewal', 'renewal', readRenewal(truth.renewal, slips)),
    ...readTerminated(truth, slips).map((reading) => row('terminated', 'terminated', reading)),
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
  const withUnits = random.chance(0.7);
  const actors = bodies.map(({ publicBody, name, unit }) => ({
    id: publicBody,
    name,
    unit: withUnits ? unit : null,
  }));
  // Some enter the board as if it were the party; the registers may know better.
  const asUnit = bodies.some((body) => body.namedAs === 'unit') && slips(rates.unitAsActor);
  if (asUnit) return { value: bodies.map((body) => body.unit ?? body.name).join('; ') };
  const several = new Set(bodies.map((body) => body.publicBody)).size > 1;
  if (several && slips(rates.missingActor)) {
    return { value: formatActors(random.sample(actors, actors.length - 1)), slipped: true };
  }
  return { value: formatActors(actors) };
}

function readCivil(truth: Truth, slips: Slips, random: Random): Reading {
  const actors = truth.parties
    .filter((party) => party.role === 'civil')
    .map(({ name }) => ({ id: `name:${name}`, name, unit: null }));
  if (actors.length > 1 && slips(rates.missingActor)) {
    const forgotten = random.int(0, actors.length - 1);
    return { value: formatActors(actors.filter((_, at) => at !== forgotten)), slipped: true };
  }
  return { value: formatActors(actors) };
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
  const none: Renewal = { kind: 'none', periodMonths: null, noticeMonths: null, ceiling: null };
  const read = (value: Renewal, slipped = false): Reading => ({
    value: formatValue({ type: 'renewal', renewal: value }),
    slipped,
  });
  const kept = <T>(part: T): T | null => (slips(rates.renewalPart) ? null : part);
  switch (renewal.kind) {
    case 'none':
      return slips(rates.renewalKind) ? read({ ...none, kind: 'by_agreement' }, true) : read(none);
    case 'by_agreement':
      if (slips(rates.renewalKind * 2)) return read(none, true);
      return read({ ...renewal, periodMonths: kept(renewal.periodMonths) });
    case 'automatic':
      if (slips(rates.renewalKind)) return read(none, true);
      return read({
        kind: 'automatic',
        periodMonths: kept(renewal.periodMonths),
        noticeMonths: kept(renewal.noticeMonths),
        ceiling: kept(renewal.ceiling),
      });
  }
}

/** Left unanswered where nothing says that it was terminated, or where the note was overlooked. */
function readTerminated(truth: Truth, slips: Slips): Reading[] {
  return truth.terminated === null || slips(rates.overlookedNote)
    ? []
    : [{ value: truth.terminated }];
}

function readTarget(truth: Truth, slips: Slips, random: Random): Reading {
  return slips(rates.target)
    ? { value: random.pick(targetSlips[truth.targetGroup]), slipped: true }
    : { value: truth.targetGroup };
}

/** An agreement that touches a second area is read as that one more often, or has it noted. */
function readArea(truth: Truth, slips: Slips, random: Random): Reading {
  const area = truth.interventionArea;
  const [secondary] = truth.secondaryAreas;
  if (secondary !== undefined && slips(rates.area)) return { value: secondary, slipped: true };
  if (slips(rates.area)) return { value: random.pick(neighbours[area]), slipped: true };
  const noted = secondary !== undefined && random.chance(0.5);
  return { value: noted ? `${area}; ${secondary}` : area };
}
