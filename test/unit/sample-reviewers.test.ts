import { beforeAll, describe, expect, it } from 'vitest';

import { readCsv } from '../../main/exchange/csv';
import { matcher } from '../../main/work/public-bodies';
import { sampleTruths, simulatedReviewers, type Truth } from '../../scripts/sample';
import type { CodedRow, CodedVariable } from '../../scripts/sample/simulated-reviewers';
import { parseMissing, parseValue } from '../../shared/domain/answer-text';
import { variableOf } from '../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';

let truths: Truth[];

beforeAll(async () => {
  truths = await sampleTruths();
}, 60_000);

const answerOf = (rows: readonly CodedRow[], agreement: string, variable: CodedVariable) => {
  const row = rows.find((each) => each.agreement === agreement && each.variable === variable);
  return row === undefined ? undefined : row.missing || row.value.split('; ')[0];
};

/** Share of agreements on which the two gave different answers. */
function disagreement(variable: CodedVariable, seed: number): number {
  const [a, b] = simulatedReviewers(truths, seed).map((coding) => coding.rows);
  const differ = truths.filter(
    ({ fileName }) =>
      answerOf(a ?? [], fileName, variable) !== answerOf(b ?? [], fileName, variable),
  );
  return differ.length / truths.length;
}

describe('two simulated reviewers', () => {
  it('give the same tables for the same seed, and others for another', () => {
    const tables = (seed: number) => simulatedReviewers(truths, seed).map((coding) => coding.csv);

    expect(tables(7)).toEqual(tables(7));
    expect(tables(8)).not.toEqual(tables(7));
    expect(tables(7)[0]).not.toBe(tables(7)[1]);
  });

  it('answer what every agreement must be asked, in values that the codebook takes', () => {
    for (const { rows } of simulatedReviewers(truths)) {
      for (const { fileName, terminated } of truths) {
        const answered = rows
          .filter((row) => row.agreement === fileName)
          .map((row) => row.variable);
        const asked = IOP_CODEBOOK.variables
          .map((each) => each.id as string)
          .filter((id) => id !== 'terminated');
        expect(answered.filter((id) => id !== 'terminated')).toEqual(asked);
        if (answered.includes('terminated')) expect(terminated).not.toBeNull();
      }
      for (const row of rows) {
        const variable = variableOf(IOP_CODEBOOK, row.variable);
        if (variable === undefined) throw new Error(`The codebook has no ${row.variable}`);
        const reading =
          row.missing === ''
            ? parseValue(variable, row.value, matcher())
            : { ok: row.value === '' && parseMissing(row.missing) !== null };
        expect([row.agreement, row.variable, row.value, reading.ok]).toEqual([
          row.agreement,
          row.variable,
          row.value,
          true,
        ]);
      }
    }
  });

  it('name public bodies that the registers know', () => {
    const variable = variableOf(IOP_CODEBOOK, 'public_actors');
    if (variable === undefined) throw new Error('The codebook has no public_actors');
    for (const { rows } of simulatedReviewers(truths)) {
      for (const row of rows.filter((each) => each.variable === 'public_actors')) {
        const parsed = parseValue(variable, row.value, matcher());
        const ids =
          parsed.ok && parsed.value.type === 'actors'
            ? parsed.value.actors.map((actor) => actor.id)
            : [];
        expect([
          row.value,
          ids.filter((id) => /^(municipality|region):/.test(id)).length > 0,
        ]).toEqual([row.value, true]);
      }
    }
  });

  it('quote what the truth quotes, on its page', () => {
    for (const { rows } of simulatedReviewers(truths)) {
      for (const row of rows.filter((each) => each.quote !== '')) {
        const truth = truths.find((each) => each.fileName === row.agreement);
        const known = truth?.evidence.some(
          ({ quote, page }) =>
            quote.replace(/\s+/g, ' ') === row.quote && String(page ?? '') === row.page,
        );
        expect([row.agreement, row.quote, known]).toEqual([row.agreement, row.quote, true]);
      }
    }
  });

  it('disagree now and then on everything that is judged, and never mostly', () => {
    const seeds = [1, 2, 3, 4, 5];
    const mean = (variable: CodedVariable) =>
      seeds.reduce((sum, seed) => sum + disagreement(variable, seed), 0) / seeds.length;

    for (const variable of [
      'intervention_area',
      'target_group',
      'start',
      'end',
      'renewal',
    ] as const) {
      expect([variable, mean(variable)]).toEqual([
        variable,
        expect.toSatisfy((rate: number) => rate > 0.05 && rate < 0.35),
      ]);
    }
    expect(mean('civil_actors')).toBeGreaterThan(0.005);
    expect(mean('civil_actors')).toBeLessThan(0.15);
  });

  it('write tables that a CSV reader takes apart again', () => {
    const [coding] = simulatedReviewers(truths);
    const [head, ...records] = [...readCsv(coding?.csv ?? '', ',')];

    expect(head?.cells).toEqual([
      'agreement',
      'variable',
      'value',
      'missing',
      'unsure',
      'note',
      'quote',
      'page',
    ]);
    expect(records.map((record) => record.cells)).toEqual(
      coding?.rows.map((row) => Object.values(row)),
    );
  });
});
