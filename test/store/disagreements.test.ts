import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { AgreementId } from '../../shared/domain/ids';
import { findNextToCode } from '../../main/store/queries/codings';
import { countProject } from '../../main/store/queries/project-counts';
import { listDecisions, listRevealedAgreements } from '../../main/store/queries/decisions';
import { listSubmissions } from '../../main/store/queries/submissions';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { recordAnswer } from '../../main/work/codings';
import {
  countAgreed,
  settle,
  settleAgreed,
  viewDisagreements,
  withdraw,
} from '../../main/work/disagreements';
import { addReviewer } from '../../main/work/reviewers';
import {
  type TestProject,
  aProject,
  anAnswer,
  category,
  date,
  handIn,
  now,
} from '../support/project';

let project: TestProject;
let first: AgreementId;

beforeEach(() => {
  project = aProject();
  [first] = project.agreements as [AgreementId];
});
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  project.close();
});

const view = (viewer = project.anna) => viewDisagreements(project.store, first, viewer);
const verdicts = () =>
  Object.fromEntries(view().variables.map(({ variable, verdict }) => [variable, verdict]));
const append = (...happenings: ReturnType<typeof settle>[]) =>
  project.store.append(happenings, { reviewer: project.anna, at: now });
const choice = (given: Partial<Parameters<typeof settle>[2]>) => ({
  variable: 'target_group',
  value: category('all'),
  missing: null,
  rationale: 'Alla invånare nämns.',
  decidedBy: [project.anna],
  ...given,
});
const bothCode = () => {
  handIn(project.step(first, project.anna), {
    target_group: category('elderly'),
    start: date('2024-03-01'),
  });
  handIn(project.step(first, project.bo), {
    target_group: category('all'),
    start: date('2024'),
  });
};

describe('what is agreed and yet differs', () => {
  it('is counted before it is settled, by the one step over all', async () => {
    bothCode();

    expect(await countAgreed(project.store, null, project.anna)).toEqual({
      agreements: 1,
      decisions: 1,
      apart: 1,
    });
    append(...settleAgreed(project.store, null, project.anna));
    expect((await countAgreed(project.store, null, project.anna)).decisions).toBe(0);
  });
});

describe('the queue', () => {
  it('tells what is disputed from what only waits for a choice', () => {
    handIn(project.step(first, project.anna), {
      target_group: category('elderly'),
      start: date('2024-03-01'),
    });
    handIn(project.step(first, project.bo), { target_group: category('all') });

    expect(
      listRevealedAgreements(project.store.db, { includeSettled: false, reviewer: project.anna }),
    ).toMatchObject([{ open: ['start', 'target_group'], disputed: ['target_group'] }]);
    expect(countProject(project.store.db, project.anna, 2).openDisagreements).toBe(1);
  });
});

describe('blinding', () => {
  it('shows no coding to anybody until both are handed in', () => {
    handIn(project.step(first, project.anna), { target_group: category('elderly') });

    for (const viewer of [project.anna, project.bo, null]) {
      expect(() => viewDisagreements(project.store, first, viewer)).toThrow(
        expect.objectContaining({ code: 'coding-blind' }),
      );
    }
    expect(
      listRevealedAgreements(project.store.db, { includeSettled: true, reviewer: null }),
    ).toEqual([]);
  });

  it('shows nothing to a third reviewer whose own coding is a draft', () => {
    const third = addReviewer(project.store, 'Cia', now).id;
    recordAnswer(project.step(first, third), 'target_group', anAnswer({ unsure: true }));
    bothCode();

    expect(() => view(third)).toThrow(expect.objectContaining({ code: 'coding-blind' }));
    expect(
      listRevealedAgreements(project.store.db, { includeSettled: true, reviewer: third }),
    ).toEqual([]);
    expect(view(project.bo).codings).toHaveLength(2);
  });

  it('settles nothing while the codings are blind', () => {
    handIn(project.step(first, project.anna), { target_group: category('elderly') });

    expect(() => settle(project.store, first, choice({}), project.anna)).toThrow(
      expect.objectContaining({ code: 'coding-blind' }),
    );
    expect(settleAgreed(project.store, null, project.anna)).toEqual([]);
  });
});

describe('settling', () => {
  beforeEach(bothCode);

  it('puts the codings in the order in which their reviewers joined', () => {
    expect(view().codings.map(({ reviewer }) => reviewer.name)).toEqual(['Anna', 'Bo']);
  });

  it('tells disputed from agreed, a year and a day of it being the same date', () => {
    expect(verdicts()).toMatchObject({
      target_group: 'disputed',
      start: 'agreed',
      end: 'not-coded',
    });
  });

  it('settles what is agreed in one step, as unanimous, by both', () => {
    append(...settleAgreed(project.store, null, project.anna));

    expect(listDecisions(project.store.db, first)).toMatchObject([
      {
        variable: 'start',
        value: date('2024'),
        origin: 'unanimous',
        decidedBy: expect.arrayContaining([project.anna, project.bo]),
      },
    ]);
    expect(settleAgreed(project.store, null, project.anna)).toEqual([]);
  });

  it('asks for a rationale, a value that fits and somebody who decides', () => {
    const attempt = (given: Partial<Parameters<typeof settle>[2]>) => () =>
      settle(project.store, first, choice(given), project.anna);

    expect(attempt({ rationale: '  ' })).toThrow(
      expect.objectContaining({ code: 'rationale-missing' }),
    );
    expect(attempt({ value: null })).toThrow(expect.objectContaining({ code: 'decision-empty' }));
    expect(attempt({ value: date('2024') })).toThrow(
      expect.objectContaining({ code: 'value-does-not-fit' }),
    );
    expect(attempt({ decidedBy: [] })).toThrow(
      expect.objectContaining({ code: 'reviewer-unknown' }),
    );
  });

  it('takes a third value, and leaves the codings as they were', () => {
    const before = listSubmissions(project.store.db, first);

    append(settle(project.store, first, choice({ value: category('adults') }), project.anna));

    expect(listSubmissions(project.store.db, first)).toEqual(before);
    expect(
      view().variables.find((each) => each.variable === 'target_group')?.decision,
    ).toMatchObject({
      value: category('adults'),
      origin: 'adjudicated',
      rationale: 'Alla invånare nämns.',
    });
  });

  it('is consensus when both readers decide together', () => {
    append(
      settle(project.store, first, choice({ decidedBy: [project.bo, project.anna] }), project.anna),
    );

    expect(listDecisions(project.store.db, first)[0]?.origin).toBe('consensus');
  });

  it('can be taken back', () => {
    append(settle(project.store, first, choice({}), project.anna));
    append(withdraw(project.store, first, 'target_group', project.anna));

    expect(listDecisions(project.store.db, first)).toEqual([]);
    expect(countProject(project.store.db, project.anna, 2)).toMatchObject({
      openDisagreements: 1,
      disputedAgreements: 1,
      settledAgreements: 0,
    });
  });

  it('counts an agreement as settled when everything anybody answered has a decision', () => {
    append(settle(project.store, first, choice({}), project.anna));
    append(...settleAgreed(project.store, first, project.anna));

    expect(countProject(project.store.db, project.anna, 2)).toMatchObject({
      openDisagreements: 0,
      settledAgreements: 1,
      doubleCoded: 1,
      ownSubmitted: 1,
      ownTotal: 2,
    });
    expect(
      listRevealedAgreements(project.store.db, { includeSettled: false, reviewer: project.anna }),
    ).toEqual([]);
  });
});

it('gives the next agreement in number order and around, leaving out what is handed in', () => {
  const [, second] = project.agreements;
  handIn(project.step(first, project.anna), { target_group: category('elderly') });

  expect(findNextToCode(project.store.db, project.anna, 0, 2)).toBe(second);
  expect(findNextToCode(project.store.db, project.anna, 2, 2)).toBe(second);
  expect(findNextToCode(project.store.db, project.bo, 0, 2)).toBe(first);
});

it('settles a single coding as it stands where one is wanted', () => {
  const alone = aProject({ agreements: 1, codersWanted: 1 });
  const [only] = alone.agreements as [AgreementId];
  handIn(alone.step(only, alone.anna), { target_group: category('elderly') });

  alone.store.append(settleAgreed(alone.store, null, alone.anna), {
    reviewer: alone.anna,
    at: now,
  });

  expect(listDecisions(alone.store.db, only)).toMatchObject([
    { variable: 'target_group', origin: 'single-coded', decidedBy: [alone.anna] },
  ]);
  alone.close();
});
