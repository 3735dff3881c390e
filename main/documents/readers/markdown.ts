import MarkdownIt, { type Token } from 'markdown-it';

import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { BlockBuilder } from './block-builder';
import { htmlBlocks, TooDeepError } from './html-blocks';
import { bulletFor } from './list-markers';
import { type LooseBlock, givePages } from './page-breaks';
import { textIn } from './text-encoding';

/**
 * Reads Markdown (CommonMark and tables): the text as it is meant to be read, without its signs.
 *
 * Errors: `file-not-supported` where the bytes are no text, `file-empty`, `file-damaged`.
 */
export function readMarkdown(
  bytes: Uint8Array,
  fileName: string,
  { onPage }: ReadOptions,
): ReadSummary {
  const text = textIn(bytes, fileName);
  try {
    const pageCount = givePages(markdownBlocks(text), onPage);
    return { format: 'markdown', pageCount, notices: [] };
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    throw documentError('file-damaged', fileName, { context: 'depth', limit: error.limit });
  }
}

/** The blocks of a Markdown text. Pieces of HTML in it give their text. Throws `TooDeepError`. */
export function markdownBlocks(text: string): LooseBlock[] {
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
  // Addresses are dropped, whatever they are; refused, a link would be shown with its signs.
  parser.validateLink = () => true;
  const writer = new MarkdownWriter();
  const { matter, body } = withoutMatter(text);
  for (const line of matter) writer.paragraph(line);
  for (const token of parser.parse(body, {})) writer.take(token);
  return writer.finish();
}

/** Lines between `---` at the very beginning tell of the document; they are text all the same. */
function withoutMatter(text: string): { matter: string[]; body: string } {
  const found = /^---\n((?:[^\n]*\n){1,200}?)---\n/.exec(text);
  if (!found || !/^[\w-]+:/m.test(found[1] ?? '')) return { matter: [], body: text };
  const matter = (found[1] ?? '').split('\n').filter((line) => line.trim() !== '');
  return { matter, body: text.slice(found[0].length) };
}

class MarkdownWriter {
  readonly #builder = new BlockBuilder();
  /** The number of the next item of each open list; `null` for bullets. */
  readonly #lists: (number | null)[] = [];
  /** The item that was begun and has no text yet. */
  #marker: string | undefined;
  #inHead = false;

  paragraph(text: string): void {
    this.#builder.begin({ kind: 'paragraph' });
    this.#builder.add(text);
    this.#builder.end();
  }

  take(token: Token): void {
    const builder = this.#builder;
    switch (token.type) {
      case 'heading_open':
        return builder.begin({ kind: 'heading', level: Number(token.tag.slice(1)) });
      case 'paragraph_open':
        return this.#beginText();
      case 'bullet_list_open':
        this.#lists.push(null);
        return undefined;
      case 'ordered_list_open':
        this.#lists.push(Number(token.attrGet('start') ?? 1));
        return undefined;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop();
        return undefined;
      case 'list_item_open':
        this.#marker = this.#nextMarker();
        return undefined;
      case 'table_open':
        return builder.beginTable();
      case 'table_close':
        return builder.endTable();
      case 'thead_open':
      case 'thead_close':
        this.#inHead = token.type === 'thead_open';
        return undefined;
      case 'tr_open':
        return builder.beginRow({ header: this.#inHead });
      case 'td_open':
      case 'th_open':
        return builder.beginCell();
      case 'inline':
        return builder.add(inlineText(token.children ?? []));
      case 'fence':
      case 'code_block':
        this.#beginText();
        builder.add(token.content);
        return builder.end();
      case 'html_block':
        return this.#html(token.content);
      default:
        if (token.nesting === -1) builder.end();
    }
  }

  finish(): LooseBlock[] {
    return this.#builder.finish();
  }

  #beginText(): void {
    const depth = this.#lists.length;
    if (depth === 0) this.#builder.begin({ kind: 'paragraph' });
    else this.#builder.begin({ kind: 'list-item', level: depth, marker: this.#marker });
    this.#marker = undefined;
  }

  #nextMarker(): string {
    const number = this.#lists.at(-1) ?? null;
    if (number === null) return bulletFor(this.#lists.length);
    this.#lists[this.#lists.length - 1] = number + 1;
    return `${number}.`;
  }

  #html(html: string): void {
    for (const { kind, level, text } of htmlBlocks(html).blocks) {
      this.#builder.begin({ kind, level });
      this.#builder.add(text);
      this.#builder.end();
    }
  }
}

/** The text of a line: breaks stay, signs and addresses of links go. */
function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      switch (token.type) {
        case 'text':
        case 'code_inline':
          return token.content;
        case 'softbreak':
          return ' ';
        case 'hardbreak':
          return '\n';
        case 'html_inline':
          return /^<br\b/i.test(token.content) ? '\n' : '';
        default:
          return inlineText(token.children ?? []);
      }
    })
    .join('');
}
