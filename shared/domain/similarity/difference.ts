import { alignWords, type Stretch } from './align';
import { type ComparedText, pageAt } from './compared-text';
import { isNearMiss } from './near-miss';
import { comparedWords, type ComparedWord } from './words';

/** How a piece of text stands to the other document. `slip`: spelt or read otherwise, the same word. */
export type PieceKind = 'same' | 'slip' | 'changed' | 'only';

export interface Piece {
  readonly kind: PieceKind;
  /** As it stands there, line breaks included. */
  readonly text: string;
  /** Offset in the document's compared text. */
  readonly start: number;
}

/** A paragraph of one or both documents, opposite each other. */
export interface DifferenceRow {
  /** The weightiest kind among its pieces. */
  readonly kind: PieceKind;
  readonly a: readonly Piece[];
  readonly b: readonly Piece[];
  readonly pageA: number;
  readonly pageB: number;
}

export interface Difference {
  readonly rows: readonly DifferenceRow[];
  /** Places where words are changed, or stand in one document only. */
  readonly changes: number;
  /** Places where a word is only spelt or read otherwise. */
  readonly slips: number;
}

/**
 * Lays two texts side by side: rows in reading order that hold both texts whole. A row ends where a
 * paragraph of the first document ends, or one that only the second has.
 */
export function differenceOf(a: ComparedText, b: ComparedText): Difference {
  const wordsA = comparedWords(a.text, 1);
  const wordsB = comparedWords(b.text, 1);
  const stretches = alignWords(
    wordsA.map(({ folded }) => folded),
    wordsB.map(({ folded }) => folded),
  );
  const rows = new RowBuilder({ ...a, words: wordsA }, { ...b, words: wordsB });
  let changes = 0;
  let slips = 0;
  for (const stretch of stretches) {
    const kind = kindOf(stretch, wordsA, wordsB, a.text, b.text);
    if (kind === 'slip') slips += 1;
    else if (kind !== 'same') changes += 1;
    rows.add(stretch, kind);
  }
  return { rows: rows.finish(), changes, slips };
}

function kindOf(
  stretch: Stretch,
  wordsA: readonly ComparedWord[],
  wordsB: readonly ComparedWord[],
  textA: string,
  textB: string,
): PieceKind {
  if (stretch.kind === 'same') return 'same';
  const ofA = wordsA.slice(stretch.a.from, stretch.a.to);
  const ofB = wordsB.slice(stretch.b.from, stretch.b.to);
  if (ofA.length === 0 || ofB.length === 0) {
    // A speck that was read as a letter. A lone figure is never one.
    const lone = [...ofA, ...ofB];
    const text = ofA.length > 0 ? textA : textB;
    return lone.length === 1 &&
      lone.every(({ start, end }) => /^\p{L}$/u.test(text.slice(start, end)))
      ? 'slip'
      : 'only';
  }
  const joinedA = ofA.map(({ folded }) => folded).join('');
  const joinedB = ofB.map(({ folded }) => folded).join('');
  // A figure that differs is never a slip.
  const figures = (words: readonly ComparedWord[], text: string): boolean =>
    words.some(({ start, end }) => /\d/.test(text.slice(start, end)));
  const isSlip =
    joinedA === joinedB ||
    (ofA.length <= 3 &&
      ofB.length <= 3 &&
      !figures(ofA, textA) &&
      !figures(ofB, textB) &&
      isNearMiss(joinedA, joinedB));
  return isSlip ? 'slip' : 'changed';
}

type Side = ComparedText & { readonly words: readonly ComparedWord[] };

const weights: Readonly<Record<PieceKind, number>> = { same: 0, slip: 1, only: 2, changed: 3 };

/** Cuts stretches of words into rows, with all that stands between the words. */
class RowBuilder {
  readonly #rows: DifferenceRow[] = [];
  readonly #a: SideBuilder;
  readonly #b: SideBuilder;
  #kind: PieceKind = 'same';

  constructor(a: Side, b: Side) {
    this.#a = new SideBuilder(a);
    this.#b = new SideBuilder(b);
  }

  add({ a, b }: Stretch, kind: PieceKind): void {
    if (kind === 'same' || kind === 'slip') {
      // Word by word, so that both sides are cut at the same place.
      const count = Math.max(a.to - a.from, b.to - b.from);
      for (let step = 0; step < count; step += 1) {
        const ends = [
          this.#a.take(kind, Math.min(a.from + step, a.to), Math.min(a.from + step + 1, a.to)),
          this.#b.take(kind, Math.min(b.from + step, b.to), Math.min(b.from + step + 1, b.to)),
        ];
        this.#mark(kind);
        const isLast = step === count - 1 || kind === 'same';
        if (isLast && ends[0] === true) this.#cut();
      }
      return;
    }
    this.#mark(kind);
    this.#a.take(kind, a.from, a.to, () => {
      if (a.to - a.from > 0 && b.to === b.from) this.#cutAfter(kind);
    });
    const endsB = this.#b.take(kind, b.from, b.to, () => {
      if (a.to === a.from) this.#cutAfter(kind);
    });
    if (this.#a.isAtBreak && (a.to > a.from || endsB)) this.#cut();
  }

  finish(): DifferenceRow[] {
    this.#a.rest();
    this.#b.rest();
    this.#cut();
    return this.#rows;
  }

  #mark(kind: PieceKind): void {
    if (weights[kind] > weights[this.#kind]) this.#kind = kind;
  }

  /** Ends a row in the middle of a stretch; what follows of it is of the same kind. */
  #cutAfter(kind: PieceKind): void {
    this.#cut();
    this.#mark(kind);
  }

  #cut(): void {
    const a = this.#a.cut();
    const b = this.#b.cut();
    if (a.pieces.length === 0 && b.pieces.length === 0) return;
    // A row that ends with a stretch has nothing of it, whatever was marked.
    const kinds = [...a.pieces, ...b.pieces].map(({ kind }) => kind);
    const kind = kinds.reduce<PieceKind>(
      (most, each) => (weights[each] > weights[most] ? each : most),
      'same',
    );
    this.#rows.push({ kind, a: a.pieces, b: b.pieces, pageA: a.page, pageB: b.page });
    this.#kind = 'same';
  }
}

/** Puts one document's words back into its text, with the marks that stand around them. */
class SideBuilder {
  readonly #side: Side;
  /** Up to where the text has been given out. */
  #at = 0;
  #nextBreak = 0;
  #pieces: Piece[] = [];
  isAtBreak = true;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Takes words; true where a paragraph ends after the last of them. `onBreak` is called at each end inside. */
  take(kind: PieceKind, from: number, to: number, onBreak?: () => void): boolean {
    const { words, text } = this.#side;
    for (let word = from; word < to; word += 1) {
      const next = words[word + 1]?.start ?? text.length;
      const { start, end } = words[word] ?? { start: this.#at, end: this.#at };
      const stop = this.#breakBetween(end, next);
      this.#give('same', start);
      this.#give(kind, end);
      // What stands between two words goes with the first, up to the paragraph's end.
      this.#give(word < to - 1 ? kind : 'same', stop ?? next);
      this.isAtBreak = stop !== null;
      if (this.isAtBreak && word < to - 1) onBreak?.();
    }
    return this.isAtBreak && to > from;
  }

  /** All that is left. */
  rest(): void {
    if (this.#side.text.slice(this.#at).trim() !== '') this.#give('same', this.#side.text.length);
  }

  cut(): { pieces: Piece[]; page: number } {
    const pieces = this.#pieces;
    const start = pieces[0]?.start ?? this.#at;
    this.#pieces = [];
    return { pieces, page: pageAt(this.#side, start) };
  }

  #breakBetween(from: number, to: number): number | null {
    const { breaks } = this.#side;
    while ((breaks[this.#nextBreak] ?? Infinity) < from) this.#nextBreak += 1;
    const next = breaks[this.#nextBreak];
    if (next === undefined || next > to) return null;
    this.#nextBreak += 1;
    return next;
  }

  #give(kind: PieceKind, end: number): void {
    const start = this.#at;
    if (end <= start) return;
    const text = this.#side.text.slice(start, end);
    this.#at = end;
    const last = this.#pieces.at(-1);
    if (last?.kind === kind) {
      this.#pieces[this.#pieces.length - 1] = { ...last, text: last.text + text };
    } else if (text.trim() !== '' || this.#pieces.length > 0) {
      this.#pieces.push({ kind, text, start });
    }
  }
}
