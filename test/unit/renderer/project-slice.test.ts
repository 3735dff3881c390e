import { describe, expect, it } from 'vitest';

import { createAppStore, tellChange } from '../../../renderer/store';
import {
  aProjectView,
  aReviewer,
  aWorld,
  NO_SETTINGS,
  windowApi,
  type World,
} from '../../support/window-api';

const FOLDER = '/home/anna/IOP 2024.samsyn';
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
};

async function start(world: World) {
  const store = createAppStore(windowApi(world));
  await store.getState().loadSettings();
  await store.getState().resume();
  await settled();
  return store;
}

describe('the open project', () => {
  it('is the one that was open when the window closed, at the place one was', async () => {
    const world = aWorld({
      reviewers: [aReviewer('Anna'), aReviewer('Bo')],
      settings: {
        ...NO_SETTINGS,
        places: { [FOLDER]: { open: 1, screen: 'coding', agreement: 'a7', reviewer: 'bo' } },
      },
    });

    const store = await start(world);

    expect(store.getState().project.value?.folder).toBe(FOLDER);
    expect(store.getState().route).toEqual({ screen: 'coding', agreement: 'a7' });
    expect(store.getState().reviewers.value?.current?.name).toBe('Bo');
  });

  it('is not opened again when it was closed on purpose', async () => {
    const world = aWorld();
    const before = await start(world);
    await before.getState().openProject(FOLDER);
    await before.getState().closeProject();

    const store = await start(world);

    expect(store.getState().project).toMatchObject({ state: 'ready', value: null });
  });

  it('is what main has open already, whatever was open last', async () => {
    const named = aProjectView({ folder: '/tmp/Named.samsyn' });
    const world = aWorld({
      project: named,
      settings: { ...NO_SETTINGS, places: { [FOLDER]: { open: 1 } } },
    });

    const store = await start(world);

    expect(store.getState().project.value?.folder).toBe('/tmp/Named.samsyn');
  });

  it('leaves the start screen with the reason when it cannot be opened', async () => {
    const world = aWorld({ settings: { ...NO_SETTINGS, places: { [FOLDER]: { open: 1 } } } });
    const problem = { code: 'project-in-use', message: 'In use', details: {} };
    world.refusals.set('projects.open', problem);

    const store = await start(world);

    expect(store.getState().project).toMatchObject({ state: 'ready', value: null });
    expect(store.getState().startProblem).toEqual({ step: 'recent', problem });
  });

  it('keeps where one goes, and comes back there', async () => {
    const world = aWorld();
    const before = await start(world);
    await before.getState().openProject(FOLDER);
    before.getState().goTo('disagreements', null);
    await settled();
    world.project = null;

    const store = await start(world);

    expect(store.getState().route.screen).toBe('disagreements');
  });

  it('takes with it all that belongs to it', async () => {
    const world = aWorld({ reviewers: [aReviewer('Anna')] });
    const store = await start(world);
    await store.getState().openProject(FOLDER);
    await store.getState().loadAgreements();
    await store.getState().loadCounts();
    store.getState().filterAgreements({ search: 'solna' });
    await settled();

    await store.getState().closeProject();

    const { agreements, counts, reviewers } = store.getState();
    expect(agreements).toEqual(store.getInitialState().agreements);
    expect([counts.state, reviewers.state]).toEqual(['idle', 'idle']);
  });

  it('stays as it is when main tells that the same project changed', async () => {
    const world = aWorld({ reviewers: [aReviewer('Anna')] });
    const store = await start(world);
    await store.getState().openProject(FOLDER);
    await store.getState().loadAgreements();

    tellChange(store, { topic: 'project', agreement: null, command: null });
    await settled();

    expect(store.getState().agreements.state).toBe('ready');
  });

  it('follows main to another project', async () => {
    const world = aWorld();
    const store = await start(world);
    world.project = aProjectView({ folder: '/tmp/Other.samsyn' });

    tellChange(store, { topic: 'project', agreement: null, command: null });
    await settled();

    expect(store.getState().project.value?.folder).toBe('/tmp/Other.samsyn');
  });
});

describe('who codes', () => {
  it('is asked again for everything that depends on it', async () => {
    const world = aWorld({ reviewers: [aReviewer('Anna'), aReviewer('Bo')] });
    const store = await start(world);
    await store.getState().openProject(FOLDER);
    await store.getState().loadAgreements();
    await store.getState().loadCounts();
    await settled();
    world.asked.length = 0;

    await store.getState().chooseReviewer(aReviewer('Bo').id);
    await settled();

    const asked = world.asked.map(({ call }) => call);
    expect(asked).toContain('agreements.list');
    expect(asked).toContain('agreements.counts');
    expect(store.getState().reviewers.value?.current?.name).toBe('Bo');
  });

  it('is who was added when nobody did, and stays so when another one is', async () => {
    const store = await start(aWorld());
    await store.getState().openProject(FOLDER);
    await settled();

    const problem = await store.getState().addReviewer('Cilla');

    expect(problem).toBeNull();
    expect(store.getState().reviewers.value?.current?.name).toBe('Cilla');

    await store.getState().addReviewer('Dan');

    expect(store.getState().reviewers.value?.all.map(({ name }) => name)).toContain('Dan');
    expect(store.getState().reviewers.value?.current?.name).toBe('Cilla');
  });

  it('is whoever coded here last, as an assumption where there are others', async () => {
    const [anna, bo] = [aReviewer('Anna'), aReviewer('Bo')];
    const opened = async (reviewers: (typeof anna)[]) => {
      const world = aWorld({ reviewers });
      world.settings = { ...world.settings, places: { [FOLDER]: { reviewer: anna.id } } };
      const store = await start(world);
      await store.getState().openProject(FOLDER);
      await settled();
      return store;
    };

    const [shared, alone] = [await opened([anna, bo]), await opened([anna])];

    expect(shared.getState().reviewers.value?.current?.name).toBe('Anna');
    expect(shared.getState().isReviewerAssumed).toBe(true);
    expect(alone.getState().isReviewerAssumed).toBe(false);
    await shared.getState().chooseReviewer(bo.id);
    expect(shared.getState().isReviewerAssumed).toBe(false);
  });
});

describe('settings', () => {
  it('are not overwritten by an answer that was asked for before they changed', async () => {
    const store = await start(aWorld());
    await store.getState().openProject(FOLDER);

    const loading = store.getState().loadSettings();
    store.getState().rememberPlace({ page: 3 });
    await loading;
    store.getState().rememberPlace({ zoom: 'fit-width' });
    await settled();

    expect(store.getState().settings.value?.places[FOLDER]).toMatchObject({
      open: 1,
      page: 3,
      zoom: 'fit-width',
    });
  });

  it('keep the widths of panes', async () => {
    const world = aWorld();
    const store = await start(world);

    store.getState().rememberPanes('coding', [62, 38]);

    expect(world.settings.panes).toEqual({ coding: [62, 38] });
  });
});
