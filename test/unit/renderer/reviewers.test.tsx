// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { AssumedReviewer } from '../../../renderer/features/reviewers/AssumedReviewer';
import { WhoDialog } from '../../../renderer/features/reviewers/WhoDialog';
import { type AppStore, createAppStore } from '../../../renderer/store';
import { aReviewer, aWorld, NO_SETTINGS, windowApi } from '../../support/window-api';
import { button, forget, one, press, show, type } from './render';

const FOLDER = '/home/anna/IOP 2024.samsyn';
const [anna, bo] = [aReviewer('Anna'), aReviewer('Bo')];

afterEach(forget);

/** A project that is opened where Anna coded last. */
async function opened(reviewers = [anna, bo]): Promise<AppStore> {
  const world = aWorld({
    reviewers,
    settings: { ...NO_SETTINGS, places: { [FOLDER]: { reviewer: anna.id } } },
  });
  const store = createAppStore(windowApi(world));
  await store.getState().loadSettings();
  await store.getState().openProject(FOLDER);
  await store.getState().loadReviewers();
  return store;
}

const said = () => (document.body.textContent ?? '').replaceAll('\u{a0}', ' ');
const current = (store: AppStore) => store.getState().reviewers.value?.current?.name;

describe('who coded last in a project that several share', () => {
  it('is said to be coding, until that is confirmed', async () => {
    const store = await opened();
    await show(store, <AssumedReviewer />);
    expect(said()).toContain('Du kodar som Anna, som kodade senast på den här datorn.');

    await press(button(/Det är jag/));

    expect(said()).toBe('');
    expect(current(store)).toBe('Anna');
  });

  it('is somebody else at a press', async () => {
    const store = await opened();
    await show(store, <AssumedReviewer />);

    await press(button(/Någon annan/));

    expect(store.getState().dialog).toBe('who');
  });

  it('is not asked about where there is nobody else', async () => {
    await show(await opened([anna]), <AssumedReviewer />);

    expect(said()).toBe('');
  });
});

describe('adding a reviewer', () => {
  const add = async (name: string) => {
    await type(one<HTMLInputElement>('input'), name);
    await press(button(/^Lägg till$/));
    await act(async () => Promise.resolve());
  };

  it('lets nobody code in another one’s place, and says who codes', async () => {
    const store = await opened([anna]);
    await show(store, <WhoDialog isAdding />);
    await add('Cilla');

    expect(current(store)).toBe('Anna');
    expect(said()).toContain('Cilla är tillagd. Anna kodar fortfarande.');
    await press(button(/Koda som Cilla/));

    expect(current(store)).toBe('Cilla');
  });

  it('says what the role of each is', async () => {
    await show(await opened(), <WhoDialog isAdding={false} />);

    expect(said()).toContain('Varje avtal kodas av 2 granskare, var för sig');
    expect(said()).toContain('vara med och avgöra');
  });
});
