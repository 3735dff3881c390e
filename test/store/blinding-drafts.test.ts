import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findAgreement, listAgreements } from '../../main/store/queries/agreements';
import { countProject } from '../../main/store/queries/project-counts';
import { listRevealedAgreements } from '../../main/store/queries/decisions';
import {
  attachEvidence,
  recordAnswer,
  redo,
  removeEvidence,
  submitCoding,
  undo,
  viewCoding,
} from '../../main/work/codings';
import { prepareDraft } from '../../main/work/coding-draft';
import { settleAgreed, viewDisagreements } from '../../main/work/disagreements';
import { addReviewer } from '../../main/work/reviewers';
import { VariableId, type AgreementId, type ReviewerId } from '../../shared/domain/ids';
import { AgreementQuery, type AgreementStage } from '../../shared/domain/views';
import { ids } from '../support/entries';
import { type TestProject, aProject, anAnswer, category, handIn, now } from '../support/project';

let project: TestProject;
let first: AgreementId;
let cia: ReviewerId;

beforeEach(() => {
  project = aProject();
  [first] = project.agreements as [AgreementId];
  cia = addReviewer(project.store, 'Cia', now).id;
});
afterEach(() => project.close());

const passage = {
  document: ids.document('1'),
  page: 1,
  start: 0,
  end: 5,
  quote: 'avtal',
  prefix: '',
  suffix: '',
};
const ciasStep = () => project.step(first, cia);
const annaAndBoHandIn = () => {
  handIn(project.step(first, project.anna), { target_group: category('elderly') });
  handIn(project.step(first, project.bo), { target_group: category('all') });
};
const view = () => viewDisagreements(project.store, first, cia);
const blind = expect.objectContaining({ code: 'coding-blind' });
const revealed = expect.objectContaining({ code: 'coding-revealed' });

describe('a draft', () => {
  /** What Cia is told of the agreement: nothing but that her own coding is a draft. */
  const seenByCia = () => ({
    row: findAgreement(project.store.db, first, cia),
    listed: listRevealedAgreements(project.store.db, { includeSettled: true, reviewer: cia }),
  });
  const blindly = { row: { own: 'draft', stage: 'coding', disagreements: 0 }, listed: [] };
  const numbersAt = (stage: AgreementStage | null, reviewer = cia) =>
    listAgreements(
      project.store.db,
      AgreementQuery.parse({ stage, sort: 'stage', descending: true }),
      reviewer,
    ).rows.map(({ number }) => number);

  it('is begun by evidence alone', () => {
    attachEvidence(ciasStep(), 'target_group', passage);
    annaAndBoHandIn();

    expect(view).toThrow(blind);
    expect(seenByCia()).toMatchObject(blindly);
  });

  it('is not ended by taking everything back', () => {
    recordAnswer(ciasStep(), 'target_group', anAnswer({ unsure: true }));
    const { id } = attachEvidence(ciasStep(), 'target_group', passage);
    annaAndBoHandIn();
    removeEvidence(ciasStep(), id);
    recordAnswer(ciasStep(), 'target_group', null);
    expect(view).toThrow(blind);
    expect(seenByCia()).toMatchObject(blindly);

    undo(ciasStep());
    redo(ciasStep());
    expect(view).toThrow(blind);
    expect(seenByCia()).toMatchObject(blindly);
  });

  it('stands among those being coded, whether the others agree or not', () => {
    const numbers = project.agreements.map((_, at) => at + 1);
    recordAnswer(ciasStep(), 'target_group', anAnswer({ value: category('adults') }));
    expect(numbersAt('coding')).toEqual([1]);

    annaAndBoHandIn();
    expect([numbersAt('coding'), numbersAt('to-settle')]).toEqual([[1], []]);
    expect(numbersAt(null)).toEqual(numbers.toReversed());
    expect([numbersAt('coding', project.anna), numbersAt('to-settle', project.anna)]).toEqual([
      [],
      [1],
    ]);
  });

  it('is counted neither among the disputed nor among the settled', () => {
    const [, second] = project.agreements as [AgreementId, AgreementId];
    const counts = (reviewer: ReviewerId) => {
      const { disputedAgreements, settledAgreements } = countProject(project.store.db, reviewer, 2);
      return { disputedAgreements, settledAgreements };
    };
    for (const each of [first, second]) {
      recordAnswer(project.step(each, cia), 'target_group', anAnswer({ unsure: true }));
    }
    annaAndBoHandIn();
    for (const reader of [project.anna, project.bo]) {
      handIn(project.step(second, reader), { target_group: category('all') });
    }
    const settled = settleAgreed(project.store, second, project.anna);
    project.store.append(settled, { reviewer: project.anna, at: now });

    expect(counts(project.anna)).toEqual({ disputedAgreements: 1, settledAgreements: 1 });
    expect(counts(cia)).toEqual({ disputedAgreements: 0, settledAgreements: 0 });
  });

  it('that was begun before the codings were revealed goes on and is handed in', () => {
    recordAnswer(ciasStep(), 'target_group', anAnswer({ value: category('adults') }));
    annaAndBoHandIn();

    recordAnswer(ciasStep(), 'target_group', anAnswer({ value: category('all') }));
    attachEvidence(ciasStep(), 'target_group', passage);
    submitCoding(ciasStep());

    expect(view().codings).toHaveLength(3);
  });
});

it('lets nobody begin a coding who may already read the others, and says so beforehand', () => {
  expect(viewCoding(ciasStep()).isClosed).toBe(false);
  annaAndBoHandIn();
  expect(viewCoding(ciasStep()).isClosed).toBe(true);
  expect(view().codings).toHaveLength(2);

  expect(() =>
    recordAnswer(ciasStep(), 'target_group', anAnswer({ value: category('elderly') })),
  ).toThrow(revealed);
  expect(() => attachEvidence(ciasStep(), 'target_group', passage)).toThrow(revealed);
  expect(() => submitCoding(ciasStep())).toThrow(revealed);
  expect(() =>
    prepareDraft(
      project.store,
      { agreement: first, reviewer: cia },
      [
        {
          variable: VariableId.parse('target_group'),
          answer: () => anAnswer({ value: category('elderly') }),
          passages: [],
        },
      ],
      { submit: true },
    ),
  ).toThrow(revealed);
});
