import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createAppStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import {
  draftOf,
  nextOpenRow,
  openVariables,
  readDrafts,
  writeDrafts,
} from '../../../renderer/store/settling';
import { EMPTY_ANSWER, Value } from '../../../shared/domain/answer';
import { EntryId, ReviewerId, VariableId } from '../../../shared/domain/ids';
import type {
  DisagreementRow,
  DisagreementView,
  VariableComparison,
} from '../../../shared/domain/views';
import { agreementId, anna, apiDouble, type ApiParts, ok, refused } from './api-double';

const bo = ReviewerId.parse('bo');
const group = VariableId.parse('target_group');
const area = VariableId.parse('intervention_area');
const category = (id: string) => Value.parse({ type: 'category', category: id, secondary: [] });
const reviewer = (id: ReviewerId, colour: number) => ({ id, name: id, colour });

const said = (variable: VariableId, id: string) => ({
  variable,
  answer: { ...EMPTY_ANSWER, value: category(id) },
  evidence: [],
});
const coding = (who: ReviewerId, colour: number, answers: ReturnType<typeof said>[]) => ({
  submission: EntryId.parse(`${'a'.repeat(16)}-${colour}`),
  reviewer: reviewer(who, colour),
  submittedAt: '2026-01-01T00:00:00Z',
  codebookVersion: 1,
  answers,
});
const disputed = (variable: VariableId): VariableComparison => ({
  variable,
  verdict: 'disputed',
  proposal: null,
  decision: null,
  former: null,
});

function aView(parts: Partial<DisagreementView> = {}): DisagreementView {
  return {
    agreement: agreementId(1),
    number: 1,
    documents: [],
    elsewhere: [],
    codings: [
      coding(anna, 1, [said(group, 'all'), said(area, 'safety')]),
      coding(bo, 2, [said(group, 'adults'), said(area, 'other')]),
    ],
    variables: [disputed(group), disputed(area)],
    ...parts,
  };
}

const aRow = (n: number, open: VariableId[]): DisagreementRow => ({
  agreement: agreementId(n),
  number: n,
  fileName: `${n}.pdf`,
  open,
  disputed: open,
  agreedOpen: 3,
  settled: 0,
});

type Settle = Parameters<NonNullable<NonNullable<ApiParts['disagreements']>['settle']>>[0];

async function openStore(overrides: ApiParts['disagreements'] = {}) {
  const settled: Settle[] = [];
  let view = aView();
  const asked: string[] = [];
  const store = createAppStore(
    apiDouble({
      disagreements: {
        list: async () => ok([aRow(1, [group, area]), aRow(2, [group])]),
        get: async ({ agreement }) => {
          asked.push(`get ${agreement}`);
          return ok({ ...view, agreement });
        },
        settle: async (input) => {
          settled.push(input);
          view = {
            ...view,
            variables: view.variables.map((each) =>
              each.variable === input.variable
                ? {
                    ...each,
                    decision: { ...input, origin: 'adjudicated', at: '2026-01-01T00:00:00Z' },
                  }
                : each,
            ),
          };
          return ok(view);
        },
        ...overrides,
      },
    }),
  );
  store.setState({
    reviewers: ready({ all: [reviewer(anna, 1), reviewer(bo, 2)], current: reviewer(anna, 1) }),
  });
  await store.getState().loadDisagreements();
  await store.getState().openDisagreement(agreementId(1));
  asked.length = 0;
  return {
    settled,
    asked,
    store,
    state: () => store.getState(),
    now: () => store.getState().disagreements,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('settling', () => {
  it('settles the chosen reading with its rationale, and stays while more is open', async () => {
    const { state, now, settled } = await openStore();

    state().chooseReading(group, bo);
    state().writeRationale(group, ' Bo is right. ');
    await state().settleChosen();

    expect(settled).toEqual([
      {
        agreement: 'a1',
        variable: 'target_group',
        value: category('adults'),
        missing: null,
        rationale: 'Bo is right.',
        decidedBy: ['anna'],
      },
    ]);
    expect(now().active).toBe('intervention_area');
    expect(now().drafts).toEqual({});
  });

  it('says who decides, when all readers do', async () => {
    const { state, settled } = await openStore();

    state().toggleDecider(bo);
    state().chooseReading(group, anna);
    state().writeRationale(group, 'Talked it over');
    await state().settleChosen();

    expect(settled[0]).toMatchObject({ decidedBy: ['anna', 'bo'] });
  });

  it('settles nothing without a rationale, and says where it is missing', async () => {
    const { state, now, settled } = await openStore();

    state().chooseReading(group, bo);
    state().writeRationale(group, 'Because');
    state().chooseReading(area, anna);
    await state().settleChosen();

    expect(settled).toEqual([]);
    expect(now().gaps).toEqual({ intervention_area: 'no-rationale' });
    expect(now().active).toBe('intervention_area');
  });

  it('asks for a choice when nothing is chosen', async () => {
    const { state, now } = await openStore();

    await state().settleChosen();

    expect(now().gaps).toEqual({ target_group: 'no-choice' });
  });

  it('asks who decides when nobody does', async () => {
    const { state, now } = await openStore();

    state().toggleDecider(anna);
    state().chooseOther(group, { value: null, missing: 'cannot_decide' });
    state().writeRationale(group, 'Nothing decides it');
    await state().settleChosen();

    expect(now().gaps).toEqual({ target_group: 'no-decider' });
  });

  it('opens the next agreement when nothing is left in this one', async () => {
    const { state, asked, settled } = await openStore();

    for (const variable of [group, area]) {
      state().chooseReading(variable, anna);
      state().writeRationale(variable, 'x');
    }
    await state().settleChosen();

    expect(settled.map(({ variable }) => variable)).toEqual([group, area]);
    expect(asked).toEqual(['get a2']);
  });

  it('keeps the draft and says why when it was refused', async () => {
    const { state, now } = await openStore({ settle: async () => refused('disk-full') });

    state().chooseReading(group, bo);
    state().writeRationale(group, 'Long reasons');
    await state().settleChosen();

    expect(now().problems['target_group']?.code).toBe('disk-full');
    expect(draftOf(now().drafts, agreementId(1), group).rationale).toBe('Long reasons');
    expect(now().isSettling).toBe(false);
  });

  it('chooses no reading for later when settling one at once was refused', async () => {
    const { state, now } = await openStore({
      settle: async () => refused('disk-full'),
    });

    await state().settleReading(area, bo);
    expect(now().problems['intervention_area']?.code).toBe('disk-full');
    expect([now().drafts, now().isSettling]).toEqual([{}, false]);

    const works = await openStore();
    await works.state().settleReading(area, bo);
    expect(works.settled).toMatchObject([{ variable: area, value: category('other') }]);
  });
});

it('lets a decision that is taken back be changed instead of written again', async () => {
  const view = aView();
  const decision = {
    variable: group,
    value: category('adults'),
    missing: null,
    origin: 'adjudicated' as const,
    rationale: 'Because',
    decidedBy: [anna],
    at: '2026-01-01T00:00:00Z',
  };
  const { state, now } = await openStore({
    get: async () => ok({ ...view, variables: [{ ...disputed(group), decision }] }),
    withdraw: async () => ok(view),
  });

  await state().withdrawDecision(group);

  expect(draftOf(now().drafts, agreementId(1), group)).toEqual({
    choice: { kind: 'other', value: category('adults'), missing: null },
    rationale: 'Because',
  });
});

it('takes the last decision back from another agreement', async () => {
  const withdrawn: string[] = [];
  const { state, now, asked } = await openStore({
    withdraw: async ({ agreement, variable }) => {
      withdrawn.push(`${agreement} ${variable}`);
      return ok(aView());
    },
  });
  for (const variable of [group, area]) {
    state().chooseReading(variable, anna);
    state().writeRationale(variable, 'x');
  }
  await state().settleChosen();
  expect(now().view.value?.agreement).toBe('a2');

  await state().undoDecision();

  expect(asked).toEqual(['get a2', 'get a1']);
  expect(withdrawn).toEqual(['a1 intervention_area']);
});

describe('drafts', () => {
  it('are remembered with the project, and there again the next time', async () => {
    const places: Record<string, Record<string, unknown>> = {};
    const open = async () => {
      const store = createAppStore(
        apiDouble({
          app: {
            changeSettings: async (change) => {
              Object.assign(places, change.places);
              return ok({ language: null, theme: 'system' as const, panes: {}, places: {} });
            },
          },
          disagreements: { list: async () => ok([]), get: async () => ok(aView()) },
        }),
      );
      store.setState({
        project: ready({ folder: '/p', readOnly: null } as never),
        settings: ready({ language: null, theme: 'system', panes: {}, places } as never),
      });
      await store.getState().loadDisagreements();
      await store.getState().openDisagreement(agreementId(1));
      return store.getState;
    };
    const first = await open();
    first().chooseReading(group, bo);
    first().writeRationale(group, 'Half a sen');
    await vi.advanceTimersByTimeAsync(1000);

    const second = await open();

    expect(draftOf(second().disagreements.drafts, agreementId(1), group)).toEqual({
      choice: { kind: 'reading', reviewer: bo },
      rationale: 'Half a sen',
    });
  });

  it('come back as they were remembered', () => {
    const drafts = {
      'a1/target_group': {
        choice: { kind: 'reading' as const, reviewer: bo },
        rationale: 'Half a',
      },
      'a2/end': { choice: null, rationale: '' },
    };

    expect(readDrafts(writeDrafts(drafts))).toEqual({
      'a1/target_group': drafts['a1/target_group'],
    });
  });

  it('are none where the text is not ours', () => {
    const texts = [undefined, 3, '', '{', '[]', '{"a":{"choice":7}}'];

    expect(texts.map(readDrafts)).toEqual(texts.map(() => ({})));
  });
});

describe('the queue', () => {
  it('goes on after the agreement, around, and never to itself', () => {
    const rows = [aRow(1, [group]), aRow(2, []), aRow(3, [area])];

    expect(nextOpenRow(rows, agreementId(1))?.number).toBe(3);
    expect(nextOpenRow(rows, agreementId(3))?.number).toBe(1);
    expect(nextOpenRow(rows, null)?.number).toBe(1);
    expect(nextOpenRow([aRow(1, [group])], agreementId(1))).toBeNull();
  });

  it('holds what differs and nobody has settled', () => {
    const variables: VariableComparison[] = [
      disputed(group),
      { ...disputed(area), verdict: 'agreed' },
      { ...disputed(VariableId.parse('purpose')), verdict: 'text-differs' },
      { ...disputed(VariableId.parse('renewal')), verdict: 'single' },
      { ...disputed(VariableId.parse('terminated')), verdict: 'not-coded' },
    ];

    expect(openVariables(aView({ variables })).map(({ variable }) => variable)).toEqual([
      'target_group',
      'purpose',
      'renewal',
    ]);
  });
});
