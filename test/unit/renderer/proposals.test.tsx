// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { CodingForm } from '../../../renderer/features/coding/CodingForm';
import { usePanels } from '../../../renderer/features/coding/panels';
import { useCodingKeys } from '../../../renderer/features/coding/use-coding-keys';
import { type AppStore, createAppStore, useStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import { candidateId, type Finding, reason } from '../../../shared/domain/detector/proposal';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { DocumentId, VariableId } from '../../../shared/domain/ids';
import { PartialDate } from '../../../shared/domain/partial-date';
import type { CodingView } from '../../../shared/domain/views';
import { aCoding, apiDouble, aPassage, codingsInMemory, ok, refused } from './api-double';
import { button, forget, one, press, show } from './render';

const start = VariableId.parse('start');
const dated = (date: string) => ({ type: 'date' as const, date: PartialDate.parse(date) });
const candidate = (date: string) => ({
  id: candidateId('start', dated(date)),
  value: dated(date),
  passages: [aPassage(`från och med ${date}`)],
  reasons: [reason('in-section', 'Avtalstid')],
});
const proposed: Finding = {
  variable: start,
  outcome: 'proposed',
  candidates: [candidate('2024-01-01'), candidate('2023-01-01')],
  unclear: [],
  reasons: [],
};
const unclear: Finding = {
  ...proposed,
  outcome: 'unclear',
  unclear: [aPassage('i tre år från undertecknandet')],
  reasons: [reason('vague-start')],
};

let store: AppStore;
let taken: string[];

function Form() {
  const view = useStore(({ coding }) => coding.view);
  const panels = usePanels(view?.agreement ?? null);
  useCodingKeys({
    codebook: IOP_CODEBOOK,
    panels,
    onGuide: () => undefined,
    onFind: () => undefined,
    onWalked: () => undefined,
    onSubmit: () => undefined,
  });
  return view === null ? null : (
    <CodingForm
      view={view}
      codebook={IOP_CODEBOOK}
      panels={panels}
      isGuideOpen={false}
      onGuide={() => undefined}
      onShowEvidence={() => undefined}
      onShowProposal={() => undefined}
      onSubmit={() => undefined}
    />
  );
}

async function open(findings: Finding[], parts: Partial<CodingView> = {}) {
  const { agreement } = aCoding();
  const memory = codingsInMemory(aCoding(parts));
  taken = [];
  store = createAppStore(
    apiDouble({
      codings: { ...memory.calls, suggestActors: async () => ok([]) },
      agreements: { counts: async () => refused('not-here') },
      proposals: {
        forAgreement: async () => ok({ detectorVersion: 1, off: null, findings }),
        take: async ({ variable, proposal }) => {
          taken.push(`${variable} ${proposal}`);
          return ok(
            aCoding({
              answers: [
                {
                  variable,
                  answer: { value: dated('2024-01-01'), missing: null, unsure: false, note: '' },
                  evidence: [],
                },
              ],
            }),
          );
        },
      },
    }),
  );
  store.setState({ codebook: ready(IOP_CODEBOOK) });
  await store.getState().openCoding(agreement);
  await store.getState().loadProposals(agreement);
  await show(store, <Form />);
}
const group = () => document.querySelector('[aria-label="Förslag till Startdatum"]');
const goTo = (variable: string) =>
  act(async () => store.getState().activateVariable(VariableId.parse(variable)));

afterEach(forget);

describe('a proposal under its variable', () => {
  it('asks with its value and its passage, and fills in nothing', async () => {
    await open([proposed]);

    expect(group()?.textContent).toContain('Förslag ur texten: 2024-01-01');
    expect(group()?.textContent).toContain('från och med 2024-01-01');
    // There is only one that it can stand in.
    expect(group()?.textContent).not.toContain('Avtal.pdf');
    expect(store.getState().coding.view?.answers).toEqual([]);
    expect(taken).toEqual([]);
  });

  it('names the document of its passage where the agreement has several', async () => {
    const [main] = aCoding().documents;
    if (main === undefined) throw new Error('There is no document');
    const mail = { ...main, id: DocumentId.parse('f'.repeat(64)), fileName: 'Brev.msg' };
    await open([proposed], { documents: [mail, main] });

    expect(group()?.textContent).toContain('Avtal.pdf, s. 1');
  });

  it('has names and roles for assistive technology', { timeout: 30_000 }, async () => {
    await open([proposed, { ...unclear, variable: VariableId.parse('end') }]);

    const { violations } = await axe.run(document.body, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('is taken with a press and is gone then', async () => {
    await open([proposed]);

    await press(button(/Ta förslaget/));

    expect(taken).toEqual([`start ${proposed.candidates[0]?.id ?? ''}`]);
    expect(group()).toBeNull();
  });

  it('stays under the pointer while it is pressed: its variable is active once it is let go', async () => {
    await open([proposed]);
    const active = () => store.getState().coding.active;
    const take = button(/Ta förslaget/);

    await act(async () => {
      take.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      take.focus();
    });
    expect(active()).not.toBe('start');
    await act(async () => {
      take.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    });

    expect(active()).toBe('start');
  });

  it('gives way to the next candidate', async () => {
    await open([proposed]);

    await press(button(/Visa nästa förslag/));

    expect(group()?.textContent).toContain('Förslag ur texten: 2023-01-01');
  });

  it('tells what is unclear, with the passage that leaves it so and nothing to take by Tab', async () => {
    await open([unclear]);

    expect(group()?.textContent).toContain('Oklart i texten: ingen dag anges för när det börjar');
    expect(group()?.textContent).toContain('i tre år från undertecknandet');
    await goTo('start');
    expect(await tab('start')).toBe(false);
    expect(taken).toEqual([]);
  });

  it('is taken by Tab in its own variable only, once more goes on, and Shift Tab goes back as ever', async () => {
    await open([proposed]);

    await goTo('purpose');
    expect(await tab('purpose')).toBe(false);
    await goTo('start');
    expect(await tab('start', { shiftKey: true })).toBe(false);
    expect(await tab('purpose')).toBe(false);
    expect(taken).toEqual([]);
    expect(await tab('start')).toBe(true);
    expect(await tab('start')).toBe(true);
    expect(document.activeElement).toBe(one('[data-variable="end"]'));
    expect(await tab('start')).toBe(false);
    expect(taken).toHaveLength(1);
  });
});

/** Presses Tab on the variable's section; true when the form used it up. */
async function tab(variable: string, parts: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', {
    key: 'Tab',
    code: 'Tab',
    bubbles: true,
    cancelable: true,
    ...parts,
  });
  await act(async () => void one(`[data-variable="${variable}"]`).dispatchEvent(event));
  return event.defaultPrevented;
}
