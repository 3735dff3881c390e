import { readFileSync } from 'node:fs';

import { z } from 'zod';

import { systemCode } from './system-code';

/** Where the window stood: kept in `window.json` in the user's folder. */
export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  maximized: z.boolean(),
  /** Chromium's zoom level: 0 is 100 %. */
  zoom: z.number().min(-8).max(9),
});
export type WindowPlace = z.output<typeof WindowPlace>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The place that was kept; `null` when there is none that can be read. */
export function readPlace(file: string): WindowPlace | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return WindowPlace.parse(JSON.parse(text));
  } catch {
    // Half a file after a power cut: a window in the middle of the screen is no loss.
    return null;
  }
}

/** Smaller than this nothing can be worked with. */
export const MINIMUM = { width: 720, height: 480 };

/** Where there is room for it. */
const FIRST = { width: 1440, height: 900 };

/**
 * Where the window opens on the screens there are now, given as their work areas, the main one first.
 *
 * As it was left, where that can be seen: at least a grip of 120 × 40 points of the title bar must
 * lie on a screen. One that is larger than its screen, or whose screen is gone, is made to fit and
 * brought back, whole. The first time it is in the middle of the main screen. Never smaller than
 * `MINIMUM`, also where a screen is.
 */
export function placeOnScreens(kept: WindowPlace | null, screens: readonly Area[]): WindowPlace {
  const [main = { x: 0, y: 0, ...FIRST }] = screens;
  if (kept === null) {
    const size = fitting(FIRST, main);
    return {
      ...size,
      x: main.x + Math.max(0, Math.round((main.width - size.width) / 2)),
      y: main.y + Math.max(0, Math.round((main.height - size.height) / 2)),
      maximized: false,
      zoom: 0,
    };
  }
  const seen =
    screens.find((area) => holds(area, kept)) ?? screens.find((area) => hasGripOn(area, kept));
  const area = seen ?? main;
  const size = fitting(kept, area);
  const isWhole = size.width === kept.width && size.height === kept.height;
  return seen !== undefined && isWhole ? kept : { ...kept, ...size, ...within(area, kept, size) };
}

function holds(area: Area, { x, y, width, height }: WindowPlace): boolean {
  const isWide = x >= area.x && x + width <= area.x + area.width;
  return isWide && y >= area.y && y + height <= area.y + area.height;
}

function hasGripOn(area: Area, { x, y, width }: WindowPlace): boolean {
  const visible = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return visible >= 120 && y >= area.y - 8 && y + 40 <= area.y + area.height;
}

type Size = Pick<Area, 'width' | 'height'>;

function fitting(wanted: Size, area: Size): Size {
  return {
    width: Math.max(MINIMUM.width, Math.min(wanted.width, area.width)),
    height: Math.max(MINIMUM.height, Math.min(wanted.height, area.height)),
  };
}

/** The nearest place at which all of it lies on the screen. */
function within(area: Area, { x, y }: Pick<Area, 'x' | 'y'>, { width, height }: Size) {
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - height)),
  };
}
