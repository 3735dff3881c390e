// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { App } from '../../../renderer/App';
// The window fetches it after its start screen; here it is to be there at once.
import '../../../renderer/features/shell/ProjectShell';
import { createTexts } from '../../../renderer/i18n';
import { createCommands } from '../../../renderer/keyboard/commands';
import { createAppStore, tellChange } from '../../../renderer/store';
import { languageOf } from '../../../renderer/store/settings-slice';
import type { ImportProgress } from '../../../shared/ipc/shapes';
import {
  aJournalRow,
  anAgreement,
  aProjectView,
  aReviewer,
  aWorld,
  NO_SETTINGS,
  windowApi,
  type World,
} from '../../support/window-api';

declare global {
  // React asks for this before it lets tests act.
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let root: Root | null = null;
let place: HTMLElement;

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.title = 'Samsyn';
  place = document.createElement('div');
  document.body.append(place);
});

afterEach(() => {
  act(() => root?.unmount());
  document.body.innerHTML = '';
});

const pause = (): Promise<void> =>
  act(async () => {
    await new Promise((done) => {
      setTimeout(done, 20);
    });
  });

async function openWindow(world: World) {
  const store = createAppStore(windowApi(world));
  const commands = createCommands();
  world.tell = (event) => tellChange(store, event);
  await store.getState().loadSettings();
  await act(async () => {
    root = createRoot(place);
    root.render(
      <App
        store={store}
        texts={createTexts(languageOf(store.getState()))}
        commands={commands}
        pathForFile={(file) => `/tmp/${file.name}`}
      />,
    );
    await store.getState().resume();
  });
  await pause();
  return { store, commands };
}

const anna = aReviewer('Anna Berg');
const inProject = (parts: Partial<World> = {}): World =>
  aWorld({
    project: aProjectView(),
    reviewers: [anna, aReviewer('Bo Öst', 2)],
    current: anna,
    agreements: [anAgreement(1), anAgreement(2, { stage: 'to-settle', disagreements: 2 })],
    journal: [aJournalRow(2), aJournalRow(1)],
    ...parts,
  });
const at = (screen: string): World['settings'] => ({
  ...NO_SETTINGS,
  places: { [aProjectView().folder]: { screen } },
});

const done: ImportProgress = {
  state: 'done',
  done: 3,
  total: 3,
  current: null,
  added: [{ fileName: 'a.pdf', agreement: anAgreement(1).id, number: 1 }],
  known: [{ fileName: 'b.pdf', sameAs: 'a.pdf', number: 1 }],
  failed: [
    { fileName: 'c.pdf', code: 'pdf-encrypted', message: 'Locked', details: { file: 'c.pdf' } },
  ],
  skipped: 1,
};

/** By role and name, as assistive technology finds it. */
function find(role: string, name: RegExp): HTMLElement {
  const selector = { button: 'button', grid: '[role=grid]', menuitem: '[role=menuitem]' }[role];
  const found = [...document.querySelectorAll<HTMLElement>(selector ?? `[role=${role}]`)].find(
    (element) => name.test(nameOf(element)),
  );
  if (found === undefined) throw new Error(`There is no ${role} called ${name}`);
  return found;
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const said = element.cloneNode(true) as HTMLElement;
  for (const hidden of said.querySelectorAll('[aria-hidden]')) hidden.remove();
  return said.textContent;
}

const press = async (element: HTMLElement): Promise<void> => {
  await act(async () => element.click());
  await pause();
};

describe('accessibility', () => {
  const screens: [name: string, world: () => World, open?: (w: World) => Promise<void>][] = [
    [
      'start',
      () =>
        aWorld({
          recent: [{ name: 'A', folder: '/a', openedAt: '2026-11-01T00:00:00Z', exists: false }],
        }),
    ],
    ['new project', () => aWorld(), async () => press(find('button', /^Nytt projekt/))],
    ['settings', () => aWorld(), async () => press(find('button', /^Inställningar/))],
    ['agreements', () => inProject()],
    ['no agreements yet', () => inProject({ agreements: [] })],
    ['what came of an import', () => inProject({ adding: done })],
    [
      'an import under way',
      () => inProject({ adding: { ...done, state: 'reading', done: 1, current: 'c.pdf' } }),
    ],
    [
      'who codes',
      () => inProject({ current: null }),
      async () => press(find('button', /^Vem kodar/)),
    ],
    ['who codes, before coding', () => inProject({ current: null, settings: at('coding') })],
    ['codebook', () => inProject({ settings: at('codebook') })],
    ['log', () => inProject({ settings: at('journal') })],
    ['an empty log', () => inProject({ settings: at('journal'), journal: [] })],
    ['in English', () => inProject({ language: 'en' })],
  ];

  it.each(screens)('has no violations: %s', async (_name, world, open) => {
    const here = world();
    await openWindow(here);
    await open?.(here);

    // Everything but an open dialog is hidden from assistive technology.
    const { violations } = await axe.run(document.querySelector('[role=dialog]') ?? document, {
      // Contrast needs a real renderer; `tokens.test.ts` has it.
      rules: { 'color-contrast': { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('the window', () => {
  it('speaks the language of the system, and another when asked to', async () => {
    const { store } = await openWindow(inProject());
    const swedish = document.querySelector('h1')?.textContent;

    await act(async () => store.getState().changeSettings({ language: 'en' }));
    await pause();

    expect([swedish, document.querySelector('h1')?.textContent]).toEqual(['Avtal', 'Agreements']);
    expect(document.documentElement.lang).toBe('en');
  });

  it('takes the theme that is chosen', async () => {
    const { store } = await openWindow(aWorld());

    await act(async () => store.getState().changeSettings({ theme: 'dark' }));
    await pause();

    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('counts in the navigation what there is, and again when it changed', async () => {
    const world = inProject();
    await openWindow(world);
    const before = nameOf(find('button', /^Avtal,/));

    world.agreements = [...world.agreements, anAgreement(3)];
    await act(async () => world.tell({ topic: 'agreements', agreement: null, command: null }));
    await pause();

    expect([before, nameOf(find('button', /^Avtal,/))]).toEqual([
      'Avtal, 2 avtal',
      'Avtal, 3 avtal',
    ]);
  });

  it('says in how many agreements what was added is, where some came attached', async () => {
    const { id, number } = anAgreement(1);
    const added = ['a.eml', 'b.pdf'].map((fileName) => ({ fileName, agreement: id, number }));
    await openWindow(inProject({ adding: { ...done, added } }));

    expect(document.body.textContent).toContain('2 dokument i 1 avtal tillagda');
  });

  it('says how many were added where each is an agreement', async () => {
    await openWindow(inProject({ adding: done }));

    expect(document.body.textContent).toContain('1 tillagt');
  });

  it('says beside the choice why a project could not be opened', async () => {
    const world = aWorld();
    world.refusals.set('projects.createSample', {
      code: 'disk-full',
      message: 'Full',
      details: { folder: '/data' },
    });
    await openWindow(world);

    await press(find('button', /^Prova på exempelprojektet/));

    const choice = find('button', /^Prova på exempelprojektet/).closest('li');
    expect(choice?.querySelector('[role=alert]')?.textContent).toContain('inget utrymme kvar');
  });

  it('shows a message of main where it has no text of its own for the code', async () => {
    const world = aWorld();
    world.refusals.set('projects.createSample', {
      code: 'brand-new',
      message: 'Something new. Do this.',
      details: {},
    });
    await openWindow(world);

    await press(find('button', /^Prova på exempelprojektet/));

    expect(document.querySelector('[role=alert]')?.textContent).toContain(
      'Something new. Do this.',
    );
  });

  it('asks for name and place before it makes a project', async () => {
    const world = aWorld();
    await openWindow(world);
    await press(find('button', /^Nytt projekt/));

    await press(find('button', /^Skapa projektet/));

    expect(document.body.textContent).toContain('Ge projektet ett namn.');
    expect(world.asked.some(({ call }) => call === 'projects.create')).toBe(false);
  });

  it('adds what is dropped anywhere on it', async () => {
    const world = inProject();
    await openWindow(world);
    const file = new File(['x'], 'Avtal.pdf');
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [file] } });

    await act(async () => window.dispatchEvent(drop));
    await pause();

    expect(drop.defaultPrevented).toBe(true);
    expect(world.asked).toContainEqual({
      call: 'documents.add',
      input: { paths: ['/tmp/Avtal.pdf'], agreement: null },
    });
  });

  it('adds nothing to a project that can only be read', async () => {
    const world = inProject({ project: aProjectView({ readOnly: { reason: 'No' } }) });
    await openWindow(world);
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(drop, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'a.pdf')] } });

    await act(async () => window.dispatchEvent(drop));
    await pause();

    expect(world.asked.some(({ call }) => call === 'documents.add')).toBe(false);
    expect(document.body.textContent).toContain('Skrivskyddat');
  });

  it('lists every file that failed with what to do', async () => {
    await openWindow(inProject({ adding: done }));

    expect(document.body.textContent).toContain('1 gick inte');
    expect(document.body.textContent).toContain('spara en kopia utan lösenord');
  });

  it('opens an agreement by the keyboard', async () => {
    const { store } = await openWindow(inProject({ current: null }));
    const grid = find('grid', /Avtal/);
    const key = (name: string) =>
      act(async () => {
        grid.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      });

    await key('End');
    await key('Enter');

    expect(store.getState().route).toEqual({ screen: 'coding', agreement: 'a2' });
  });

  it('carries out what the menu says', async () => {
    const { store, commands } = await openWindow(inProject());

    await act(async () => {
      commands.run('shortcuts');
    });
    const dialog = store.getState().dialog;
    await act(async () => {
      commands.run('close-project');
    });
    await pause();

    expect(dialog).toBe('keys');
    expect(store.getState().project.value).toBeNull();
    expect(commands.run('document-next')).toBe(false);
  });

  it('says saved only while everything is', async () => {
    const { store } = await openWindow(inProject());
    const pill = (): string | undefined =>
      document.querySelector<HTMLElement>('[data-save]')?.dataset['save'];
    const before = pill();

    await act(async () => store.getState().writeChanged({ kind: 'started' }));
    const during = pill();
    const problem = { code: 'disk-full', message: 'Full', details: { folder: '/data' } };
    await act(async () => store.getState().writeChanged({ kind: 'failed', subject: 'x', problem }));

    expect([before, during, pill()]).toEqual(['saved', 'saving', 'unsaved']);
    expect(document.querySelector('[data-save] button')?.getAttribute('aria-label')).toContain(
      'inget utrymme kvar',
    );
  });
});
