import { z } from 'zod';

/** How far the pages of a document are turned clockwise, in degrees. */
export const Turn = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type Turn = z.output<typeof Turn>;

/** How far pages are turned that are turned a quarter further, clockwise or back. */
export function turnedBy(turn: Turn, by: 90 | -90): Turn {
  return Turn.parse((turn + by + 360) % 360);
}
