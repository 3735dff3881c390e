import type { DocumentNotice } from '../../../shared/domain/page';
import { TooDeepError } from './html-blocks';
import type { LooseBlock } from './page-breaks';
import { decodePage, symbolFor } from './rtf-encoding';
import { RtfFonts } from './rtf-fonts';
import { RtfStream } from './rtf-stream';
import { RtfStyles } from './rtf-styles';
import type { RtfHandler } from './rtf-tokens';
import {
  type Aside,
  ASIDES,
  CHARACTERS,
  type Destination,
  DESTINATIONS,
  SKIPPED,
} from './rtf-words';

/** Groups inside each other; Word writes some dozens. */
const RTF_DEPTH = 1_000;

/** What a group inherits from the one around it, and leaves again at its end. */
interface Group {
  destination: Destination;
  /** Characters that stand after `\u` for readers that do not know it. */
  skipAfterUnicode: number;
  font: number | null;
  hidden: boolean;
  deleted: boolean;
  bold: boolean;
  /** Ended together with the group. */
  stream: Aside | null;
}

/** Makes blocks of the pieces of an RTF file. */
export class RtfReader implements RtfHandler {
  readonly #groups: Group[] = [];
  #group: Group = {
    destination: 'skip',
    skipAfterUnicode: 1,
    font: null,
    hidden: false,
    deleted: false,
    bold: false,
    stream: null,
  };
  readonly #styles = new RtfStyles();
  readonly #fonts = new RtfFonts();
  readonly #streams = [new RtfStream(this.#styles)];
  readonly #notes: LooseBlock[] = [];
  readonly #headers = new Set<string>();
  readonly #footers = new Set<string>();
  readonly #notices = new Set<DocumentNotice>();
  /** Bytes that wait for the rest of their character. */
  #bytes: number[] = [];
  #toSkip = 0;
  #isOptional = false;
  /** The next word is the first one of its group, which names what the group is. */
  #isFirst = false;
  #noteCount = 0;

  open(): void {
    this.#flush();
    if (this.#groups.length >= RTF_DEPTH) throw new TooDeepError(RTF_DEPTH);
    this.#groups.push(this.#group);
    const isWhole = this.#groups.length === 1;
    this.#group = {
      ...this.#group,
      stream: null,
      destination: isWhole ? 'text' : this.#group.destination,
    };
    this.#toSkip = 0;
    this.#isFirst = true;
    this.#isOptional = false;
  }

  close(): void {
    this.#flush();
    const { stream, destination } = this.#group;
    if (stream !== null) this.#endStream(stream);
    this.#group = this.#groups.pop() ?? this.#group;
    if (destination === 'styles') this.#styles.end();
    this.#toSkip = 0;
    this.#isFirst = false;
    this.#isOptional = false;
  }

  byte(byte: number): void {
    this.#isFirst = false;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    if (this.#group.destination !== 'skip') this.#bytes.push(byte);
  }

  symbol(character: string): void {
    if (character === '*') {
      this.#isOptional = true;
      return;
    }
    this.#isFirst = false;
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#flush();
    if (character === '~') this.#put(' ');
    else if (character === '_') this.#put('-');
    else if (/[\\{}]/.test(character)) this.#put(character);
  }

  word(name: string, value: number | null): void {
    const isFirst = this.#isFirst;
    const isOptional = this.#isOptional;
    this.#isFirst = false;
    this.#isOptional = false;
    if (name === 'u' && value !== null) {
      this.#unicode(value);
      return;
    }
    this.#flush();
    if ((isFirst || isOptional) && this.#destination(name, isOptional)) return;
    const { destination } = this.#group;
    if (destination === 'fonts') this.#fonts.word(name, value);
    else if (destination === 'styles') this.#styles.word(name, value);
    else if (destination === 'marker') this.#markerWord(name, value);
    else if (destination === 'text') this.#textWord(name, value);
  }

  finish(): { blocks: LooseBlock[]; notices: DocumentNotice[] } {
    this.#flush();
    while (this.#streams.length > 1) this.#endStream('box');
    const body = this.#stream.finish();
    const lines = (texts: ReadonlySet<string>): LooseBlock[] =>
      [...texts].map((text) => ({ kind: 'paragraph', level: 0, text }));
    const blocks = [...lines(this.#headers), ...body, ...this.#notes, ...lines(this.#footers)];
    if (blocks.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))) this.#notices.add('no-text');
    return { blocks, notices: [...this.#notices] };
  }

  get #stream(): RtfStream {
    const stream = this.#streams.at(-1);
    if (stream === undefined) throw new Error('No stream is open');
    return stream;
  }

  /** What the group is, when its first word says so; true when that was all that the word means. */
  #destination(name: string, isOptional: boolean): boolean {
    const group = this.#group;
    if (group.destination === 'choice' && name === 'ud') {
      group.destination = 'text';
      return true;
    }
    if (group.destination === 'shape' && /^(?:shptxt|dptxbxtext)$/.test(name)) {
      this.#beginStream('box');
      return true;
    }
    if (group.destination === 'skip' || group.destination === 'choice') return true;
    const destination = DESTINATIONS.get(name);
    if (destination !== undefined) {
      group.destination = destination;
      return true;
    }
    const aside = ASIDES.get(name);
    if (aside !== undefined) {
      if (aside === 'note') this.#put(`[${(this.#noteCount += 1)}]`);
      this.#beginStream(aside);
      return true;
    }
    switch (name) {
      case 'annotation':
        this.#notices.add('comments');
        group.destination = 'skip';
        return true;
      // Not needed to be understood by all, but text.
      case 'fldrslt':
      case 'shppict':
      case 'ud':
        return isOptional;
    }
    // Styles other than those of paragraphs are marked as optional; they have names all the same.
    if (group.destination === 'styles' && /^[cdt]?s$/.test(name)) return false;
    if (isOptional || SKIPPED.has(name)) {
      group.destination = 'skip';
      return true;
    }
    return false;
  }

  #markerWord(name: string, value: number | null): void {
    if (name === 'f' || name === 'uc') this.#textWord(name, value);
    else this.#put(CHARACTERS.get(name) ?? '');
  }

  #textWord(name: string, value: number | null): void {
    const group = this.#group;
    const stream = this.#stream;
    const { paragraph } = stream;
    const isOn = value !== 0;
    const character = CHARACTERS.get(name);
    if (character !== undefined) {
      this.#put(character);
      return;
    }
    if (this.#fonts.fileWord(name, value)) return;
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        return stream.endParagraph();
      case 'pard':
        stream.resetParagraph();
        return undefined;
      case 'plain':
        Object.assign(group, { hidden: false, deleted: false, bold: false, font: null });
        return undefined;
      case 'f':
        group.font = value;
        return undefined;
      case 'uc':
        group.skipAfterUnicode = Math.min(16, Math.max(0, value ?? 1));
        return undefined;
      case 'b':
        group.bold = isOn;
        return undefined;
      case 'v':
        group.hidden = isOn;
        return undefined;
      case 'deleted':
        group.deleted = isOn;
        return undefined;
      case 'revised':
        if (isOn) this.#notices.add('tracked-changes');
        return undefined;
      case 's':
        paragraph.style = value;
        return undefined;
      case 'outlinelevel':
        paragraph.outline = value;
        return undefined;
      case 'ilvl':
        paragraph.level = Math.min(8, Math.max(0, value ?? 0));
        return undefined;
      case 'ls':
        paragraph.isItem = isOn;
        return undefined;
      case 'intbl':
        paragraph.inTable = isOn;
        return undefined;
      case 'trowd':
        stream.isDefined = true;
        stream.isHeader = false;
        return undefined;
      case 'trhdr':
        stream.isHeader = true;
        return undefined;
      case 'nestcell':
      case 'nestrow':
        return stream.endParagraph();
      case 'cell':
        return stream.endCell();
      case 'row':
        return stream.endRow();
    }
  }

  /** A code unit of UTF-16; beyond 32,767 they are written as negative numbers. */
  #unicode(value: number): void {
    this.#flush();
    this.#toSkip = this.#group.skipAfterUnicode;
    const unit = value < 0 ? value + 65_536 : value;
    if (unit < 0 || unit > 0xffff) return;
    // The private area that symbol fonts are put into.
    this.#put(
      unit >= 0xf000 && unit <= 0xf0ff ? symbolFor(unit - 0xf000) : String.fromCharCode(unit),
    );
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    this.#put(decodePage(bytes, this.#fonts.pageOf(this.#group.font)));
  }

  #put(text: string): void {
    const { destination, hidden, deleted, bold } = this.#group;
    const stream = this.#stream;
    if (destination === 'styles') this.#styles.text(text);
    if (destination === 'marker') stream.marker += text;
    if (destination !== 'text') return;
    if (deleted || hidden) {
      if (text.trim() !== '') this.#notices.add(deleted ? 'tracked-changes' : 'hidden');
      return;
    }
    stream.put(text, bold);
  }

  #beginStream(kind: Aside): void {
    Object.assign(this.#group, { destination: 'text', stream: kind, hidden: false, bold: false });
    this.#streams.push(new RtfStream(this.#styles));
  }

  /** A note goes to the end of the document, a box before the paragraph that it stands beside. */
  #endStream(kind: Aside): void {
    if (this.#streams.length === 1) return;
    this.#flush();
    const blocks = this.#streams.pop()?.finish() ?? [];
    if (kind === 'note') {
      const text = blocks.map((block) => block.text).join('\n');
      this.#notes.push({
        kind: 'paragraph',
        level: 0,
        text: `[${this.#noteCount}] ${text}`.trim(),
      });
    } else if (kind === 'box') {
      this.#stream.putBlocks(blocks);
    } else {
      const lines = kind === 'header' ? this.#headers : this.#footers;
      for (const { text } of blocks) lines.add(text.replace(/\t/g, ' '));
    }
  }
}
