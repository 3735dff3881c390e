import type { Block, DocumentModel, Look } from './blocks';
import { annexes, signingLog } from './annexes';
import type { DateStyle } from './dates';
import { addDays, writeDate } from './dates';
import type { PartyBlock, WrittenParties } from './parties';
import { inSentence, writeParties } from './parties';
import type { Plan } from './plan';
import type { Random } from './random';
import { mark, plain } from './rich-text';
import { bodySections, headingStyle, layOut, type Section } from './sections';
import { composeTerm, upper, type Noun, type Term } from './terms';
import type { CivilPartyTruth, DocumentType, PublicPartyTruth, Truth } from './truth';
import type { TargetWords } from './vocabulary/area';
import { inventAssociations, type Association } from './vocabulary/associations';
import { clauses, headings } from './vocabulary/clauses';
import {
  civilRoles,
  inventPeople,
  inventPerson,
  publicRoles,
  regionRoles,
} from './vocabulary/people';
import { profileOf, type PublicProfile } from './vocabulary/public-parties';
import {
  boardFor,
  fill,
  inventCaseNumber,
  nounFor,
  pickDistrict,
  titleFor,
  type Words,
} from './wording';

/** What is true of an agreement before it is printed: no file name, no pages, no quotes yet. */
export type Facts = Omit<
  Truth,
  | 'fileName'
  | 'format'
  | 'encoding'
  | 'pages'
  | 'scannedPages'
  | 'attachments'
  | 'noise'
  | 'evidence'
  | 'related'
>;

/** An agreement in words, with its facts; `model` holds the marks that evidence is made of. */
export interface Composition {
  readonly model: DocumentModel;
  readonly facts: Facts;
  readonly plan: Plan;
  /** What an extension needs to know. */
  readonly parties: WrittenParties;
  readonly words: Words;
  readonly term: Term;
  readonly board: string;
  readonly associations: readonly Association[];
}

/** Puts an agreement together from its plan; `taken` keeps invented names apart over the collection. */
export function composeAgreement(plan: Plan, taken: Set<string>, random: Random): Composition {
  const area = plan.theme;
  const target = targetWords(plan);
  const bodies = plan.bodies.map(profileOf);
  const body = first(bodies);
  const associations = inventAssociations(area.associations, plan.associations, random, taken);
  const noun = nounFor(plan.documentType);
  const term = termWithin(plan, noun, random);
  const startYear = Number(term.anchor.slice(0, 4));
  const board = plan.unit?.name ?? boardFor(body, plan.area, area.boards, random);
  const parties = writeParties(
    { bodies, associations, unit: plan.unit?.name ?? null, board, noise: plan.noise },
    random,
  );
  const words: Words = {
    K: parties.K,
    C: parties.C,
    noun,
    ort: body.place,
    plats: pickDistrict(random),
    mål: random.pick(target.short),
    amount: amountFor(plan, random),
    year: startYear,
  };
  const topic = fill(random.pick(area.topics), words);
  const title = titleFor(
    plan.documentType,
    { public: parties.publicNames, civil: parties.civilNames, topic },
    random,
  );

  const decisionDate = random.chance(0.68) ? addDays(term.anchor, -random.int(14, 75)) : null;
  const caseNumber = random.chance(0.82) ? inventCaseNumber(body, board, startYear, random) : null;
  const signed = plan.family !== 'J' && random.chance(0.88);
  const signDay = addDays(term.anchor, -random.int(2, 24));
  const electronic = signed && plan.format === 'pdf' && startYear >= 2020 && random.chance(0.3);

  const style = headingStyle(random);
  const form = choosePartyBlock(plan, parties, random);
  const { sections, purpose, secondary } = bodySections(
    { plan, area, target, words, term, parties, form },
    random,
  );
  const decision =
    decisionDate === null
      ? []
      : [decisionBlock(decisionDate, board, term.dateStyle, words, random)];
  const closing: Section = {
    heading: random.pick(headings.signatures),
    blocks: [
      { kind: 'paragraph', text: fill(random.pick(clauses.copies), words) },
      signatures(parties, bodies, associations, {
        signed: signed && !electronic,
        placeAndDate:
          plan.family === 'F' ? null : writeDate(signDay, random.pick(['iso', 'long', 'slash'])),
        random,
      }),
    ],
  };
  const terminatedOn = plan.terminated ? addDays(term.anchor, random.int(120, 330)) : null;
  const note: Block[] =
    terminatedOn === null
      ? []
      : [
          {
            kind: 'paragraph',
            lead: 'Anteckning',
            text: mark(
              'terminated',
              `${upper(noun.definite)} har sagts upp av ${words.C} och upphör att gälla ${terminatedOn}.`,
            ),
          },
        ];

  const cover =
    form === 'cover'
      ? coverBlocks(title, topic, parties, caseNumber, decisionDate, plan.documentType)
      : [];
  const blocks: Block[] = [
    ...cover,
    ...(cover.length === 0
      ? [{ kind: 'title', lines: titleLines(title, topic, random) } as const]
      : []),
    ...(cover.length === 0 ? decision : []),
    ...layOut([...sections, closing], style),
    ...note,
    ...(plan.size === 'large'
      ? annexes({ plan, area, words, term, board, decisionDate, parties }, random)
      : []),
    ...(electronic ? signingLog(parties, signDay, random) : []),
  ];

  const facts: Facts = {
    title,
    documentType: plan.documentType,
    termFamily: plan.family,
    goodExample: false,
    parties: partyTruths(plan, bodies, associations, parties, board),
    purpose: plain(purpose),
    start: term.start,
    end: term.end,
    renewal: term.renewal,
    terminationNoticeMonths: term.noticeMonths,
    terminated: terminatedOn,
    targetGroup: plan.target,
    interventionArea: plan.area,
    secondaryAreas: secondary,
    decisionDate,
    caseNumber,
    amount: words.amount,
    signed,
  };
  const model: DocumentModel = {
    title,
    kindLabel: noun.pronoun === 'det' ? 'Avtal' : 'Överenskommelse',
    dateLabel: random.chance(0.6) ? addDays(term.anchor, -random.int(5, 80)) : null,
    caseNumber,
    author: inventPerson(random),
    letterhead: {
      ...body.letterhead,
      unit:
        plan.unit?.name ??
        (random.chance(0.5)
          ? board
              .replace(/nämnden$/, 'förvaltningen')
              .replace('Kommunstyrelsen', 'Kommunledningskontoret')
          : null),
      formId: random.chance(0.3)
        ? `${random.pick(['UBK', 'SOC', 'KLK', 'BL'])}${random.int(100, 1999)}, v${random.int(1, 3)}.${random.int(0, 4)}, ${random.int(2012, 2019)}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`
        : null,
    },
    look: lookFor(plan, body, caseNumber, signDay, random),
    blocks,
  };
  return { model, facts, plan, parties, words, term, board, associations };
}

/** The look of paper from one office: the same fonts each time, cleaner or dirtier by the noise. */
export function lookFor(
  plan: Pick<Plan, 'noise' | 'family'>,
  body: PublicProfile,
  caseNumber: string | null,
  arrived: string,
  random: Random,
): Look {
  const serif = body.letterhead.template === 'centred' || body.letterhead.template === 'form';
  const stamped = plan.noise >= 2 ? random.chance(0.7) : random.chance(0.12);
  return {
    family: serif ? 'Times' : 'Helvetica',
    size: serif ? random.pick([11, 11.5, 12]) : random.pick([10, 10.5, 11]),
    justified: random.chance(0.35),
    ruled: random.chance(0.6),
    draft: plan.family === 'J',
    stamp: stamped
      ? [
          body.name.toUpperCase(),
          `Inkom ${addDays(arrived, 9)}`,
          `Dnr ${caseNumber ?? '..................'}`,
        ]
      : null,
  };
}

/** The last lines of an agreement: one place to sign for each party. */
export function signatures(
  parties: WrittenParties,
  bodies: readonly PublicProfile[],
  associations: readonly Association[],
  how: { signed: boolean; placeAndDate: string | null; random: Random },
): Block {
  const { random } = how;
  const people = inventPeople(random);
  const town = first(bodies).town;
  const dated = how.signed && how.placeAndDate !== null ? `${town} ${how.placeAndDate}` : null;
  return {
    kind: 'signatures',
    parties: [
      ...bodies.map((body, at) => ({
        party: parties.publicWritten[at] ?? body.name,
        name: people(),
        role: random.pick(body.isRegion ? regionRoles : publicRoles),
        placeAndDate: dated,
        signed: how.signed,
      })),
      ...associations.map((association) => ({
        party: association.name,
        name: people(),
        role: random.pick(civilRoles),
        placeAndDate: dated,
        signed: how.signed,
      })),
    ],
  };
}

export function partyTruths(
  plan: Pick<Plan, 'unit'>,
  bodies: readonly PublicProfile[],
  associations: readonly Association[],
  parties: WrittenParties,
  board: string,
): (PublicPartyTruth | CivilPartyTruth)[] {
  return [
    ...bodies.map((body, at): PublicPartyTruth => ({
      role: 'public',
      publicBody: body.id,
      name: body.name,
      organisationNumber: body.organisationNumber,
      unit: plan.unit?.name ?? (parties.through && at === 0 ? board : null),
      namedAs: plan.unit === null ? 'body' : 'unit',
    })),
    ...associations.map((association): CivilPartyTruth => ({
      role: 'civil',
      name: association.name,
      organisationNumber: association.organisationNumber,
      umbrella: association.umbrella,
    })),
  ];
}

export function decisionBlock(
  day: string,
  board: string,
  style: DateStyle,
  words: Words,
  random: Random,
): Block {
  const date = mark('decision_date', writeDate(day, style === 'iso' ? 'iso' : 'the-long'));
  const by = inSentence(board);
  return {
    kind: 'paragraph',
    text: random.pick([
      `Beslutad av ${by} ${date}, § ${random.int(12, 240)}.`,
      `${upper(words.noun.definite)} godkändes av ${by} ${date} (§ ${random.int(12, 240)}).`,
    ]),
  };
}

function termWithin(plan: Plan, noun: Noun, random: Random): Term {
  for (;;) {
    const term = composeTerm(
      { family: plan.family, area: plan.area, target: plan.target, noun },
      random,
    );
    const year = Number(term.anchor.slice(0, 4));
    if (plan.unit === null || (year >= plan.unit.from && year <= plan.unit.until)) return term;
  }
}

function choosePartyBlock(plan: Plan, parties: WrittenParties, random: Random): PartyBlock {
  if (plan.size === 'large' && plan.format === 'pdf' && random.chance(0.7)) return 'cover';
  const many = parties.count > 2;
  return random.weighted<PartyBlock>({
    inline: 40,
    table: many ? 0 : 38,
    fields: many ? 40 : 14,
    brief: 8,
  });
}

function coverBlocks(
  title: string,
  topic: string,
  parties: WrittenParties,
  caseNumber: string | null,
  decisionDate: string | null,
  type: DocumentType,
): Block[] {
  const lines = [
    ...(caseNumber === null ? [] : [`Dnr ${caseNumber}`]),
    ...(decisionDate === null ? [] : [`Antagen ${mark('decision_date', decisionDate)}`]),
  ];
  return [
    {
      kind: 'cover',
      cover: {
        overline: type.startsWith('iop') ? 'IOP' : 'Samverkan med civilsamhället',
        title: title.replace(/ mellan .*$/, ''),
        subtitle: title.includes(topic) ? '' : topic,
        parties: parties.marked,
        lines,
      },
    },
    { kind: 'page-break' },
  ];
}

function titleLines(title: string, topic: string, random: Random): string[] {
  const subtitle = title.includes(topic) || title.includes('mellan') ? [] : [topic];
  return random.chance(0.55) ? [title, ...subtitle] : [title];
}

function targetWords(plan: Plan): TargetWords {
  const words = plan.theme.targets[plan.target];
  if (words === undefined) throw new Error(`${plan.area} has no words for ${plan.target}`);
  return words;
}

function amountFor(plan: Plan, random: Random): number {
  const [least, steps, step] = {
    small: [25_000, 45, 5_000],
    medium: [120_000, 80, 10_000],
    large: [400_000, 70, 50_000],
  }[plan.size] as [number, number, number];
  return least + random.int(0, steps) * step;
}

function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('Expected at least one');
  return item;
}

const pad = (n: number): string => String(n).padStart(2, '0');
