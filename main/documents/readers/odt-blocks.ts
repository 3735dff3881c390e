import type { DocumentNotice } from '../../../shared/domain/page';
import { BlockBuilder } from './block-builder';
import { odtMarker, type OdtStyles } from './odt-styles';
import { haveText, type LooseBlock } from './page-breaks';
import { readXml, XmlError, type XmlHandler } from './xml';

/** Rows that are told to repeat are there to fill the page; a few may be meant. */
const MOST_REPEATED = 50;

/** What is no text of the document, with everything inside. */
const SKIPPED = new Set([
  ...['text:tracked-changes', 'office:annotation', 'text:note-citation', 'text:ruby-text'],
  ...['svg:title', 'svg:desc', 'office:forms', 'office:scripts', 'text:hidden-text'],
  ...['office:event-listeners', 'draw:object', 'draw:object-ole', 'draw:image', 'math:math'],
]);

type Attributes = Readonly<Record<string, string>>;

interface List {
  readonly style: string | undefined;
  number: number;
}

/** Where text goes that stands apart: a note, or a box beside a paragraph. */
interface Stream {
  readonly builder: BlockBuilder;
  /** Open paragraphs; text outside of one is none. */
  paragraphs: number;
  spaced: boolean;
  lists: List[];
  /** Of the item that was begun and has no text yet. */
  marker: string | undefined;
  /** Boxes that stand in the open paragraph come after it. */
  after: LooseBlock[];
}

/** Makes blocks of the parts of an OpenDocument text. */
export class OdtReader {
  readonly #styles: OdtStyles;
  readonly #notices = new Set<DocumentNotice>();
  readonly #streams: Stream[] = [aStream()];
  readonly #notes: LooseBlock[] = [];
  readonly #headers = new Set<string>();
  readonly #footers = new Set<string>();
  /** The last number of each list style, by depth, for lists that go on after other text. */
  readonly #lastNumbers = new Map<string, number>();
  /** Numbers of headings, by level. */
  readonly #outline: number[] = [];
  /** Open elements from the outermost one that is skipped. */
  #skipped = 0;
  #inHeaderRows = 0;
  #noteCount = 0;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  /** The body of the document. Throws `XmlError`. */
  readContent(part: Uint8Array): void {
    let inText = 0;
    let found = false;
    const handler = this.#handler();
    readXml(part, {
      open: (name, attributes) => {
        if (inText > 0) {
          inText += 1;
          handler.open(name, attributes);
        } else if (name === 'office:text') {
          inText = 1;
          found = true;
        }
      },
      text: (text) => {
        if (inText > 0) handler.text?.(text);
      },
      close: (name) => {
        if (inText > 1) handler.close?.(name);
        if (inText > 0) inText -= 1;
      },
    });
    if (!found) throw new XmlError('no text in content.xml');
  }

  /** The headers and footers of all pages, each different line once. Throws `XmlError`. */
  readMasterPages(part: Uint8Array): void {
    let inner: OdtReader | null = null;
    let handler: XmlHandler | null = null;
    let depth = 0;
    readXml(part, {
      open: (name, attributes) => {
        if (handler !== null) {
          depth += 1;
          handler.open(name, attributes);
        } else if (/^style:(?:header|footer)(?:-first|-left)?$/.test(name)) {
          inner = new OdtReader(this.#styles);
          handler = inner.#handler();
          depth = 1;
        }
      },
      text: (text) => handler?.text?.(text),
      close: (name) => {
        if (handler === null) return;
        depth -= 1;
        if (depth > 0) {
          handler.close?.(name);
          return;
        }
        const lines = name.startsWith('style:header') ? this.#headers : this.#footers;
        for (const { text } of inner?.finish().blocks ?? []) lines.add(text.replace(/\t/g, ' '));
        handler = null;
      },
    });
  }

  finish(): { blocks: LooseBlock[]; notices: DocumentNotice[] } {
    while (this.#streams.length > 1) this.#endStream();
    const { builder, after } = this.#stream;
    const lines = (texts: ReadonlySet<string>): LooseBlock[] =>
      [...texts].map((text) => ({ kind: 'paragraph', level: 0, text }));
    const blocks = [
      ...lines(this.#headers),
      ...builder.finish(),
      ...after,
      ...this.#notes,
      ...lines(this.#footers),
    ];
    if (!haveText(blocks)) this.#notices.add('no-text');
    return { blocks, notices: [...this.#notices] };
  }

  get #stream(): Stream {
    const stream = this.#streams.at(-1);
    if (stream === undefined) throw new Error('No stream is open');
    return stream;
  }

  #handler(): XmlHandler {
    return {
      open: (name, attributes) => {
        if (this.#skipped > 0) {
          this.#skipped += 1;
          // Changes of layout alone leave the text as it is.
          if (name === 'text:insertion' || name === 'text:deletion') {
            this.#notices.add('tracked-changes');
          }
        } else if (this.#isSkipped(name, attributes)) {
          this.#skipped = 1;
        } else this.#open(name, attributes);
      },
      text: (text) => {
        if (this.#skipped === 0 && this.#stream.paragraphs > 0) this.#text(text);
      },
      close: (name) => {
        if (this.#skipped > 0) this.#skipped -= 1;
        else this.#close(name);
      },
    };
  }

  #isSkipped(name: string, attributes: Attributes): boolean {
    if (name === 'office:annotation') this.#notices.add('comments');
    const isHidden =
      name === 'text:hidden-text' ||
      attributes['text:display'] === 'none' ||
      (name === 'text:hidden-paragraph' && attributes['text:is-hidden'] !== 'false') ||
      (/^text:(?:p|h|span)$/.test(name) && this.#styles.isHidden(attributes['text:style-name']));
    if (isHidden) this.#notices.add('hidden');
    return isHidden || SKIPPED.has(name);
  }

  #open(name: string, attributes: Attributes): void {
    const stream = this.#stream;
    const { builder } = stream;
    switch (name) {
      case 'text:h':
      case 'text:p':
        return this.#paragraph(name, attributes);
      case 'text:s':
        return builder.add(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1) || 1)));
      case 'text:tab':
        stream.spaced = true;
        return builder.add('\t');
      case 'text:line-break':
        stream.spaced = true;
        return builder.add('\n');
      case 'text:list':
        return this.#list(attributes);
      case 'text:list-item':
        return this.#item(attributes);
      case 'text:list-header':
        stream.marker = undefined;
        return undefined;
      case 'text:note':
        this.#noteCount += 1;
        return this.#text(`[${this.#noteCount}]`);
      case 'text:note-body':
      case 'draw:text-box':
        this.#streams.push(aStream());
        return undefined;
      case 'table:table':
        return builder.beginTable();
      case 'table:table-header-rows':
        this.#inHeaderRows += 1;
        return undefined;
      case 'table:table-row':
        return builder.beginRow({ header: this.#inHeaderRows > 0 });
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const repeated = Number(attributes['table:number-columns-repeated'] ?? 1) || 1;
        return builder.beginCell({ span: Math.min(MOST_REPEATED, repeated) });
      }
    }
  }

  #close(name: string): void {
    const stream = this.#stream;
    switch (name) {
      case 'text:h':
      case 'text:p':
        stream.paragraphs = Math.max(0, stream.paragraphs - 1);
        stream.builder.end();
        if (stream.paragraphs > 0) return;
        for (const block of stream.after) stream.builder.put(block);
        stream.after = [];
        return;
      case 'text:list':
        this.#endList();
        return;
      case 'text:note-body':
      case 'draw:text-box':
        this.#endStream(name === 'text:note-body' ? this.#noteCount : null);
        return;
      case 'table:table':
        stream.builder.endTable();
        return;
      case 'table:table-header-rows':
        this.#inHeaderRows -= 1;
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        stream.builder.endCell();
    }
  }

  #paragraph(name: string, attributes: Attributes): void {
    const stream = this.#stream;
    stream.paragraphs += 1;
    stream.spaced = true;
    const depth = stream.lists.length;
    const { marker } = stream;
    stream.marker = undefined;
    const level =
      name === 'text:h'
        ? Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1))
        : this.#styles.headingLevel(attributes['text:style-name']);
    if (level !== null) {
      const isNumbered = name === 'text:h' && depth === 0;
      const number = isNumbered ? this.#headingNumber(level, attributes) : marker;
      stream.builder.begin({ kind: 'heading', level, marker: number });
    } else if (depth > 0) stream.builder.begin({ kind: 'list-item', level: depth, marker });
    else stream.builder.begin({ kind: 'paragraph' });
  }

  /** The number that the document gives to its headings, where it does. */
  #headingNumber(level: number, attributes: Attributes): string | undefined {
    const { outline } = this.#styles;
    if (outline.size === 0 || attributes['text:is-list-header'] === 'true') return undefined;
    for (let index = 0; index < level; index += 1) this.#outline[index] ??= 0;
    this.#outline.length = level;
    this.#outline[level - 1] = (this.#outline[level - 1] ?? 0) + 1;
    return odtMarker(outline, this.#outline);
  }

  /** Levels spaces as OpenDocument does: several are one, unless they are marked as meant. */
  #text(text: string): void {
    const stream = this.#stream;
    const levelled = text.replace(/[ \t\r\n]+/g, ' ').replace(/\u00a0/g, ' ');
    const added = stream.spaced && levelled.startsWith(' ') ? levelled.slice(1) : levelled;
    if (added === '') return;
    stream.builder.add(added);
    stream.spaced = added.endsWith(' ');
  }

  #list(attributes: Attributes): void {
    const { lists } = this.#stream;
    const style = attributes['text:style-name'] ?? lists.at(-1)?.style;
    const level = this.#styles.listStyle(style).get(lists.length + 1);
    const start = level?.kind === 'number' ? level.start : 1;
    const goesOn =
      attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in attributes;
    const last = goesOn ? this.#lastNumbers.get(`${style ?? ''} ${lists.length + 1}`) : undefined;
    lists.push({ style, number: last ?? start - 1 });
  }

  #item(attributes: Attributes): void {
    const stream = this.#stream;
    const list = stream.lists.at(-1);
    if (list === undefined) return;
    list.number = Number(attributes['text:start-value'] ?? list.number + 1) || 1;
    stream.marker = odtMarker(
      this.#styles.listStyle(list.style),
      stream.lists.map(({ number }) => number),
    );
  }

  #endList(): void {
    const { lists } = this.#stream;
    const list = lists.at(-1);
    if (list !== undefined) {
      this.#lastNumbers.set(`${list.style ?? ''} ${lists.length}`, list.number);
    }
    lists.pop();
  }

  /** A note goes to the end of the document, a box behind the paragraph that it stands in. */
  #endStream(note: number | null = null): void {
    if (this.#streams.length === 1) return;
    const ended = this.#streams.pop();
    const blocks = [...(ended?.builder.finish() ?? []), ...(ended?.after ?? [])];
    if (note !== null) {
      const text = blocks.map((block) => block.text).join('\n');
      this.#notes.push({ kind: 'paragraph', level: 0, text: `[${note}] ${text}`.trim() });
      return;
    }
    const stream = this.#stream;
    if (stream.paragraphs > 0) stream.after.push(...blocks);
    else for (const block of blocks) stream.builder.put(block);
  }
}

function aStream(): Stream {
  return {
    builder: new BlockBuilder(),
    paragraphs: 0,
    spaced: true,
    lists: [],
    marker: undefined,
    after: [],
  };
}
