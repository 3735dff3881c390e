import { Parser } from 'htmlparser2';

import { BlockBuilder } from './block-builder';
import { bulletFor, type Counting, countedAs } from './list-markers';
import type { LooseBlock } from './page-breaks';

/** Elements inside each other; a page that somebody made has some dozens. */
const HTML_DEPTH = 1_000;

/** The document nests deeper than anything that is meant to be read. */
export class TooDeepError extends Error {
  override name = 'TooDeepError';
  constructor(readonly limit: number) {
    super(`nested deeper than ${limit}`);
  }
}

/** What is no text of the page, with everything inside. */
const NO_TEXT = new Set([
  ...['script', 'style', 'template', 'title', 'svg', 'math', 'datalist', 'noembed', 'noframes'],
  ...['iframe', 'frame', 'object', 'embed', 'applet', 'audio', 'video', 'canvas', 'map'],
]);

/** What begins on a line of its own. */
const BLOCKS = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dialog'],
  ...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'header'],
  ...['hgroup', 'hr', 'legend', 'main', 'menu', 'nav', 'ol', 'option', 'p', 'pre', 'search'],
  ...['section', 'summary', 'ul', 'caption'],
]);

const HIDING =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:[a-z%]|\s*[;!]|\s*$)/i;

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly name: string;
  /** A list counts its items; `null` for bullets. */
  list: { counting: Counting | null; next: number } | null;
  /** All cells of a row so far name something. */
  onlyHeads: boolean;
}

/**
 * The blocks of an HTML text, in reading order, and whether something in it was hidden.
 *
 * The text is taken apart as it comes, so no document is ever built of it. Tables that only arrange
 * a page give the text they hold.
 *
 * Throws `TooDeepError`.
 */
export function htmlBlocks(html: string): { blocks: LooseBlock[]; hidden: boolean } {
  const reader = new HtmlReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true });
  // In pieces: the parser copies what is left of its input for each piece of text that it gives.
  for (let start = 0; start < html.length; start += 65_536) {
    parser.write(html.slice(start, start + 65_536));
  }
  parser.end();
  return { blocks: reader.finish(), hidden: reader.hasHidden };
}

class HtmlReader {
  hasHidden = false;
  readonly #builder = new BlockBuilder();
  readonly #open: Element[] = [];
  /** How many elements are open from the outermost one that is not shown; 0 where all is shown. */
  #unseen = 0;
  #hiding = false;
  #pre = 0;
  /** The text so far ends with a space, or nothing stands before it. */
  #spaced = true;

  onopentag(name: string, attributes: Attributes): void {
    if (this.#open.length >= HTML_DEPTH) throw new TooDeepError(HTML_DEPTH);
    const element: Element = { name, list: null, onlyHeads: true };
    this.#open.push(element);
    if (this.#unseen > 0) {
      this.#unseen += 1;
      return;
    }
    const isHidden = 'hidden' in attributes || HIDING.test(attributes['style'] ?? '');
    if (NO_TEXT.has(name) || isHidden || isUnchosen(name, attributes)) {
      this.#unseen = 1;
      this.#hiding = isHidden;
      return;
    }
    this.#begin(element, attributes);
  }

  ontext(text: string): void {
    if (this.#unseen > 0) {
      if (this.#hiding && text.trim() !== '') this.hasHidden = true;
      return;
    }
    if (this.#pre > 0) {
      this.#builder.add(text.replace(/\r\n?/g, '\n'));
      this.#spaced = text.endsWith('\n');
      return;
    }
    // Non-breaking spaces are no spaces that HTML levels, but to a reader and a search they are spaces.
    const levelled = text.replace(/[ \t\r\n\f]+/g, ' ').replace(/\u00a0/g, ' ');
    const added = this.#spaced && levelled.startsWith(' ') ? levelled.slice(1) : levelled;
    if (added === '') return;
    this.#builder.add(added);
    this.#spaced = /\s$/.test(added);
  }

  onclosetag(name: string): void {
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at < 0) return;
    while (this.#open.length > at) {
      const element = this.#open.pop();
      if (element === undefined) return;
      if (this.#unseen > 0) this.#unseen -= 1;
      else this.#end(element);
    }
  }

  finish(): LooseBlock[] {
    return this.#builder.finish();
  }

  #begin(element: Element, attributes: Attributes): void {
    const builder = this.#builder;
    const { name } = element;
    const heading = /^h([1-6])$/.exec(name);
    if (heading) return this.#block('heading', Number(heading[1]));
    switch (name) {
      case 'br':
        return this.#line('\n');
      case 'input':
        return this.#input(attributes);
      case 'ul':
      case 'menu':
      case 'dir':
        element.list = { counting: null, next: 1 };
        break;
      case 'ol':
        element.list = {
          counting: countingOf(attributes['type']),
          next: integer(attributes['start']) ?? 1,
        };
        break;
      case 'li':
        return this.#item(attributes);
      case 'table':
        this.#spaced = true;
        return builder.beginTable({ mayBeLayout: true });
      case 'tr':
        this.#spaced = true;
        return builder.beginRow({ header: this.#isIn('thead', 'table') });
      case 'td':
      case 'th': {
        this.#spaced = true;
        const row = this.#open.findLast((each) => each.name === 'tr');
        if (row !== undefined && name === 'td') row.onlyHeads = false;
        return builder.beginCell({ span: integer(attributes['colspan']) ?? 1 });
      }
      case 'pre':
      case 'textarea':
        this.#pre += 1;
        break;
    }
    if (!BLOCKS.has(name)) return undefined;
    // The first paragraph of a list item is the item.
    if (this.#isIn('li', 'table') && builder.isWaiting) return undefined;
    return this.#block('paragraph', 0);
  }

  #end(element: Element): void {
    const { name } = element;
    const builder = this.#builder;
    if (name === 'pre' || name === 'textarea') this.#pre -= 1;
    if (name === 'table') {
      builder.endTable();
      this.#spaced = true;
    } else if (name === 'tr') {
      builder.endCell();
      if (element.onlyHeads) builder.markHeader();
      this.#spaced = true;
    } else if (BLOCKS.has(name) || /^(?:h[1-6]|li|td|th)$/.test(name)) {
      if (this.#isIn('li', 'table') && builder.isWaiting) return;
      builder.end();
      this.#spaced = true;
    }
  }

  #block(kind: 'heading' | 'paragraph', level: number): void {
    // What follows the first paragraph of a list item belongs to it, and stands below it.
    const depth = kind === 'paragraph' && this.#isIn('li', 'table') ? this.#listDepth() : 0;
    this.#builder.begin(depth > 0 ? { kind: 'list-item', level: depth } : { kind, level });
    this.#spaced = true;
  }

  #item(attributes: Attributes): void {
    const list = this.#open.findLast((each) => each.list !== null)?.list ?? null;
    const depth = Math.max(1, this.#listDepth());
    let marker = bulletFor(depth);
    if (list?.counting != null) {
      const number = integer(attributes['value']) ?? list.next;
      list.next = number + 1;
      marker = `${countedAs(list.counting, number)}.`;
    }
    this.#builder.begin({ kind: 'list-item', level: depth, marker });
    this.#spaced = true;
  }

  #listDepth(): number {
    return this.#open.filter((each) => each.list !== null).length;
  }

  /** Whether an element of this name is open, looking no further out than `until`. */
  #isIn(name: string, until: string): boolean {
    for (let index = this.#open.length - 1; index >= 0; index -= 1) {
      const open = this.#open[index]?.name;
      if (open === name) return true;
      if (open === until) return false;
    }
    return false;
  }

  #line(text: string): void {
    this.#builder.add(text);
    this.#spaced = true;
  }

  /** What is filled in in a form is part of the page. */
  #input({ type = 'text', checked, value = '' }: Attributes): void {
    if (/^(?:checkbox|radio)$/i.test(type)) this.#line(checked === undefined ? '☐ ' : '☒ ');
    else if (/^(?:text|number|date|email|tel|url|search)$/i.test(type)) this.ontext(` ${value} `);
  }
}

/** A choice in a form that was not made. */
const isUnchosen = (name: string, attributes: Attributes): boolean =>
  name === 'option' && !('selected' in attributes);

function countingOf(type: string | undefined): Counting {
  return type === 'a' || type === 'A' || type === 'i' || type === 'I' ? type : '1';
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : null;
}
