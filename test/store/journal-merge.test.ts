import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

import type { Answer } from '../../shared/domain/answer';
import { pairOf } from '../../shared/domain/comparison-of-documents';
import { DocumentRole } from '../../shared/domain/document-place';
import { CategoryId } from '../../shared/domain/ids';
import type { Entry, Happening } from '../../shared/domain/journal';
import { PartialDate } from '../../shared/domain/partial-date';
import { type Db, openDatabase } from '../../main/store/connection';
import { migrate } from '../../main/store/migrate';
import { apply, nothingTouched, refresh } from '../../main/store/projections';
import { hashOfEntry, insertEntry } from '../../main/store/queries/journal';
import { computedTables } from '../../main/store/computed-tables';
import { rebuild, tableHashes, tablesThatDiffer } from '../../main/store/rebuild';
import { beginnings, ids, sealAll } from '../support/entries';

const agreements = ['1', '2', '3'];
const reviewers = ['anna', 'bo', 'cia'];
const replicas = ['a', 'b', 'c'];

const answer: fc.Arbitrary<Answer> = fc.record({
  value: fc.constantFrom(
    null,
    { type: 'category' as const, category: CategoryId.parse('adults'), secondary: [] },
    { type: 'category' as const, category: CategoryId.parse('elderly'), secondary: [] },
  ),
  missing: fc.constant(null),
  unsure: fc.boolean(),
  note: fc.constantFrom('', 'oklart'),
});
const start: fc.Arbitrary<Answer> = fc
  .constantFrom('2024', '2024-03', '2023-01-01')
  .map((date) => ({
    value: { type: 'date', date: PartialDate.parse(date) },
    missing: null,
    unsure: false,
    note: '',
  }));

const passage = {
  document: ids.document('1'),
  page: 1,
  start: 0,
  end: 5,
  quote: 'vuxna',
  prefix: '',
  suffix: '',
};

const happening: fc.Arbitrary<Happening> = fc
  .record({
    agreement: fc.constantFrom(...agreements).map(ids.agreement),
    reviewer: fc.constantFrom(...reviewers).map(ids.reviewer),
    answer: fc.option(answer),
    start,
    number: fc.integer({ min: 1, max: 4 }),
    evidence: fc.constantFrom('x', 'y').map(ids.evidence),
    position: fc.constantFrom(0.5, 1, 2),
    role: fc.constantFrom(...DocumentRole.options),
    which: fc.integer({ min: 0, max: 15 }),
    relation: fc.constantFrom('same-agreement', 'another-version', 'unrelated'),
  })
  .map((given): Happening => {
    const { agreement, reviewer, evidence } = given;
    const variable = ids.variable('target_group');
    switch (given.which) {
      case 0:
        return { kind: 'agreement.opened', payload: { agreement, number: given.number } };
      case 1:
        return {
          kind: 'document.received',
          payload: {
            document: ids.document(String(given.number)),
            agreement,
            fileName: `${given.number}.pdf`,
            size: 10,
            format: 'pdf',
            pageCount: 2,
          },
        };
      case 2:
        return {
          kind: 'evidence.attached',
          payload: { evidence, agreement, variable, reviewer, passage },
        };
      case 3:
        return { kind: 'evidence.removed', payload: { evidence, agreement, variable, reviewer } };
      case 4:
        return {
          kind: 'coding.submitted',
          payload: {
            agreement,
            reviewer,
            codebookVersion: 1,
            answers: [
              ...(given.answer === null ? [] : [{ variable, answer: given.answer, evidence: [] }]),
              { variable: ids.variable('start'), answer: given.start, evidence: [] },
            ],
          },
        };
      case 5:
        return { kind: 'coding.reopened', payload: { agreement, reviewer } };
      case 6:
        return {
          kind: 'decision.settled',
          payload: {
            agreement,
            variable,
            value: given.answer?.value ?? null,
            missing: given.answer?.value == null ? 'not_stated' : null,
            origin: 'adjudicated',
            rationale: given.answer?.note ?? '',
            decidedBy: [reviewer],
            settles: [],
          },
        };
      case 7:
        return { kind: 'decision.withdrawn', payload: { agreement, variable } };
      case 8:
        return {
          kind: 'document.placed',
          payload: {
            document: ids.document(String(given.number)),
            agreement,
            position: given.position,
            role: given.role,
          },
        };
      case 9:
        return {
          kind: 'documents.compared',
          payload: {
            ...pairOf(ids.document(String(given.number)), ids.document('9')),
            relation: given.relation,
            note: given.answer?.note ?? '',
          },
        };
      case 10:
        return {
          kind: 'comparison.withdrawn',
          payload: pairOf(ids.document('9'), ids.document(String(given.number))),
        };
      case 11:
        return {
          kind: 'proposal.taken',
          payload: {
            agreement,
            variable,
            reviewer,
            proposal: 'target_group-0123abcd',
            answer: given.answer ?? given.start,
            evidence: [{ id: evidence, passage }],
          },
        };
      case 12:
        return {
          kind: 'proposal.returned',
          payload: {
            agreement,
            variable,
            reviewer,
            proposal: 'target_group-0123abcd',
            answer: given.answer,
            evidence: [evidence],
          },
        };
      case 13:
        return {
          kind: 'proposals.shown',
          payload: {
            agreement,
            reviewer,
            detectorVersion: given.number,
            offer: String(given.number).padStart(16, '0'),
            offered: [{ variable, outcome: 'proposed', candidates: ['target_group-0123abcd'] }],
          },
        };
      case 14:
        return {
          kind: 'proposals.allowed',
          payload: { inReliabilitySample: given.number > 2 },
        };
      default:
        return {
          kind: 'answer.recorded',
          payload: { agreement, variable, reviewer, answer: given.answer },
        };
    }
  });

const journal: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      replica: fc.constantFrom(...replicas),
      lamport: fc.integer({ min: 1, max: 12 }),
      happening,
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((written) =>
    sealAll([
      ...beginnings.map((each) => ({ replica: 'a', lamport: 1, happening: each })),
      ...written,
    ]),
  );

/** One connection each for the two sides: making a database anew for every run would take all the time. */
const [one, other] = [freshDatabase(), freshDatabase()];
afterAll(() => {
  one.close();
  other.close();
});

function freshDatabase(): Db {
  const db = openDatabase(':memory:');
  migrate(db, 'memory');
  return db;
}

/** Empties a database, then takes the entries in the given blocks as a store would. */
function take(db: Db, blocks: readonly (readonly Entry[])[]): Record<string, string> {
  db.pragma('foreign_keys = OFF');
  for (const table of [...Object.keys(computedTables), 'payloads', 'journal']) {
    db.exec(`DELETE FROM ${table}`);
  }
  for (const block of blocks) {
    db.transaction(() => {
      const touched = nothingTouched();
      for (const entry of block) {
        if (hashOfEntry(db, entry.replica, entry.n) === null) insertEntry(db, entry);
        apply(db, entry, touched);
      }
      refresh(db, touched);
    })();
  }
  return tableHashes(db);
}

function split<T>(items: readonly T[], at: number): T[][] {
  return [items.slice(0, at % (items.length + 1)), items.slice(at % (items.length + 1))];
}

describe('entries of a journal', () => {
  it('give the same tables in any order, any number of times, in any two halves', () => {
    fc.assert(
      fc.property(
        journal.chain((entries) =>
          fc.record({
            entries: fc.constant(entries),
            shuffled: fc.shuffledSubarray(entries, { minLength: entries.length }),
            again: fc.subarray(entries),
            at: fc.nat(50),
          }),
        ),
        ({ entries, shuffled, again, at }) => {
          const expected = take(one, [entries]);

          const actual = take(other, split([...shuffled, ...again], at));

          expect(actual).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('give the tables that a rebuild gives', () => {
    fc.assert(
      fc.property(journal, (entries) => {
        const expected = take(
          one,
          entries.map((entry) => [entry]),
        );

        expect(tablesThatDiffer(one)).toEqual([]);
        rebuild(one);
        expect(tableHashes(one)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('of a kind from a newer version are kept and set aside', () => {
    const [entry] = sealAll([{ replica: 'a', lamport: 1, happening: beginnings[0] as Happening }]);
    if (entry === undefined) throw new Error('no entry');

    take(one, [[{ ...entry, kind: 'moon.landed' }]]);

    expect(one.prepare('SELECT reason FROM set_aside').pluck().all()).toEqual(['unknown-kind']);
    expect(one.prepare('SELECT count(*) FROM journal').pluck().get()).toBe(1);
  });

  it('whose payload does not hold together are kept and set aside', () => {
    const [entry] = sealAll([{ replica: 'a', lamport: 1, happening: beginnings[0] as Happening }]);
    if (entry === undefined) throw new Error('no entry');

    take(one, [[{ ...entry, payload: { name: 7 } }]]);

    expect(one.prepare('SELECT reason FROM set_aside').pluck().all()).toEqual(['invalid']);
  });
});
