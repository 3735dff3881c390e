import type { DocumentNotice } from '../../../shared/domain/page';
import { BlockBuilder } from './block-builder';
import { TooDeepError } from './html-blocks';
import type { LooseBlock } from './page-breaks';
import { decodePage, pageOfCharset, symbolFor } from './rtf-encoding';
import type { RtfHandler } from './rtf-tokens';

/** Groups inside each other; Word writes some dozens. */
export const RTF_DEPTH = 1_000;

/** Longest paragraph in bold that counts as a heading. */
const HEADING_LENGTH = 90;

/** Where the text of a group goes. `shape` is a drawing: only the text box in it is text. */
type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'marker' | 'choice' | 'shape';

/** Groups whose words are no text of the document. */
const SKIPPED = new Set([
  ...['colortbl', 'info', 'pict', 'object', 'fldinst', 'datafield', 'nonshppict', 'shprslt'],
  ...['listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl', 'pgptbl'],
  ...['themedata', 'colorschememapping', 'datastore', 'latentstyles', 'filetbl', 'pn', 'xe', 'tc'],
  ...['bkmkstart', 'bkmkend', 'atnid', 'atnauthor', 'atndate', 'atnref', 'atntime', 'atnicn'],
  ...['atnparent', 'sp', 'sn', 'sv', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['userprops', 'docvar', 'formfield', 'mmathPr', 'nesttableprops', 'nonesttables', 'template'],
]);

/** Words that stand for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

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
  stream: 'note' | 'header' | 'footer' | 'box' | null;
}

/** What `\pard` resets. */
interface Paragraph {
  style: number | null;
  outline: number | null;
  level: number;
  isItem: boolean;
  inTable: boolean;
}

/** Text that stands apart: the body, a note, a header, a box. */
interface Stream {
  readonly builder: BlockBuilder;
  paragraph: Paragraph;
  text: string;
  /** All letters so far are bold. */
  bold: boolean;
  marker: string;
  /** A table is open; a row and a cell of it are. */
  table: boolean;
  row: boolean;
  cell: boolean;
  /** Between the definition of a row and its end; the row is one that names columns. */
  defined: boolean;
  header: boolean;
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
  readonly #streams: Stream[] = [aStream()];
  readonly #notes: LooseBlock[] = [];
  readonly #headers = new Set<string>();
  readonly #footers = new Set<string>();
  readonly #notices = new Set<DocumentNotice>();
  /** Code page by font. */
  readonly #fonts = new Map<number, number>();
  #definedFont = 0;
  #defaultFont: number | null = null;
  #page = 1252;
  /** Level of heading by number of style. */
  readonly #headings = new Map<number, number>();
  #style = { number: 0, name: '', outline: null as number | null };
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
    if (destination === 'styles') this.#endStyle();
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
    if (destination === 'fonts') this.#fontWord(name, value);
    else if (destination === 'styles') this.#styleWord(name, value);
    else if (destination === 'marker') this.#markerWord(name, value);
    else if (destination === 'text') this.#textWord(name, value);
  }

  finish(): { blocks: LooseBlock[]; notices: DocumentNotice[] } {
    this.#flush();
    while (this.#streams.length > 1) this.#endStream('box');
    this.#endParagraph(true);
    const lines = (texts: ReadonlySet<string>): LooseBlock[] =>
      [...texts].map((text) => ({ kind: 'paragraph', level: 0, text }));
    const blocks = [
      ...lines(this.#headers),
      ...this.#stream.builder.finish(),
      ...this.#notes,
      ...lines(this.#footers),
    ];
    if (blocks.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))) this.#notices.add('no-text');
    return { blocks, notices: [...this.#notices] };
  }

  get #stream(): Stream {
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
    switch (name) {
      case 'fonttbl':
        group.destination = 'fonts';
        return true;
      case 'stylesheet':
        group.destination = 'styles';
        return true;
      case 'listtext':
      case 'pntext':
        group.destination = 'marker';
        return true;
      case 'upr':
        group.destination = 'choice';
        return true;
      case 'shp':
      case 'shpinst':
      case 'shpgrp':
      case 'do':
        group.destination = 'shape';
        return true;
      case 'footnote':
        this.#noteCount += 1;
        this.#put(`[${this.#noteCount}]`);
        this.#beginStream('note');
        return true;
      case 'header':
      case 'headerl':
      case 'headerr':
      case 'headerf':
        this.#beginStream('header');
        return true;
      case 'footer':
      case 'footerl':
      case 'footerr':
      case 'footerf':
        this.#beginStream('footer');
        return true;
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

  #fontWord(name: string, value: number | null): void {
    if (name === 'f') this.#definedFont = value ?? 0;
    const page = name === 'fcharset' ? pageOfCharset(value ?? 0) : name === 'cpg' ? value : null;
    if (page !== null) this.#fonts.set(this.#definedFont, page);
  }

  #styleWord(name: string, value: number | null): void {
    if (name === 's') this.#style.number = value ?? 0;
    if (name === 'outlinelevel') this.#style.outline = value;
  }

  /** At the end of each style's group: its name, or its place in the outline, makes it a heading. */
  #endStyle(): void {
    const { number, name, outline } = this.#style;
    this.#style = { number: 0, name: '', outline: null };
    const title = name.replace(/;.*$/s, '').trim();
    const named = /^(?:heading|rubrik)\s*([1-9])$/i.exec(title)?.[1];
    if (named !== undefined) this.#headings.set(number, Math.min(6, Number(named)));
    else if (/^(?:title|rubrik|titel)$/i.test(title)) this.#headings.set(number, 1);
    else if (/^(?:subtitle|underrubrik)$/i.test(title)) this.#headings.set(number, 2);
    else if (outline !== null && outline < 9) this.#headings.set(number, Math.min(6, outline + 1));
  }

  #markerWord(name: string, value: number | null): void {
    if (name === 'f' || name === 'uc') this.#textWord(name, value);
    else this.#put(CHARACTERS[name] ?? '');
  }

  #textWord(name: string, value: number | null): void {
    const group = this.#group;
    const stream = this.#stream;
    const { paragraph } = stream;
    const isOn = value !== 0;
    const character = CHARACTERS[name];
    if (character !== undefined) {
      this.#put(character);
      return;
    }
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        return this.#endParagraph(false);
      case 'pard':
        stream.paragraph = aParagraph();
        return undefined;
      case 'plain':
        Object.assign(group, { hidden: false, deleted: false, bold: false, font: null });
        return undefined;
      case 'ansicpg':
        this.#page = value === null || value === 0 ? 1252 : value;
        return undefined;
      case 'mac':
        this.#page = 10_000;
        return undefined;
      case 'pc':
      case 'pca':
        this.#page = 850;
        return undefined;
      case 'deff':
        this.#defaultFont = value;
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
        stream.defined = true;
        stream.header = false;
        return undefined;
      case 'trhdr':
        stream.header = true;
        return undefined;
      case 'nestcell':
      case 'nestrow':
        return this.#endParagraph(false);
      case 'cell':
        return this.#endCell();
      case 'row':
        return this.#endRow();
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
    const font = this.#group.font ?? this.#defaultFont;
    const page = (font === null ? undefined : this.#fonts.get(font)) ?? this.#page;
    this.#put(decodePage(bytes, page));
  }

  #put(text: string): void {
    const { destination, hidden, deleted, bold } = this.#group;
    const stream = this.#stream;
    if (destination === 'styles') this.#style.name += text;
    if (destination === 'marker') stream.marker += text;
    if (destination !== 'text') return;
    if (deleted || hidden) {
      if (text.trim() !== '') this.#notices.add(deleted ? 'tracked-changes' : 'hidden');
      return;
    }
    if (text.trim() !== '') stream.bold &&= bold;
    stream.text += text;
  }

  /** Ends the paragraph that is open, and puts it where it belongs. */
  #endParagraph(isLast: boolean): void {
    this.#flush();
    const stream = this.#stream;
    const { builder, paragraph } = stream;
    const text = stream.text.replace(/[\u00a0\u0000]/g, ' ');
    const marker = stream.marker.trim().slice(0, 24);
    const isBold = stream.bold;
    Object.assign(stream, { text: '', marker: '', bold: true });
    if (isLast && text.trim() === '') return;
    this.#place();
    const level = this.#headingLevel(paragraph, isBold ? text.trim() : '');
    const isItem = paragraph.isItem || marker !== '';
    if (level !== null) builder.begin({ kind: 'heading', level, marker });
    else if (isItem) builder.begin({ kind: 'list-item', level: 1 + paragraph.level, marker });
    else builder.begin({ kind: 'paragraph' });
    builder.add(text);
    builder.end();
  }

  #headingLevel({ style, outline }: Paragraph, boldText: string): number | null {
    if (outline !== null && outline >= 0 && outline < 9) return Math.min(6, outline + 1);
    const named = style === null ? undefined : this.#headings.get(style);
    if (named !== undefined) return named;
    const isTitle =
      boldText !== '' && boldText.length <= HEADING_LENGTH && !/[.,;:]$/.test(boldText);
    return isTitle && !this.#stream.cell ? 2 : null;
  }

  /** Opens the cell that what comes next stands in, or ends the table before it. */
  #place(inTable = this.#stream.defined || this.#stream.paragraph.inTable): void {
    const stream = this.#stream;
    const { builder } = stream;
    if (!inTable) {
      if (stream.table) builder.endTable();
      Object.assign(stream, { table: false, row: false, cell: false });
      return;
    }
    if (!stream.table) builder.beginTable();
    if (!stream.row) builder.beginRow();
    if (!stream.cell) builder.beginCell();
    Object.assign(stream, { table: true, row: true, cell: true });
  }

  #endCell(): void {
    this.#endParagraph(true);
    this.#place(true);
    this.#stream.builder.endCell();
    this.#stream.cell = false;
  }

  #endRow(): void {
    const stream = this.#stream;
    // What stands behind the last cell of a row belongs to none, but is text.
    if (stream.text.trim() !== '') this.#endCell();
    if (stream.header && stream.row) stream.builder.markHeader();
    Object.assign(stream, { row: false, cell: false, defined: false, header: false });
  }

  #beginStream(kind: Exclude<Group['stream'], null>): void {
    Object.assign(this.#group, { destination: 'text', stream: kind, hidden: false, bold: false });
    this.#streams.push(aStream());
  }

  /** A note goes to the end of the document, a box before the paragraph that it stands beside. */
  #endStream(kind: Exclude<Group['stream'], null>): void {
    if (this.#streams.length === 1) return;
    this.#endParagraph(true);
    const blocks = this.#streams.pop()?.builder.finish() ?? [];
    if (kind === 'note') {
      const text = blocks.map((block) => block.text).join('\n');
      this.#notes.push({
        kind: 'paragraph',
        level: 0,
        text: `[${this.#noteCount}] ${text}`.trim(),
      });
    } else if (kind === 'box') {
      for (const block of blocks) this.#stream.builder.put(block);
    } else {
      const lines = kind === 'header' ? this.#headers : this.#footers;
      for (const { text } of blocks) lines.add(text.replace(/\t/g, ' '));
    }
  }
}

function aParagraph(): Paragraph {
  return { style: null, outline: null, level: 0, isItem: false, inTable: false };
}

function aStream(): Stream {
  return {
    builder: new BlockBuilder(),
    paragraph: aParagraph(),
    text: '',
    bold: true,
    marker: '',
    table: false,
    row: false,
    cell: false,
    defined: false,
    header: false,
  };
}
