import type { FoundLine } from '../../../shared/domain/recognition';
import { Turn } from '../../../shared/domain/turn';
import { clearlyUpright, turnsToTry, type WayUp } from '../../../shared/domain/upright';
import type { PagePicture } from './page-picture';
import { darkerThan, type GreyPicture } from './skew';

/** Part of a page's height that tells which way up it is, and so many pixels of it at least. */
const BAND = 0.25;
const LEAST_ROWS = 500;

/** How a page is drawn, so many degrees further round, and how a picture of it is read. */
export interface ReadablePage {
  draw(turn: Turn): Promise<PagePicture>;
  read(picture: GreyPicture, dpi: number): FoundLine[];
}

/** What a page says, and how far it had to be turned to say so. */
export interface UprightReading extends WayUp {
  readonly drawn: PagePicture;
}

/**
 * Reads a page the way up that it is written.
 *
 * A page that reads well as it lies is read once. One that may lie on its side or its head is tried
 * the other ways up, on the part of it with most ink, and read whole the way that is clearly better.
 *
 * @param known how far it was turned when it was read before; tried first
 */
export async function readUpright(page: ReadablePage, known: Turn): Promise<UprightReading> {
  const drawn = await page.draw(known);
  const asItLies: UprightReading = {
    turn: known,
    drawn,
    lines: page.read(drawn.picture, drawn.dpi),
  };
  const tried: UprightReading[] = [];
  for (const further of turnsToTry(asItLies.lines)) {
    const turn = Turn.parse((known + further) % 360);
    const turned = await page.draw(turn);
    const lines = page.read(inkiestBand(turned.picture), turned.dpi);
    tried.push({ turn, drawn: turned, lines });
  }
  const upright = clearlyUpright(asItLies.lines, tried);
  const best = tried.find(({ turn }) => turn === upright);
  if (best === undefined) return asItLies;
  return { ...best, lines: page.read(best.drawn.picture, best.drawn.dpi) };
}

/** The band across a picture that has most ink in it. */
export function inkiestBand({ width, height, data }: GreyPicture): GreyPicture {
  const threshold = darkerThan(data);
  const rows = Math.min(height, Math.max(LEAST_ROWS, Math.ceil(height * BAND)));
  const step = Math.max(1, Math.floor(rows / 4));
  let best = { ink: -1, from: 0 };
  for (let from = 0; from + rows <= height; from += step) {
    let ink = 0;
    // Every third pixel tells as much. The edges are left out: they are often black.
    const inner = { from: Math.floor(width * 0.05), to: Math.floor(width * 0.95) };
    for (let row = from; row < from + rows; row += 3) {
      for (let at = row * width + inner.from; at < row * width + inner.to; at += 3) {
        if ((data[at] ?? 255) < threshold) ink += 1;
      }
    }
    if (ink > best.ink) best = { ink, from };
  }
  const pixels = data.subarray(best.from * width, (best.from + rows) * width);
  return { width, height: rows, data: pixels };
}
