/**
 * Finds a passage in a text that has changed in its letters, as when a page was recognised again: the
 * same words stand there, some of them read otherwise.
 *
 * The quote is sought together with what stood around it, by the least number of letters that must be
 * exchanged, put in or taken out (Sellers, _The theory and computation of evolutionary distances:
 * pattern recognition_, J. Algorithms 1, 1980). A place counts only when it is close enough, and
 * clearly closer than any other: a passage that points to the wrong words is worse than one that is
 * told to be missing.
 */

/** Part of the letters, of quote and surroundings together and of the quote alone, that may differ. */
const MOST_DIFFERENT = 0.3;
/** Between surroundings of so many letters, of which so few differ, more of a few words may be wrong. */
const FIRM = { letters: 24, part: 0.15, most: 0.6 };
/** Letters, and part of the whole, by which the next best place must be worse. */
const CLEARLY = { letters: 2, part: 0.06 };
/** Fewer letters in all than this say too little. */
const LEAST = 12;
/** Cells of the table, at most: a very long quote on a very long page is not sought. */
const MOST_CELLS = 40_000_000;

interface Sought {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The stretch of the text that is the quote, read otherwise; `null` where none is near enough, or two are. */
export function findTolerantly(
  { quote, prefix, suffix }: Sought,
  text: string,
): { start: number; end: number } | null {
  const levelled = levelledWithPlaces(text);
  const before = level(prefix).trimStart();
  const after = level(suffix).trimEnd();
  const words = level(quote).trim();
  const pattern = before + words + after;
  const length = pattern.length;
  if (length < LEAST || length * levelled.text.length > MOST_CELLS) return null;

  const { ends, table } = distances(pattern, levelled.text);
  const best = smallest(ends, () => true);
  if (best === null || best.distance > MOST_DIFFERENT * length) return null;
  const path = alignment(table, length, best.end);
  // Another place: one whose pattern would end well before or after this one's.
  const other = smallest(ends, (end) => Math.abs(end - best.end) > length / 2);
  const margin = Math.max(CLEARLY.letters, CLEARLY.part * length);
  if (other !== null && other.distance < best.distance + margin) return null;

  const from = path[before.length];
  const to = path[before.length + words.length];
  if (from === undefined || to === undefined || to.column <= from.column) return null;
  const wrong = to.cost - from.cost;
  const around = { letters: length - words.length, wrong: best.distance - wrong };
  const isFirm = around.letters >= FIRM.letters && around.wrong <= FIRM.part * around.letters;
  if (wrong > (isFirm ? FIRM.most : MOST_DIFFERENT) * words.length) return null;
  const found = trimmed(levelled.text, from.column, to.column);
  const start = levelled.places[found.start];
  const last = levelled.places[found.end - 1];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** Letters that must be exchanged, put in or taken out to make one text the other (Levenshtein). */
export function lettersApart(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const exchanged = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}

/** Case and spaces levelled, each letter with its place in the text. */
function levelledWithPlaces(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let levelled = '';
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const isSpace = /\s/.test(letter);
    if (isSpace && levelled.endsWith(' ')) continue;
    levelled += isSpace ? ' ' : oneLower(letter);
    places.push(index);
  }
  return { text: levelled, places };
}

const level = (text: string): string =>
  [...text.replace(/\s+/g, ' ')].map((letter) => [...letter].map(oneLower).join('')).join('');

/** Lower case, where that is one letter too: İ has two. */
function oneLower(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** Ways into a cell of the table. */
const SAME = 0;
const FROM_LEFT = 1;
const FROM_ABOVE = 2;
const EXCHANGED = 3;

interface Table {
  readonly steps: Uint8Array;
  readonly columns: number;
}

/**
 * For each place of the text, how far the best stretch that ends there is from the pattern; with the
 * ways that led there. It may begin anywhere.
 */
function distances(pattern: string, text: string): { ends: Int32Array; table: Table } {
  const columns = text.length + 1;
  const steps = new Uint8Array((pattern.length + 1) * columns);
  let above = new Int32Array(columns);
  let row = new Int32Array(columns);
  for (let i = 1; i <= pattern.length; i += 1) {
    row[0] = i;
    steps[i * columns] = FROM_ABOVE;
    const letter = pattern.charCodeAt(i - 1);
    for (let j = 1; j < columns; j += 1) {
      const isSame = letter === text.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? 0) + (isSame ? 0 : 1);
      let step = isSame ? SAME : EXCHANGED;
      const fromAbove = (above[j] ?? 0) + 1;
      if (fromAbove < cost) {
        cost = fromAbove;
        step = FROM_ABOVE;
      }
      const fromLeft = (row[j - 1] ?? 0) + 1;
      if (fromLeft < cost) {
        cost = fromLeft;
        step = FROM_LEFT;
      }
      row[j] = cost;
      steps[i * columns + j] = step;
    }
    [above, row] = [row, above];
  }
  return { ends: above, table: { steps, columns } };
}

function smallest(
  ends: Int32Array,
  counts: (end: number) => boolean,
): { end: number; distance: number } | null {
  let best: { end: number; distance: number } | null = null;
  for (let end = 0; end < ends.length; end += 1) {
    const distance = ends[end] ?? 0;
    if (counts(end) && (best === null || distance < best.distance)) best = { end, distance };
  }
  return best;
}

/** For each place of the pattern, where in the text it came to stand, and the differences up to there. */
function alignment(
  { steps, columns }: Table,
  length: number,
  end: number,
): { column: number; cost: number }[] {
  const back: { column: number; paid: number }[] = [{ column: end, paid: 0 }];
  let paid = 0;
  for (let i = length, j = end; i > 0;) {
    const step = steps[i * columns + j] ?? FROM_ABOVE;
    if (step !== SAME) paid += 1;
    if (step !== FROM_ABOVE) j -= 1;
    if (step !== FROM_LEFT) {
      i -= 1;
      back.push({ column: j, paid });
    }
  }
  return back.toReversed().map(({ column, paid: rest }) => ({ column, cost: paid - rest }));
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return { start: from, end: to };
}
