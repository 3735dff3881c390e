import type { Turn } from '../../shared/domain/turn';
import type { Box } from './line-boxes';

/**
 * A box on a page that stands turned on the screen, as it lies on the page when that stands upright.
 *
 * @param box in pixels from the paper's top left corner as it is shown
 * @param paper the paper's size as it is shown
 */
export function uprightBox(box: Box, paper: { width: number; height: number }, turn: Turn): Box {
  const { left, top, right, bottom } = box;
  const { width, height } = paper;
  switch (turn) {
    case 0:
      return box;
    case 90:
      return { left: top, top: width - right, right: bottom, bottom: width - left };
    case 180:
      return {
        left: width - right,
        top: height - bottom,
        right: width - left,
        bottom: height - top,
      };
    case 270:
      return { left: height - bottom, top: left, right: height - top, bottom: right };
  }
}

/** The size of the paper when it stands upright. */
export function uprightSize(
  { width, height }: { width: number; height: number },
  turn: Turn,
): { width: number; height: number } {
  return turn % 180 === 0 ? { width, height } : { width: height, height: width };
}
