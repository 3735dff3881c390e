import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { projectNamedIn } from '../../main/start-arguments';
import { placeOnScreens, readPlace, type WindowPlace } from '../../main/window-place';

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

const laptop = { x: 0, y: 32, width: 1280, height: 680 };

describe('placeOnScreens', () => {
  it('opens in the middle of a large screen the first time', () => {
    expect(placeOnScreens(null, [screen])).toEqual({
      x: 240,
      y: 90,
      width: 1440,
      height: 900,
      maximized: false,
      zoom: 0,
    });
  });

  it('fills the work area of a small screen the first time, and no more', () => {
    expect(placeOnScreens(null, [laptop, screen])).toMatchObject(laptop);
  });

  it('is never smaller than what can be worked with', () => {
    const tiny = { x: 0, y: 0, width: 640, height: 400 };

    expect(placeOnScreens(null, [tiny])).toMatchObject({ x: 0, y: 0, width: 720, height: 480 });
    expect(placeOnScreens(aPlace({ width: 300, height: 200 }), [screen])).toMatchObject({
      width: 720,
      height: 480,
    });
  });

  it('keeps a place that can be seen', () => {
    expect(placeOnScreens(aPlace(), [screen])).toEqual(aPlace());
  });

  it('keeps a place that hangs over an edge, where it can be taken hold of', () => {
    const place = aPlace({ x: 1500 });

    expect(placeOnScreens(place, [screen])).toEqual(place);
  });

  it('keeps a place on the second screen, also to the left of the first', () => {
    const left = { ...screen, x: -1920 };
    const place = aPlace({ x: -1800 });

    expect(placeOnScreens(place, [screen, left])).toEqual(place);
  });

  it.each([
    ['on a screen that is gone', { x: 2500 }, { x: 720, y: 100 }],
    ['with its title bar above the screen', { y: -300 }, { x: 100, y: 0 }],
    ['with its title bar below the screen', { y: 1060 }, { x: 100, y: 280 }],
    ['with too little of it to take hold of', { x: 1850 }, { x: 720, y: 100 }],
  ])('brings back a place %s, with its size and zoom', (_, kept, now) => {
    const place = aPlace({ ...kept, zoom: 2, maximized: true });

    expect(placeOnScreens(place, [screen])).toEqual({ ...place, ...now });
  });

  it('makes a window fit that is larger than its screen, and shows all of it', () => {
    const place = aPlace({ x: 300, y: 200, width: 3000, height: 2000 });

    expect(placeOnScreens(place, [screen])).toMatchObject(screen);
    expect(placeOnScreens(aPlace({ x: 100, y: 100 }), [laptop])).toMatchObject({
      x: 80,
      y: 32,
      width: 1200,
      height: 680,
    });
  });

  it('always opens with its title bar on a screen, and within it where it had to be changed', () => {
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 800, max: 5000 }),
      height: fc.integer({ min: 600, max: 3000 }),
    });
    const kept = fc.option(
      fc.record({
        x: fc.integer({ min: -9000, max: 9000 }),
        y: fc.integer({ min: -9000, max: 9000 }),
        width: fc.integer({ min: 200, max: 9000 }),
        height: fc.integer({ min: 200, max: 9000 }),
        maximized: fc.boolean(),
        zoom: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(kept, fc.array(area, { minLength: 1, maxLength: 3 }), (place, areas) => {
        const now = placeOnScreens(place, areas);
        const fits = areas.some(
          ({ x, y, width, height }) =>
            now.x >= x &&
            now.y >= y &&
            now.x + now.width <= x + width &&
            now.y + now.height <= y + height,
        );
        expect(fits || now === place).toBe(true);
        expect(placeOnScreens(now, areas)).toEqual(now);
      }),
    );
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
