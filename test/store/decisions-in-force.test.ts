import { afterEach, beforeEach, expect, it } from 'vitest';

import { EMPTY_ANSWER, type SettledAnswer } from '../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import { PartialDate } from '../../shared/domain/partial-date';
import { findAgreement } from '../../main/store/queries/agreements';
import { countDataset } from '../../main/store/queries/dataset';
import { listDecisions, listRevealedAgreements } from '../../main/store/queries/decisions';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { recordAnswer, submitCoding } from '../../main/work/codings';
import { settle, settleAgreed } from '../../main/work/disagreements';
import { addReviewer } from '../../main/work/reviewers';
import { type TestProject, aProject, category, date, handIn, now } from '../support/project';

let project: TestProject;
let first: AgreementId;
let cia: ReviewerId;

/** Anna and Bo are settled, unanimous on `adults` from 2024, while Cia has begun. */
beforeEach(() => {
  project = aProject();
  [first] = project.agreements as [AgreementId];
  cia = addReviewer(project.store, 'Cia', now).id;
  recordAnswer(project.step(first, cia), 'purpose', { ...EMPTY_ANSWER, note: 'oklart' });
  for (const reviewer of [project.anna, project.bo]) {
    handIn(project.step(first, reviewer), {
      target_group: category('adults'),
      start: date('2024'),
    });
  }
  append(...settleAgreed(project.store, first, project.anna));
});
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  project.close();
});

const append = (...happenings: ReturnType<typeof settle>[]) =>
  project.store.append(happenings, { reviewer: project.anna, at: now });
const stage = () => findAgreement(project.store.db, first, project.anna)?.stage;
const decided = () => listDecisions(project.store.db, first).map(({ variable }) => variable);
const ciaSays = (answers: Record<string, SettledAnswer['value']>) => {
  for (const [variable, value] of Object.entries(answers)) {
    recordAnswer(project.step(first, cia), variable, { ...EMPTY_ANSWER, value });
  }
  submitCoding(project.step(first, cia));
};

it('is opened again by a later coding that says otherwise, and settled by deciding anew', () => {
  expect(stage()).toBe('settled');

  ciaSays({ target_group: category('elderly'), start: date('2024-03-01') });

  expect(stage()).toBe('to-settle');
  expect(decided()).toEqual(['start']);
  expect(countDataset(project.store.db)).toMatchObject({ settledAgreements: 0, settledValues: 1 });
  expect(
    listRevealedAgreements(project.store.db, { includeSettled: false, reviewer: cia }),
  ).toMatchObject([{ open: ['target_group'] }]);

  const choice = {
    variable: 'target_group',
    value: category('adults'),
    missing: null,
    rationale: 'Vuxna nämns.',
    decidedBy: [project.anna],
  };
  append(settle(project.store, first, choice, project.anna));
  expect(stage()).toBe('settled');
});

it('stands when the later coding says the same, or nothing about it', () => {
  ciaSays({ start: date('2024-03-01') });

  expect(decided()).toEqual(['start', 'target_group']);
  expect(stage()).toBe('settled');
});

it('needs a rationale to overrule what both agree on, and none to repeat it', () => {
  const attempt = (value: SettledAnswer['value'], variable = 'target_group') =>
    settle(
      project.store,
      first,
      { variable, value, missing: null, rationale: '', decidedBy: [project.anna] },
      project.anna,
    );

  expect(() => attempt(category('elderly'))).toThrow(
    expect.objectContaining({ code: 'rationale-missing' }),
  );
  expect(() => attempt(category('adults'))).not.toThrow();
  expect(() => attempt(date('2024-05'), 'start')).not.toThrow();
});

it('names what is open in the order of the codebook', () => {
  const [, second] = project.agreements as [AgreementId, AgreementId];
  for (const [reviewer, group, year] of [
    [project.anna, 'adults', '2020'],
    [project.bo, 'elderly', '2021'],
  ] as const) {
    handIn(project.step(second, reviewer), {
      target_group: category(group),
      start: date(year),
      end: { type: 'end', end: PartialDate.parse(year) },
      public_actors: { type: 'actors', actors: [{ id: `name:${group}`, name: group, unit: null }] },
    });
  }

  const [row] = listRevealedAgreements(project.store.db, {
    includeSettled: false,
    reviewer: project.anna,
  });
  const places = IOP_CODEBOOK.variables.map(({ id }) => id);
  const inOrder = places.filter((id) => row?.open.includes(id));
  expect(row?.open).toHaveLength(4);
  expect(row?.open).toEqual(inOrder);
  expect(row?.open).not.toEqual(inOrder.toSorted());
});
