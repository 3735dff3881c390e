import { readFileSync } from 'node:fs';

import { z } from 'zod';

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

export interface Area {
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return WindowPlace.parse(JSON.parse(text));
  } catch {
    // Half a file after a power cut: a window in the middle of the screen is no loss.
    return null;
  }
}

/**
 * A place that can be seen on the screens there are now, or `null`.
 *
 * A screen may have been unplugged since: at least a grip of 120 × 40 points of the title bar must
 * lie on a screen. A window larger than its screen is made to fit.
 */
export function visiblePlace(
  place: WindowPlace | null,
  screens: readonly Area[],
): WindowPlace | null {
  if (place === null) return null;
  const screen = screens.find(
    (area) =>
      Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x) >= 120 &&
      place.y >= area.y - 8 &&
      place.y + 40 <= area.y + area.height,
  );
  if (screen === undefined) return null;
  return {
    ...place,
    width: Math.min(place.width, screen.width),
    height: Math.min(place.height, screen.height),
  };
}
