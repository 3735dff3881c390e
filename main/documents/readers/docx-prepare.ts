import type { DocumentNotice } from '../../../shared/domain/page';
import { type DocxNumbering, integer, valueOf } from './docx-numbering';
import { readXml } from './xml';

/** Begins the names of the bookmarks that carry what stands before a paragraph. */
export const MARKER_PREFIX = 'samsyn marker ';

/** Changes that somebody tracked; changes of layout alone are not among them. */
const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** How things looked before a change, and the first of two ways to draw the same: mammoth takes the other. */
const NOT_HANDED_ON = /^(?:\w+PrChange|Choice)$/;

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
  /** Its mark is deleted: it runs into the next one and is not counted. */
  deleted: boolean;
}

/**
 * Rewrites a part of a Word file for mammoth, which keeps neither the numbers of lists nor what is
 * hidden apart: hidden runs are left out, and a bookmark at the beginning of a paragraph tells what
 * stands before it. What comes out is plain XML, without declarations and nested to a limit.
 *
 * `numbering` counts on from part to part. Throws `XmlError`.
 */
export function prepareDocxPart(
  part: Uint8Array,
  numbering: DocxNumbering,
): { part: Uint8Array; notices: Set<DocumentNotice> } {
  const notices = new Set<DocumentNotice>();
  const written: string[] = ['<?xml version="1.0" encoding="UTF-8"?>'];
  const open: string[] = [];
  const paragraphs: Paragraph[] = [];
  /** Open elements from the outermost one that is left out. */
  let skipped = 0;
  let hidesRun = false;
  let bookmarks = 0;

  const local = (name: string): string => name.slice(name.lastIndexOf(':') + 1);
  const parent = (above = 1): string => local(open.at(-above) ?? '');

  function see(name: string, attributes: Readonly<Record<string, string>>): void {
    const paragraph = paragraphs.at(-1);
    if (CHANGES.has(name)) notices.add('tracked-changes');
    if (name === 'commentReference') notices.add('comments');
    const isOn = !/^(?:0|false|off)$/.test(valueOf(attributes) ?? '');
    if (name === 'vanish' && isOn && parent() === 'rPr' && parent(2) === 'r') hidesRun = true;
    if (name === 'p') paragraphs.push({ style: null, list: null, level: null, deleted: false });
    if (paragraph === undefined) return;
    if (name === 'pStyle') paragraph.style = valueOf(attributes) ?? null;
    if (name === 'numId' && parent() === 'numPr') paragraph.list = valueOf(attributes) ?? null;
    if (name === 'ilvl' && parent() === 'numPr') paragraph.level = integer(valueOf(attributes));
    if (name === 'del' && parent() === 'rPr' && parent(2) === 'pPr') paragraph.deleted = true;
  }

  /** After the properties of a paragraph: the bookmark that tells its marker. */
  function mark(name: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined || paragraph.deleted) return;
    const marker = numbering.next(paragraph);
    if (marker === undefined) return;
    const prefix = name.slice(0, name.lastIndexOf(':') + 1);
    bookmarks += 1;
    written.push(
      `<${prefix}bookmarkStart ${prefix}id="s${bookmarks}" ${prefix}name="${escaped(MARKER_PREFIX + marker)}"/>`,
    );
  }

  readXml(part, {
    open: (name, attributes) => {
      const own = local(name);
      const isHidden = hidesRun && parent() === 'r';
      if (isHidden && own === 't') notices.add('hidden');
      if (skipped > 0 || isHidden || NOT_HANDED_ON.test(own)) {
        skipped += 1;
        return;
      }
      see(own, attributes);
      const parts = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
      written.push(`<${name}${parts.join('')}>`);
      open.push(name);
    },
    text: (text) => {
      if (skipped === 0) written.push(escaped(text));
    },
    close: (name) => {
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      written.push(`</${name}>`);
      open.pop();
      const own = local(name);
      if (own === 'r') hidesRun = false;
      if (own === 'pPr' && parent() === 'p') mark(name);
      if (own === 'p') paragraphs.pop();
    },
  });
  return { part: Buffer.from(written.join('')), notices };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (found) => ENTITIES[found] ?? '');
