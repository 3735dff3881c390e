import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Answer, Value } from '../../shared/domain/answer';
import {
  AgreementId,
  CategoryId,
  DocumentId,
  ReviewerId,
  VariableId,
} from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import { PartialDate } from '../../shared/domain/partial-date';
import { createProject, openProject } from '../../main/store/open-project';
import type { ProjectStore } from '../../main/store/project-store';

/** Entries written at a time: few enough to hold in memory, many enough that fsync does not count. */
const BLOCK = 20_000;
/** Every tenth agreement is coded by both reviewers, and of those every second is settled. */
const CODED_EVERY = 10;
const SETTLED_EVERY = 2;

const at = '2026-11-01T08:00:00.000Z';
export const opener = { program: 'the measurements', now: at };

export const reviewers = [
  { id: ReviewerId.parse('r-anna'), name: 'Anna Berg', colour: 1 },
  { id: ReviewerId.parse('r-bo'), name: 'Bo Öst', colour: 2 },
];
const third = { id: ReviewerId.parse('r-eva'), name: 'Eva Dahl', colour: 3 };

/** How much of a project is coded. */
export interface Coded {
  /** Of so many agreements one is coded. */
  readonly codedEvery: number;
  readonly coders: 2 | 3;
}

/** A folder of one's own for what is measured, and how to be rid of it. */
export function workFolder(purpose: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `samsyn-bench-${purpose}-`));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Makes a project as it looks midway: every agreement has a document, every tenth is coded by two
 * reviewers who differ in one variable, and of those half are settled; unless it is to be coded
 * otherwise. Returned open.
 */
export function bigProject(
  folder: string,
  agreements: number,
  { codedEvery, coders }: Coded = { codedEvery: CODED_EVERY, coders: 2 },
): ProjectStore {
  mkdirSync(join(folder, '..'), { recursive: true });
  const store = createProject(folder, { name: 'Stort', codersWanted: coders }, opener);
  const readers = coders === 2 ? reviewers : [...reviewers, third];
  let block: Happening[] = readers.map((reviewer) => ({
    kind: 'reviewer.added',
    payload: reviewer,
  }));
  const write = () => {
    store.append(block, { reviewer: null, at });
    block = [];
  };
  for (let number = 1; number <= agreements; number += 1) {
    block.push(...happeningsOf(number));
    if (number % codedEvery === 0) {
      block.push(...codingsOf(number, readers, number % (codedEvery * SETTLED_EVERY) === 0));
    }
    if (block.length >= BLOCK) write();
  }
  write();
  store.db.pragma('wal_checkpoint(TRUNCATE)');
  return store;
}

export function reopen(folder: string): ProjectStore {
  return openProject(folder, opener);
}

const idOf = (number: number) => AgreementId.parse(`a-${number}`);

function happeningsOf(number: number): Happening[] {
  const agreement = idOf(number);
  const document = DocumentId.parse(createHash('sha256').update(`${number}`).digest('hex'));
  const year = 2018 + (number % 8);
  const happenings: Happening[] = [
    { kind: 'agreement.opened', payload: { agreement, number } },
    {
      kind: 'document.received',
      payload: {
        document,
        agreement,
        fileName: `Överenskommelse ${number} ${places[number % places.length]} ${year}.pdf`,
        size: 180_000 + number,
        format: 'pdf',
        pageCount: 4 + (number % 9),
      },
    },
  ];
  return happenings;
}

function codingsOf(number: number, readers: typeof reviewers, isSettled: boolean): Happening[] {
  const agreement = idOf(number);
  const happenings: Happening[] = [];
  for (const [index, { id }] of readers.entries()) {
    const answers = answersOf(number, index);
    for (const { variable, answer } of answers) {
      happenings.push({
        kind: 'answer.recorded',
        payload: { agreement, variable, reviewer: id, answer },
      });
    }
    happenings.push({
      kind: 'coding.submitted',
      payload: {
        agreement,
        reviewer: id,
        codebookVersion: 1,
        answers: answers.map((each) => ({ ...each, evidence: [] })),
      },
    });
  }
  if (!isSettled) return happenings;
  for (const { variable, answer } of answersOf(number, 0)) {
    happenings.push({
      kind: 'decision.settled',
      payload: {
        agreement,
        variable,
        value: answer.value,
        missing: answer.missing,
        origin: 'consensus',
        rationale: 'Stycke 3 avgör.',
        decidedBy: readers.map(({ id }) => id),
        settles: [],
      },
    });
  }
  return happenings;
}

const places = ['Åre', 'Solna', 'Malmö', 'Borås', 'Örebro', 'Umeå', 'Göteborg', 'Växjö'];

function answersOf(number: number, reader: number): { variable: VariableId; answer: Answer }[] {
  const year = 2018 + (number % 8);
  const values: Record<string, Value | null> = {
    public_actors: actors('Solna stad', 'municipality:0184'),
    civil_actors: actors(`Föreningen ${number}`, `name:Föreningen ${number}`),
    purpose: {
      type: 'text',
      text: 'Att ge barn och unga en meningsfull fritid och att stärka det lokala föreningslivet.',
    },
    start: { type: 'date', date: PartialDate.parse(`${year}-01-01`) },
    end: { type: 'end', end: PartialDate.parse(`${year + 2}-12-31`) },
    renewal: null,
    target_group: category(reader === 0 ? 'children_youth' : 'all'),
    intervention_area: category('leisure_education'),
  };
  return Object.entries(values).map(([variable, value]) => ({
    variable: VariableId.parse(variable),
    answer: { value, missing: value === null ? 'not_stated' : null, unsure: false, note: '' },
  }));
}

const actors = (name: string, id: string): Value => ({
  type: 'actors',
  actors: [{ id, name, unit: null }],
});
const category = (id: string): Value => ({
  type: 'category',
  category: CategoryId.parse(id),
  secondary: [],
});
