// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { Settling } from '../../../renderer/features/disagreements/Settling';
import { useSettlingKeys } from '../../../renderer/features/disagreements/use-settling-keys';
import { type AppStore, createAppStore, useStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import { draftOf } from '../../../renderer/store/settling';
import { EMPTY_ANSWER, Value } from '../../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { EntryId, EvidenceId, ReviewerId, VariableId } from '../../../shared/domain/ids';
import type { DisagreementView } from '../../../shared/domain/views';
import { agreementId, anna, apiDouble, aPassage, ok } from './api-double';
import { button, forget, key, one, press, show, type } from './render';

const bo = ReviewerId.parse('bo');
const group = VariableId.parse('target_group');
const purpose = VariableId.parse('purpose');
const category = (id: string) => Value.parse({ type: 'category', category: id, secondary: [] });
const words = (text: string) => Value.parse({ type: 'text', text });
const reviewer = (id: ReviewerId, name: string, colour: number) => ({ id, name, colour });

const coding = (
  who: ReturnType<typeof reviewer>,
  chosen: string,
  text: string,
  started: string,
  parts: { unsure?: boolean; note?: string } = {},
) => ({
  submission: EntryId.parse(`${'a'.repeat(16)}-${who.colour}`),
  reviewer: who,
  submittedAt: '2026-01-01T00:00:00Z',
  codebookVersion: 1,
  answers: [
    {
      variable: group,
      answer: { ...EMPTY_ANSWER, value: category(chosen), ...parts },
      evidence: [
        { id: EvidenceId.parse(`e${who.colour}`), passage: aPassage('unga i riskmiljöer') },
      ],
    },
    { variable: purpose, answer: { ...EMPTY_ANSWER, value: words(text) }, evidence: [] },
    {
      variable: VariableId.parse('start'),
      answer: { ...EMPTY_ANSWER, value: Value.parse({ type: 'date', date: started }) },
      evidence: [],
    },
  ],
});

const view: DisagreementView = {
  agreement: agreementId(1),
  number: 318,
  documents: [],
  elsewhere: [],
  codings: [
    coding(reviewer(anna, 'Anna Berg', 1), 'all', 'Kort', '2024'),
    coding(reviewer(bo, 'Bo Öst', 2), 'children_youth', 'En längre text', '2024-09-16', {
      unsure: true,
      note: 'Står på två ställen',
    }),
  ],
  variables: [
    { variable: purpose, verdict: 'text-differs', proposal: null, decision: null, former: null },
    { variable: group, verdict: 'disputed', proposal: null, decision: null, former: null },
    {
      variable: VariableId.parse('start'),
      verdict: 'agreed',
      proposal: { value: Value.parse({ type: 'date', date: '2024' }), missing: null },
      decision: null,
      former: null,
    },
    {
      variable: VariableId.parse('end'),
      verdict: 'disputed',
      proposal: null,
      decision: {
        variable: VariableId.parse('end'),
        value: null,
        missing: 'cannot_decide',
        origin: 'consensus',
        rationale: 'Sidan är suddig',
        decidedBy: [anna, bo],
        at: '2026-01-01T00:00:00Z',
      },
      former: null,
    },
  ],
};

let store: AppStore;

function Part() {
  const now = useStore(({ disagreements }) => disagreements.view.value);
  useSettlingKeys({
    view,
    codebook: IOP_CODEBOOK,
    onFind: () => undefined,
    onWalk: () => undefined,
  });
  return (
    now && <Settling view={now} codebook={IOP_CODEBOOK} shown={null} onShow={() => undefined} />
  );
}

async function open(shown: DisagreementView = view) {
  const settled: unknown[] = [];
  store = createAppStore(
    apiDouble({
      disagreements: {
        list: async () => ok([]),
        get: async () => ok(shown),
        settle: async (input) => {
          settled.push([input.variable, input.value ?? input.missing, input.decidedBy.length]);
          return ok(shown);
        },
      },
      codings: { suggestActors: async () => ok([]) },
    }),
  );
  const all = shown.codings.map((each) => each.reviewer);
  store.setState({
    codebook: ready(IOP_CODEBOOK),
    reviewers: ready({ all, current: all[0] ?? null }),
  });
  await store.getState().loadDisagreements();
  await store.getState().openDisagreement(view.agreement);
  await show(store, <Part />);
  return { settled };
}

const section = (variable: string) => one(`[data-variable=${variable}]`);
const draft = (variable: VariableId) =>
  draftOf(store.getState().disagreements.drafts, view.agreement, variable);

afterEach(forget);

describe('the readings', () => {
  it('stand side by side with doubts, notes and evidence, and axe finds no fault', async () => {
    await open();

    const said = section('target_group').textContent ?? '';
    expect(said).toContain('Anna Berg');
    expect(said).toContain('Samtliga');
    expect(said).toContain('Barn/unga vuxna');
    expect(said).toContain('osäker');
    expect(said).toContain('Anteckning: Står på två ställen');
    expect(said).toContain('unga i riskmiljöer');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
  });

  it('leave out what is settled and what is agreed, and list both below', async () => {
    await open();

    expect(document.querySelectorAll('section[data-variable]')).toHaveLength(2);
    expect(document.body.textContent).toContain('Fastställ 1 enig');
    expect(document.body.textContent).toContain('Kan inte avgöras');
    expect(document.body.textContent).toContain('”Sidan är suddig”');
  });

  it('tell what differs in something agreed, with each reading', async () => {
    await open();

    const note = one('details');
    expect(note.querySelector('summary')?.textContent).toBe('Olika noggranna datum');
    expect([...note.querySelectorAll('li')].map((each) => each.textContent)).toEqual([
      'Anna Berg: 2024',
      'Bo Öst: 2024-09-16Fastställ detta',
    ]);
  });

  it('let the finer of two answers that agree be settled instead of what they share', async () => {
    const { settled } = await open();

    await press(button(/Fastställ 2024-09-16/));

    const start = Value.parse({ type: 'date', date: '2024-09-16' });
    expect(settled).toEqual([['start', start, 1]]);
  });

  it('offer a decision that a later coding contradicts, with its reasons', async () => {
    await open({
      ...view,
      variables: view.variables.map((each) =>
        each.variable === group
          ? {
              ...each,
              former: {
                variable: group,
                value: category('all'),
                missing: null,
                origin: 'adjudicated',
                rationale: 'Alla nämns',
                decidedBy: [anna],
                at: '2026-01-01T00:00:00Z',
              },
            }
          : each,
      ),
    });

    await press(button(/Utgå från det/));

    expect(draft(group)).toEqual({
      choice: { kind: 'other', value: category('all'), missing: null },
      rationale: 'Alla nämns',
    });
  });

  it('say who decides by name, and what that counts as', async () => {
    await open();
    expect(document.body.textContent).toContain('Räknas som avgörande');

    await press(button(/Bo Öst beslutar/));

    expect(document.body.textContent).toContain('Räknas som samråd');
  });
});

describe('keys', () => {
  it('choose a reading and go to its rationale', async () => {
    await open();
    await act(async () => section('target_group').focus());

    await key('2');
    await key('r');
    await act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));

    expect(draft(group).choice).toEqual({ kind: 'reading', reviewer: bo });
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Motivering för Målgrupp');
  });

  it('open another decision with the digit after the readings, and choose in it', async () => {
    await open();
    await act(async () => section('target_group').focus());

    await key('3');
    await act(() => new Promise<void>((done) => requestAnimationFrame(() => done())));
    await key('4');

    expect(draft(group).choice).toEqual({ kind: 'other', value: category('all'), missing: null });
    await press(button(/Oläsligt/));
    expect(draft(group).choice).toEqual({ kind: 'other', value: null, missing: 'illegible' });
  });

  it('begin another wording from the fullest one', async () => {
    await open();
    await act(async () => section('purpose').focus());

    await key('3');

    expect(draft(purpose).choice).toMatchObject({ value: { text: 'En längre text' } });
  });

  it('settle what is chosen, together with the other reader', async () => {
    const { settled } = await open();
    await act(async () => section('target_group').focus());
    await key('1');
    await type(one<HTMLTextAreaElement>('[aria-label="Motivering för Målgrupp"]'), 'Alla invånare');
    await press(button(/Bo Öst beslutar/));

    await key('Enter', { ctrlKey: true });

    expect(settled).toEqual([['target_group', category('all'), 2]]);
  });
});
