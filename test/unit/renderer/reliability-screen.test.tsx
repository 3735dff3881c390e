// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { useMethodText } from '../../../renderer/features/reliability/use-method-text';
import { ReliabilityScreen } from '../../../renderer/features/reliability/ReliabilityScreen';
import { createAppStore, useStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import type { ReliabilitySummary } from '../../../renderer/store/reliability-slice';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { VariableId } from '../../../shared/domain/ids';
import { confusionOf } from '../../../shared/domain/reliability/confusion';
import type { Figure, VariableReliability } from '../../../shared/domain/reliability/types';
import { agreementId, anna, apiDouble, ok } from './api-double';
import { button, forget, one, press, show } from './render';

const bo = 'bo' as typeof anna;
const reviewer = (id: typeof anna, colour: number) => ({ id, name: id, colour });

const figure = (parts: Partial<Figure>): Figure => ({
  value: null,
  low: null,
  high: null,
  n: 40,
  doubts: [],
  draws: null,
  ...parts,
});
const about = (id: string, alpha: Figure, parts: Partial<VariableReliability> = {}) => ({
  variable: VariableId.parse(id),
  n: alpha.n,
  percent: 0.85,
  alpha,
  confusion: null,
  excluded: {},
  ...parts,
});

const confusion = confusionOf(
  [
    ['safety', 'other'],
    ['other', 'safety'],
    ['safety', 'safety'],
    ['health_rehabilitation', 'not_stated'],
  ].map(([a, b], at) => ({
    agreement: agreementId(at + 1),
    answers: [
      { reviewer: anna, label: a ?? '' },
      { reviewer: bo, label: b ?? '' },
    ],
  })),
  ['safety', 'health_rehabilitation', 'other', 'not_stated'],
);

async function open(variables: VariableReliability[], agreements = 40) {
  const asked: string[] = [];
  const summary: ReliabilitySummary = {
    agreements,
    byProposals: { all: agreements, without: agreements, with: 0 },
    reviewers: [reviewer(anna, 1), reviewer(bo, 2)],
    codebookVersion: 1,
    variables,
  };
  const store = createAppStore(
    apiDouble({
      reliability: { summarise: async () => ok(summary) },
      agreements: {
        get: async ({ agreement }) => {
          asked.push(agreement);
          return ok({
            row: {
              id: agreement,
              number: Number(agreement.slice(1)),
              fileName: `${agreement}.pdf`,
              format: 'pdf',
              pageCount: 1,
              documents: 1,
              receivedAt: '',
              submitted: 2,
              stage: 'to-settle',
              disagreements: 1,
              own: 'submitted',
              related: null,
            },
            documents: [],
          });
        },
      },
    }),
  );
  store.setState({
    codebook: ready(IOP_CODEBOOK),
    reviewers: ready({ all: summary.reviewers, current: reviewer(anna, 1) }),
  });
  await show(store, <ReliabilityScreen />);
  await act(() => store.getState().loadReliability());
  return { store, asked };
}

const row = (label: string): string => {
  const found = [...document.querySelectorAll('tbody tr')].find((each) =>
    each.querySelector('th')?.textContent?.startsWith(label),
  );
  return found?.textContent ?? '';
};

afterEach(forget);

describe('reliability', () => {
  it('never shows a number for what is undefined, and says why', async () => {
    await open([about('start', figure({ doubts: ['no-variation'] }), { percent: 1 })]);

    expect(row('Startdatum')).toContain('–');
    expect(row('Startdatum')).not.toMatch(/[01],00/);
    expect(row('Startdatum')).toContain('odefinierad');
    expect(document.body.textContent).toContain('α är varken 0 eller 1');
    expect(document.querySelectorAll('tbody circle')).toHaveLength(0);
  });

  it('says too few to judge, and draws no interval', async () => {
    await open([about('start', figure({ value: 0.9, n: 5, doubts: ['too-few'] }))]);

    expect(row('Startdatum')).toContain('för få för att bedöma');
    expect(one('tbody svg').getAttribute('aria-label')).toBe('α 0,90, inget intervall');
  });

  it('holds the thresholds against the lower bound', async () => {
    await open([about('start', figure({ value: 0.85, low: 0.7, high: 0.95 }))]);

    expect(row('Startdatum')).toContain('preliminär');
    expect(one('tbody svg').getAttribute('aria-label')).toBe(
      'α 0,85, 95 % intervall 0,70 till 0,95',
    );
  });

  it('gives free text no coefficient', async () => {
    await open([about('purpose', figure({ doubts: ['free-text'] }), { percent: null })]);

    expect(row('Innehåll')).toContain('fritext');
    expect(document.querySelectorAll('tbody svg')).toHaveLength(0);
  });

  it('names the worst pair in words and opens the agreements behind it', async () => {
    const { store, asked } = await open([about('intervention_area', figure({}), { confusion })]);

    expect(document.body.textContent).toContain(
      'Trygghetsskapande ↔ Övrigt svarar för 2 av 3 oenigheter',
    );
    await press(button(/Visa de 2 avtalen/));
    await act(async () => Promise.resolve());
    expect(asked).toEqual(['a1', 'a2']);
    await press(button(/0002/));

    expect(store.getState().route).toEqual({ screen: 'disagreements', agreement: 'a2' });
  });

  it('opens the agreements behind a single cell', async () => {
    const { asked } = await open([about('intervention_area', figure({}), { confusion })]);

    await press(button(/^Hälsa\/Rehabilitering mot Framgår inte: 1 avtal$/));

    expect(asked).toEqual(['a4']);
  });

  it('says what to do before anything is double coded', async () => {
    await open([], 0);

    expect(document.body.textContent).toContain('Inget avtal är dubbelkodat än');
  });
});

describe('the method text', () => {
  function Method() {
    const summary = useStore(({ reliability }) => reliability.summary.value);
    const text = useMethodText();
    return <pre>{summary && text(summary, 'all', IOP_CODEBOOK)}</pre>;
  }

  it('says how it was measured and gives each figure with its interval', async () => {
    const { store } = await open([
      about('target_group', figure({ value: 0.78, low: 0.6, high: 0.91 })),
      about('start', figure({ value: 0.9, n: 5, doubts: ['too-few'] })),
      about('end', figure({ n: 30, doubts: ['no-variation'] }), { percent: 1 }),
      about('purpose', figure({ doubts: ['free-text'] }), { percent: null }),
    ]);
    await show(store, <Method />);

    const text = (one('pre').textContent ?? '').replaceAll('\u{a0}', ' ');
    expect(text).toContain('mättes på 40 avtal');
    expect(text).toContain('av två granskare efter kodbok v1');
    expect(text).toContain('Målgrupp: α = 0,78 (95 % KI 0,60 till 0,91), 85 % eniga, n = 40.');
    expect(text).toContain('Startdatum: α = 0,90 (inget intervall), 85 % eniga, n = 5.');
    expect(text).toContain('Slutdatum: α är odefinierad, 100 % eniga, n = 30.');
    expect(text).toContain('För fritext (Innehåll) beräknas ingen koefficient.');
    expect(text).not.toContain('förslag ur texten');
  });
});
