import type { LooseBlock } from './page-breaks';
import { RtfStream } from './rtf-stream';
import type { RtfStyles } from './rtf-styles';
import type { Aside } from './rtf-words';

/** The body of an RTF file and what stands apart from it, each a stream of its own. */
export class RtfStreams {
  readonly #styles: RtfStyles;
  /** The body, and inside it whatever is open. */
  readonly #open: RtfStream[];
  readonly #notes: LooseBlock[] = [];
  /** Each once, though they stand in every section of the file. */
  readonly #headers = new Set<string>();
  readonly #footers = new Set<string>();
  #noteCount = 0;

  constructor(styles: RtfStyles) {
    this.#styles = styles;
    this.#open = [new RtfStream(styles)];
  }

  /** What text goes into now. */
  get current(): RtfStream {
    const stream = this.#open.at(-1);
    if (stream === undefined) throw new Error('No stream is open');
    return stream;
  }

  /** The mark in the text of the note that begins, `[1]`; it stands before the note too. */
  nextMark(): string {
    this.#noteCount += 1;
    return this.#mark();
  }

  begin(): void {
    this.#open.push(new RtfStream(this.#styles));
  }

  /** A note goes to the end of the document, a box before the paragraph that it stands beside. */
  end(kind: Aside): void {
    if (this.#open.length === 1) return;
    const blocks = this.#open.pop()?.finish() ?? [];
    if (kind === 'note') {
      const text = blocks.map((block) => block.text).join('\n');
      this.#notes.push(aParagraph(`${this.#mark()} ${text}`.trim()));
    } else if (kind === 'box') {
      this.current.putBlocks(blocks);
    } else {
      const lines = kind === 'header' ? this.#headers : this.#footers;
      for (const { text } of blocks) lines.add(text.replace(/\t/g, ' '));
    }
  }

  /** Ends all that is open: page headers first, then the body, then notes and page footers. */
  finish(): LooseBlock[] {
    while (this.#open.length > 1) this.end('box');
    const body = this.current.finish();
    return [
      ...[...this.#headers].map(aParagraph),
      ...body,
      ...this.#notes,
      ...[...this.#footers].map(aParagraph),
    ];
  }

  #mark(): string {
    return `[${this.#noteCount}]`;
  }
}

const aParagraph = (text: string): LooseBlock => ({ kind: 'paragraph', level: 0, text });
