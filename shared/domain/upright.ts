import { type FoundLine, letterConfidence } from './recognition';
import type { Turn } from './turn';

/**
 * Which way up a scanned page is, told from how it reads.
 *
 * A recogniser that is given a page upside down reads all of it, and believes hardly a word: on the
 * scans of the sample collection it was 12 to 27 sure of pages that stood on their head; of those that
 * did not, 54 of one that came by fax and 85 or more of the others. A page that lies on its side it
 * may read well, line by line from top to bottom: then the lines are higher than they are wide.
 */

/** Below this a page may be the wrong way up: halfway between those that were and the poorest that was not. */
const DOUBTFUL = 40;

/** How much surer one way up must be than every other to be taken for the right one. */
const CLEARLY = 20;

/** Letters that are enough to judge by; a stamp or a photograph has fewer. */
const ENOUGH_LETTERS = 30;

/**
 * Fewer letters, down to so many, are enough where they are read so surely: on scans of a line or two
 * those the right way up were read with 95 or more, those on their head with 65 or less.
 */
const FEW_LETTERS = 8;
const SURELY = 90;

/** A part of a page as it reads when the page is turned. */
export interface WayUp {
  readonly turn: Turn;
  readonly lines: readonly FoundLine[];
}

/** By how much a page should be turned further, clockwise, to see whether it reads better; `[]`: it stands upright. */
export function turnsToTry(lines: readonly FoundLine[]): readonly Turn[] {
  const { letters, confidence } = letterConfidence(lines);
  // Of lines that run up or down the page and are askew as well, nothing is read.
  if (letters === 0 || liesSideways(lines)) return [90, 270];
  // A few may stand along the edge of a picture, and tell nothing of that.
  if (letters < FEW_LETTERS || runsSideways(lines)) return [];
  return confidence < enoughFor(letters) ? [180] : [];
}

/**
 * The one of several ways up that reads clearly better than all others, `null` where none does.
 *
 * @param asItLies the page's lines before it was turned
 */
export function clearlyUpright(
  asItLies: readonly FoundLine[],
  tried: readonly WayUp[],
): Turn | null {
  const [best, ...rest] = tried
    .map(({ turn, lines }) => ({ turn, lines, ...letterConfidence(lines) }))
    .toSorted((a, b) => b.confidence - a.confidence);
  if (best === undefined || best.letters < FEW_LETTERS) return null;
  if (best.confidence < enoughFor(best.letters) || runsSideways(best.lines)) return null;
  const others = rest.map(({ confidence }) => confidence);
  // Lines that run from top to bottom are not upright, however well they read.
  if (!liesSideways(asItLies)) others.push(letterConfidence(asItLies).confidence);
  return others.every((other) => best.confidence >= other + CLEARLY) ? best.turn : null;
}

/** The confidence that so many letters must be read with to stand upright. */
function enoughFor(letters: number): number {
  return letters < ENOUGH_LETTERS ? SURELY : DOUBTFUL;
}

/** Whether most of the letters stand in lines that run up or down the page. */
function runsSideways(lines: readonly FoundLine[]): boolean {
  return lettersSideways(lines) > letterConfidence(lines).letters / 2;
}

/** Whether so many do that the page lies on its side. */
function liesSideways(lines: readonly FoundLine[]): boolean {
  return lettersSideways(lines) >= ENOUGH_LETTERS && runsSideways(lines);
}

function lettersSideways(lines: readonly FoundLine[]): number {
  const sideways = lines.filter(({ box }) => box.y1 - box.y0 > 2 * (box.x1 - box.x0));
  return letterConfidence(sideways).letters;
}
