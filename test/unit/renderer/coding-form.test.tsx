// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { CodingForm } from '../../../renderer/features/coding/CodingForm';
import { usePanels } from '../../../renderer/features/coding/panels';
import { useCodingKeys } from '../../../renderer/features/coding/use-coding-keys';
import { type AppStore, createAppStore, useStore } from '../../../renderer/store';
import { answerIn, unreadIn } from '../../../renderer/store/coding-state';
import { ready } from '../../../renderer/store/loadable';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { AgreementId, VariableId } from '../../../shared/domain/ids';
import type { CodingView } from '../../../shared/domain/views';
import {
  aCoding,
  apiDouble,
  type ApiParts,
  aPassage,
  codingsInMemory,
  ok,
  refused,
} from './api-double';
import { button, forget, key, leave, one, press, show, type } from './render';

const id = (text: string) => VariableId.parse(text);

/** The form with its keys, without a document beside it. */
function Form() {
  const view = useStore(({ coding }) => coding.view);
  const panels = usePanels(view?.agreement ?? null);
  const submit = () => void store.getState().submitCoding();
  useCodingKeys({
    codebook: IOP_CODEBOOK,
    panels,
    onGuide: () => undefined,
    onFind: () => undefined,
    onWalked: () => undefined,
    onSubmit: submit,
  });
  return view === null ? null : (
    <CodingForm
      onShowProposal={() => {}}
      view={view}
      codebook={IOP_CODEBOOK}
      panels={panels}
      isGuideOpen
      onGuide={() => undefined}
      onShowEvidence={() => undefined}
      onSubmit={submit}
    />
  );
}

let store: AppStore;

async function openForm(parts: Partial<CodingView> = {}, overrides: ApiParts['codings'] = {}) {
  const memory = codingsInMemory(aCoding(parts));
  const counts = {
    agreements: 3,
    documents: 3,
    ownSubmitted: 1,
    ownTotal: 3,
    disputedAgreements: 0,
    openDisagreements: 0,
    settledAgreements: 0,
    doubleCoded: 0,
    openPairs: 0,
  };
  store = createAppStore(
    apiDouble({
      codings: { ...memory.calls, suggestActors: async () => ok([]), ...overrides },
      agreements: { counts: async () => ok(counts) },
    }),
  );
  store.setState({ codebook: ready(IOP_CODEBOOK), counts: ready(counts) });
  await store.getState().openCoding(aCoding(parts).agreement);
  await show(store, <Form />);
  const answer = (variable: string) => answerIn(store.getState().coding, id(variable));
  return { ...memory, answer };
}

const field = (label: string) =>
  one<HTMLInputElement>(`input[aria-label="${label}"], textarea[aria-label="${label}"]`);
const active = () => store.getState().coding.active;
const focusOn = (variable: string) => act(async () => one(`[data-variable="${variable}"]`).focus());

afterEach(forget);

describe('the form', () => {
  it('has a named place for every variable, and nothing that axe finds fault with', async () => {
    await openForm();

    const sections = [...document.querySelectorAll('section[data-variable]')];
    expect(sections.map((each) => each.getAttribute('data-variable'))).toEqual(
      IOP_CODEBOOK.variables.map((variable) => variable.id),
    );
    expect(document.querySelectorAll('[role=radiogroup]')).toHaveLength(3);
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
  });

  it('shows the instruction of the active variable', async () => {
    await openForm();

    await focusOn('target_group');

    expect(one('aside').textContent).toContain('Välj den åldersgrupp som insatsen är till för');
  });

  it('is to be read only when the coding is handed in', async () => {
    await openForm({ state: 'submitted', canReopen: true });

    expect(field('Innehåll').readOnly).toBe(true);
    expect(document.querySelectorAll('input[type=radio]:not(:disabled)')).toHaveLength(0);
    expect(button(/Återta inlämning/)).toBeDefined();
  });
});

describe('dates', () => {
  it('are recorded as they are understood and written so when the field is left', async () => {
    const { answer } = await openForm();

    await type(field('Startdatum'), '1 mars 2024');
    expect(one('[data-variable=start]').textContent).toContain('Läses som 2024-03-01');
    await leave(field('Startdatum'));

    expect(answer('start').value).toEqual({ type: 'date', date: '2024-03-01' });
    expect(field('Startdatum').value).toBe('2024-03-01');
  });

  it('stay in the field with an error when they cannot be read, and are not recorded', async () => {
    const { answer } = await openForm();

    await type(field('Startdatum'), 'nästa vår');
    await leave(field('Startdatum'));

    expect(field('Startdatum').value).toBe('nästa vår');
    expect(one('[data-variable=start]').textContent).toContain('går inte att läsa');
    expect(answer('start').value).toBeNull();
    expect(unreadIn(store.getState().coding, id('start'))).toBe('nästa vår');
  });

  it('may be open-ended, also when that is typed', async () => {
    const { answer } = await openForm();

    await type(field('Slutdatum'), 'tills vidare');

    expect(answer('end').value).toEqual({ type: 'end', end: 'open-ended' });
    expect(button(/Tills vidare/).getAttribute('aria-pressed')).toBe('true');
  });

  it('follow when the answer is undone', async () => {
    await openForm();
    await type(field('Startdatum'), '2024');
    await leave(field('Startdatum'));

    await act(async () => store.getState().setValue(id('start'), null));

    expect(field('Startdatum').value).toBe('');
  });
});

describe('the form of another agreement', () => {
  const other = AgreementId.parse('a2');
  const open = (agreement: AgreementId) => act(() => store.getState().openCoding(agreement));
  const searched = () => one<HTMLInputElement>('[data-variable=public_actors] [role=combobox]');

  it('shows nothing of what was typed for the one before, and keeps it there', async () => {
    await openForm();
    await type(field('Startdatum'), 'nästa vår');
    await type(field('Innehåll'), 'Att ge stöd');
    await type(searched(), 'Bor');

    await open(other);
    const fresh = [field('Startdatum'), field('Innehåll'), searched()].map(({ value }) => value);
    const isGiven = one('[data-variable=start]').textContent?.includes('går inte att läsa');
    await open(aCoding().agreement);

    expect(fresh).toEqual(['', '', '']);
    expect(isGiven).toBe(false);
    expect(field('Startdatum').value).toBe('nästa vår');
    expect(field('Innehåll').value).toBe('Att ge stöd');
  });

  it('has the same fields but for those that were typed in, whose undo goes with them', async () => {
    await openForm();
    await type(field('Startdatum'), '2024');
    const [typed, untouched] = [field('Startdatum'), field('Slutdatum')];

    await open(other);

    expect(field('Startdatum')).not.toBe(typed);
    expect(field('Slutdatum')).toBe(untouched);
  });
});

it('keeps the space that is being typed and records the text without it', async () => {
  const { answer } = await openForm();

  await type(field('Innehåll'), 'Att ge ');

  expect(field('Innehåll').value).toBe('Att ge ');
  expect(answer('purpose').value).toEqual({ type: 'text', text: 'Att ge' });
});

describe('keys', () => {
  it('choose, note as secondary and doubt on the active variable', async () => {
    const { answer } = await openForm();
    await focusOn('public_actors');

    await key('a');
    await key('4');
    await key('!', { code: 'Digit1', shiftKey: true });
    await key('u');

    expect(answer('intervention_area')).toMatchObject({
      value: { category: 'crime_victims_prevention', secondary: ['safety'] },
      unsure: true,
    });
    expect(
      one<HTMLInputElement>('[data-variable=intervention_area] input:checked').labels?.[0]
        ?.textContent,
    ).toContain('Brottsoffer');
  });

  it('move between variables, and stop at the ends', async () => {
    await openForm();
    await focusOn('public_actors');

    await key('ArrowUp');
    expect(active()).toBe('public_actors');
    await key('ArrowDown');
    await key('ArrowDown');

    expect(active()).toBe('purpose');
    expect(document.activeElement?.getAttribute('data-variable')).toBe('purpose');
  });

  it('do nothing of the kind while someone types', async () => {
    const { answer } = await openForm();
    await type(field('Innehåll'), 'x');

    expect(await key('u')).toBe(false);
    expect(await key('4')).toBe(false);
    expect(await key('ArrowDown')).toBe(false);

    expect(answer('purpose').unsure).toBe(false);
    expect(active()).toBe('purpose');
  });

  it('give a kind of missing by its digit', async () => {
    const { answer } = await openForm();
    await focusOn('target_group');

    await key('x');
    await key('2');

    expect(answer('target_group')).toMatchObject({ value: null, missing: 'illegible' });
    expect(one('[data-variable=target_group]').textContent).toContain('Oläsligt');
    expect(document.activeElement?.getAttribute('data-variable')).toBe('target_group');
  });

  it('ask no more for the kind of missing when another agreement is opened', async () => {
    await openForm();
    await focusOn('target_group');
    await key('x');
    expect(one('[data-variable=target_group]').textContent).toContain('Oläsligt');

    await act(() => store.getState().openCoding(AgreementId.parse('a2')));

    expect(one('[data-variable=target_group]').textContent).not.toContain('Oläsligt');
  });

  it('attach what is selected, and go there when nothing is', async () => {
    const { asked } = await openForm();
    await focusOn('public_actors');
    await act(async () => store.getState().selectPassage(aPassage('Barn i Solna')));

    await key('m');
    await act(async () => void (await store.getState().saveCoding()));
    expect(asked).toContain('attach a1 target_group Barn i Solna');
    await key('p');

    expect(active()).toBe('purpose');
    expect(asked.filter((call) => call.startsWith('attach'))).toHaveLength(1);
  });

  it('leave arrows to the variables even on a radio button', async () => {
    const { answer } = await openForm();
    const radio = one('[data-variable=target_group] [role=radiogroup] > :first-child input');
    await press(radio);
    await act(async () => radio.focus());
    const before = answer('target_group').value;

    expect(await key('ArrowDown')).toBe(true);

    expect(answer('target_group').value).toEqual(before);
    expect(active()).toBe('intervention_area');
  });

  it('hand in after the gaps were told', async () => {
    const { asked } = await openForm();
    await focusOn('public_actors');

    await key('Enter', { ctrlKey: true });
    expect(one('footer [role=alert]').textContent).toContain('7 variabler saknar svar');
    await key('Enter', { ctrlKey: true });
    await act(async () => void (await store.getState().saveCoding()));

    expect(asked).toContain('submit a1');
  });
});

it('says beside the answer why it could not be saved, keeps it, and tries again', async () => {
  let isFull = true;
  const memory = codingsInMemory(aCoding());
  const { answer } = await openForm(
    {},
    {
      recordAnswer: async (input) =>
        isFull ? refused('nowhere-known') : memory.calls.recordAnswer!(input),
    },
  );
  await focusOn('target_group');
  await key('4');
  await act(async () => void (await store.getState().saveCoding()));

  expect(one('[data-variable=target_group] [role=alert]').textContent).toContain(
    'Inte sparat: Refused: nowhere-known',
  );
  expect(answer('target_group').value).toMatchObject({ category: 'all' });
  isFull = false;
  await press(button(/Försök igen/));
  await act(async () => void (await store.getState().saveCoding()));

  expect(document.querySelectorAll('[data-variable=target_group] [role=alert]')).toHaveLength(0);
});

it('takes evidence away with Delete where it stands', async () => {
  const removed: string[] = [];
  const { answer } = await openForm();
  await act(async () => {
    store.getState().selectPassage(aPassage('Solna stad'));
    await store.getState().attachEvidence(id('public_actors'));
  });
  store.setState({ removeEvidence: async (evidence) => void removed.push(evidence) });
  await forgetAndShowAgain();
  await act(async () => button(/Solna stad.*visa i dokumentet/).focus());

  await key('Delete');

  expect(removed).toHaveLength(1);
  expect(answer('public_actors').value).toBeNull();
});

async function forgetAndShowAgain(): Promise<void> {
  forget();
  await show(store, <Form />);
}
