import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { projectNamedIn } from '../../main/start-arguments';
import { readPlace, visiblePlace, type WindowPlace } from '../../main/window-place';

const aPlace = (parts: Partial<WindowPlace> = {}): WindowPlace => ({
  x: 100,
  y: 100,
  width: 1200,
  height: 800,
  maximized: false,
  zoom: 0,
  ...parts,
});
const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('visiblePlace', () => {
  it('keeps a place that can be seen', () => {
    expect(visiblePlace(aPlace(), [screen])).toEqual(aPlace());
  });

  it('keeps a place on the second screen, also to the left of the first', () => {
    const left = { ...screen, x: -1920 };
    const place = aPlace({ x: -1800 });

    expect(visiblePlace(place, [screen, left])).toEqual(place);
  });

  it.each([
    ['on a screen that is gone', aPlace({ x: 2500 })],
    ['with its title bar above the screen', aPlace({ y: -300 })],
    ['with its title bar below the screen', aPlace({ y: 1060 })],
    ['with too little of it to take hold of', aPlace({ x: 1850 })],
  ])('gives up a place %s', (_, place) => {
    expect(visiblePlace(place, [screen])).toBeNull();
  });

  it('makes a window fit that is larger than its screen', () => {
    const place = aPlace({ x: 0, y: 0, width: 3000, height: 2000 });

    expect(visiblePlace(place, [screen])).toMatchObject({ width: 1920, height: 1080 });
  });
});

describe('readPlace', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samsyn-place-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['what was kept', JSON.stringify(aPlace()), aPlace()],
    ['nothing from half a file', '{"x": 1', null],
    ['nothing from sizes that no window has', JSON.stringify(aPlace({ width: -5 })), null],
  ])('reads %s', async (name, text, place) => {
    const file = join(folder, `${name}.json`);
    await writeFile(file, text);

    expect(readPlace(file)).toEqual(place);
  });

  it('reads nothing where nothing was kept', () => {
    expect(readPlace(join(folder, 'missing.json'))).toBeNull();
  });
});

describe('projectNamedIn', () => {
  it.each([
    [['samsyn', '/home/a/IOP 2024.samsyn'], '/home/a/IOP 2024.samsyn'],
    [['electron', '.', '--lang=sv', 'IOP.samsyn/'], '/work/IOP.samsyn'],
    [['samsyn', '--open=/x.samsyn'], null],
    [['/opt/x.samsyn', 'avtal.pdf'], null],
  ])('finds in %j the project %j', (argv, folder) => {
    expect(projectNamedIn(argv, '/work')).toBe(folder);
  });
});
