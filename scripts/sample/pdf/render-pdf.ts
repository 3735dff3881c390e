import PDFDocument from 'pdfkit';

import type { Block, Cover, DocumentModel, Signature } from '../blocks';
import type { Distort } from '../noise';
import { plain, type RichText } from '../rich-text';
import type { Placed } from '../render';
import { drawFooter, drawHeader, page, textArea } from './letterhead';
import { drawPaper, drawScribble, drawStamp } from './paper';
import { drawShield } from './shield';
import { breakLines, drawLine, fontsOf, widthOf, type Font } from './text-layout';

type Document = PDFKit.PDFDocument;

/** Pictures to put in place of pages, by their number from 1; JPEG. */
export type PagePictures = ReadonlyMap<number, Uint8Array>;

/**
 * Bytes of the document as PDF, how many pages they have, and on which page each text stands. Of a page
 * that has a picture nothing is drawn but that: it has no text.
 */
export async function renderPdf(
  model: DocumentModel,
  distort: Distort,
  pictures: PagePictures = new Map(),
): Promise<{ bytes: Uint8Array; pages: number; placed: Placed[] }> {
  const isScan = pictures.size > 0;
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    lang: 'sv-SE',
    // A fixed date: the same seed must give the same bytes.
    info: {
      ...(isScan ? {} : { Title: model.title, Author: model.author }),
      Keywords: 'Påhittat exempel ur Samsyns exempelsamling, inte ett verkligt avtal',
      Producer: isScan ? 'Scan to PDF' : 'Samsyn sample collection',
      Creator: isScan ? 'Multifunktionsskrivare' : 'Ordbehandlare',
      CreationDate: new Date(Date.UTC(2024, 11, 31, 12)),
    },
  });
  const bytes = collect(doc);
  const writer = new PageWriter(doc, model, distort, pictures);
  writer.write(model.blocks);
  writer.finish();
  doc.end();
  return { bytes: await bytes, pages: writer.pageNumber, placed: writer.placed };
}

/** All bytes that the document gives, once it has ended. */
export function collect(doc: Document): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
}

const signatureHeight = 118;

/** A heading, or a paragraph that announces what follows. */
const leadsIn = (block: Block): boolean =>
  block.kind === 'heading' || (block.kind === 'paragraph' && block.text.endsWith(':'));

/** Sets blocks one below the other and begins a new page when the next does not fit. */
class PageWriter {
  readonly placed: Placed[] = [];
  pageNumber = 0;
  #y = 0;
  #bottom = 0;
  readonly #width = page.right - page.left;
  readonly #body: Font;
  readonly #bold: Font;
  readonly #lead: number;
  /** A page that is only a cover has no running header. */
  readonly #covers = new Set<number>();
  /** Takes what stands on pages that have a picture, and is thrown away. */
  readonly #aside = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false });
  /** Where the page at hand is drawn. */
  doc: Document;

  constructor(
    readonly whole: Document,
    readonly model: DocumentModel,
    readonly distort: Distort,
    readonly pictures: PagePictures,
  ) {
    this.doc = whole;
    const { regular, bold } = fontsOf(model.look.family);
    this.#body = { name: regular, size: model.look.size };
    this.#bold = { name: bold, size: model.look.size };
    this.#lead = model.look.size * 1.32;
    this.newPage(model.blocks[0]?.kind === 'cover');
  }

  newPage(isCover = false): void {
    this.pageNumber += 1;
    this.whole.addPage({ size: 'A4', margin: 0 });
    const picture = this.pictures.get(this.pageNumber);
    if (picture === undefined) this.doc = this.whole;
    else {
      this.whole.image(Buffer.from(picture), 0, 0, { width: page.width, height: page.height });
      this.doc = this.#aside.addPage({ size: 'A4', margin: 0 });
    }
    drawPaper(this.doc, this.model);
    if (isCover) this.#covers.add(this.pageNumber);
    else
      drawHeader(this.doc, this.model, this.#covers.has(1) ? this.pageNumber + 1 : this.pageNumber);
    if (this.pageNumber === 1 && this.model.look.stamp !== null)
      drawStamp(this.doc, this.model, this.model.look.stamp);
    const area = textArea(this.model, this.#covers.has(1) ? this.pageNumber + 1 : this.pageNumber);
    this.#y = area.top;
    this.#bottom = area.bottom;
  }

  finish(): void {
    for (let number = 1; number <= this.pageNumber; number += 1) {
      if (this.#covers.has(number) || this.pictures.has(number)) continue;
      this.whole.switchToPage(number - 1);
      drawFooter(this.whole, this.model, number, this.pageNumber);
    }
  }

  write(blocks: readonly Block[]): void {
    blocks.forEach((block, at) => {
      // A block that only leads in never stands alone at the foot of a page.
      if (leadsIn(block)) this.#need(this.#togetherHeight(blocks.slice(at)));
      this.#block(block);
    });
  }

  #need(height: number): void {
    if (this.#y + height > this.#bottom) this.newPage();
  }

  #place(rich: RichText): void {
    if (rich.marks.length > 0) this.placed.push({ rich, page: this.pageNumber });
  }

  /** Height of the blocks up to and with the first that can stand at the foot of a page. */
  #togetherHeight([block, ...rest]: readonly Block[]): number {
    if (block === undefined) return 0;
    const own = this.#leastHeight(block);
    return leadsIn(block) || rest[0]?.kind === 'signatures'
      ? own + this.#togetherHeight(rest)
      : own;
  }

  #leastHeight(block: Block): number {
    switch (block.kind) {
      case 'heading':
        return (this.model.look.size + 2) * 1.32 + 12;
      case 'paragraph': {
        const text = plain(block.text);
        const lines = breakLines(
          this.doc,
          `${block.lead ?? ''} ${text}`,
          this.#body,
          this.#width,
        ).length;
        const whole = text.length < block.text.length || lines < 4;
        return (whole ? lines : 2) * this.#lead + this.#lead * 0.55;
      }
      case 'signatures':
        return signatureHeight;
      default:
        return this.#lead * 2.5;
    }
  }

  #block(block: Block): void {
    switch (block.kind) {
      case 'title': {
        const [title = '', ...rest] = block.lines;
        const size = this.model.look.size + (this.#y > this.#top() + 1 ? 4 : 7);
        this.#paragraph(
          this.distort(title),
          { name: this.#bold.name, size },
          { after: rest.length > 0 ? 2 : 12 },
        );
        rest.forEach((line) =>
          this.#paragraph(
            this.distort(line),
            { name: this.#body.name, size: this.model.look.size + 2 },
            { after: 14 },
          ),
        );
        return;
      }
      case 'heading': {
        const size = this.model.look.size + (block.level === 1 ? 2 : 0.5);
        if (this.#y > this.#top()) this.#y += 8;
        this.#paragraph(this.distort(block.text), { name: this.#bold.name, size }, { after: 3 });
        return;
      }
      case 'paragraph':
        this.#paragraph(this.distort(block.text), this.#body, {
          after: this.#lead * 0.55,
          ...(block.lead === undefined ? {} : { lead: block.lead }),
        });
        return;
      case 'list':
        block.items.forEach((item, at) =>
          this.#item(this.distort(item), block.ordered ? `${at + 1}.` : '•'),
        );
        this.#y += this.#lead * 0.4;
        return;
      case 'table':
        this.#table(block);
        return;
      case 'fields':
        block.rows.forEach(([label, value]) => this.#field(label, this.distort(value)));
        this.#y += this.#lead * 0.5;
        return;
      case 'signatures':
        this.#signatures(block.parties);
        return;
      case 'cover':
        this.#cover(block.cover);
        return;
      case 'page-break':
        this.newPage();
        return;
    }
  }

  #top(): number {
    return textArea(this.model, this.#covers.has(1) ? this.pageNumber + 1 : this.pageNumber).top;
  }

  #paragraph(rich: RichText, font: Font, how: { after: number; lead?: string }): void {
    const lead = how.lead === undefined ? '' : `${how.lead.replace(/\.?$/, '.')} `;
    const indent = lead === '' ? 0 : widthOf(this.doc, lead, this.#bold);
    const height = font.size * 1.32;
    const lines = breakLines(this.doc, rich.text, font, this.#width, indent);
    const whole = rich.marks.length > 0 || lines.length < 4;
    this.#need(whole ? lines.length * height : 2 * height);
    this.#place(rich);
    lines.forEach((line, at) => {
      // Two lines at least stay together at either end of a page.
      const rest = lines.length - at;
      if (!whole && this.#y + (rest === 2 ? 2 : 1) * height > this.#bottom) this.newPage();
      const x = page.left + (at === 0 ? indent : 0);
      if (at === 0 && lead !== '')
        drawLine(this.doc, lead, { x: page.left, y: this.#y }, this.#bold);
      const last = at === lines.length - 1;
      const justify = this.model.look.justified && !last && font === this.#body && indent === 0;
      drawLine(
        this.doc,
        line,
        { x, y: this.#y },
        font,
        justify ? { width: this.#width, align: 'justify' } : {},
      );
      this.#y += height;
    });
    this.#y += how.after;
  }

  #item(rich: RichText, label: string): void {
    const indent = 22;
    const lines = breakLines(this.doc, rich.text, this.#body, this.#width - indent);
    this.#need(lines.length * this.#lead);
    this.#place(rich);
    drawLine(this.doc, label, { x: page.left + 6, y: this.#y }, this.#body);
    lines.forEach((line) => {
      drawLine(this.doc, line, { x: page.left + indent, y: this.#y }, this.#body);
      this.#y += this.#lead;
    });
    this.#y += 1.5;
  }

  #field(label: string, rich: RichText): void {
    const indent = 150;
    const lines = breakLines(this.doc, rich.text, this.#body, this.#width - indent);
    this.#need(lines.length * this.#lead);
    this.#place(rich);
    drawLine(this.doc, `${label}:`, { x: page.left, y: this.#y }, this.#bold);
    lines.forEach((line) => {
      drawLine(this.doc, line, { x: page.left + indent, y: this.#y }, this.#body);
      this.#y += this.#lead;
    });
  }

  #table(table: Extract<Block, { kind: 'table' }>): void {
    const total = table.widths.reduce((sum, width) => sum + width, 0);
    const columns = table.widths.map((width) => (width / total) * this.#width);
    const small = { ...this.#body, size: Math.min(this.#body.size, 10) };
    const rows = [
      ...(table.header === null ? [] : [{ cells: table.header, head: true }]),
      ...table.rows.map((cells) => ({ cells, head: false })),
    ];
    this.#need(small.size * 1.35 * Math.min(rows.length, 7) + 12);
    rows.forEach(({ cells, head }, rowAt) => {
      const font =
        head || (table.numeric && rowAt === rows.length - 1)
          ? { ...small, name: this.#bold.name }
          : small;
      const set = cells.map((cell, at) => {
        const rich = this.distort(cell);
        return { rich, lines: breakLines(this.doc, rich.text, font, (columns[at] ?? 0) - 10) };
      });
      const lead = font.size * 1.3;
      const height =
        Math.max(1, ...set.map(({ lines }) => lines.length)) * lead +
        (this.model.look.ruled ? 6 : 3);
      this.#need(height);
      let x: number = page.left;
      set.forEach(({ rich, lines }, at) => {
        const width = columns[at] ?? 0;
        if (head) this.doc.save().rect(x, this.#y, width, height).fill('#e9e9e9').restore();
        if (this.model.look.ruled)
          this.doc
            .save()
            .lineWidth(0.5)
            .rect(x, this.#y, width, height)
            .stroke('#666666')
            .restore();
        this.#place(rich);
        lines.forEach((line, lineAt) =>
          drawLine(this.doc, line, { x: x + 5, y: this.#y + 4 + lineAt * lead }, font, {
            width: width - 10,
            align: table.numeric && at > 0 ? 'right' : 'left',
          }),
        );
        x += width;
      });
      this.#y += height;
    });
    this.#y += this.#lead * 0.7;
  }

  #signatures(parties: readonly Signature[]): void {
    const column = this.#width / 2;
    const height = signatureHeight;
    for (let at = 0; at < parties.length; at += 2) {
      this.#need(height);
      parties
        .slice(at, at + 2)
        .forEach((party, side) => this.#signature(party, page.left + side * column, column - 22));
      this.#y += height;
    }
  }

  #signature(party: Signature, x: number, width: number): void {
    const small = { ...this.#body, size: 8.5 };
    const names = breakLines(
      this.doc,
      `För ${party.party}`,
      { ...this.#bold, size: 10 },
      width,
    ).slice(0, 2);
    names.forEach((line, at) =>
      drawLine(this.doc, line, { x, y: this.#y + 4 + at * 12 }, { ...this.#bold, size: 10 }),
    );
    const dateLine = this.#y + 48;
    const nameLine = this.#y + 84;
    if (party.placeAndDate !== null) {
      drawLine(
        this.doc,
        party.placeAndDate,
        { x: x + 4, y: dateLine - 15 },
        { name: 'Times-Italic', size: 13 },
        { colour: '#1d2f7a' },
      );
    }
    if (party.signed)
      drawScribble(this.doc, { x: x + 8, y: nameLine - 6 }, `${party.party} ${party.name}`);
    this.doc.save().lineWidth(0.6).strokeColor('#333333');
    this.doc
      .moveTo(x, dateLine)
      .lineTo(x + width, dateLine)
      .stroke();
    this.doc
      .moveTo(x, nameLine)
      .lineTo(x + width, nameLine)
      .stroke();
    this.doc.restore();
    drawLine(this.doc, 'Ort och datum', { x, y: dateLine + 2 }, small, { colour: '#555555' });
    drawLine(this.doc, `${party.name}, ${party.role.toLowerCase()}`, { x, y: nameLine + 3 }, small);
  }

  #cover(cover: Cover): void {
    const { letterhead, look } = this.model;
    const across = { width: page.width, align: 'center' } as const;
    const { regular, bold } = fontsOf(look.family);
    drawShield(
      this.doc,
      { x: page.width / 2 - 37, y: 96, height: 90 },
      letterhead.colour,
      letterhead.charge,
    );
    drawLine(
      this.doc,
      letterhead.organisation,
      { x: 0, y: 198 },
      { name: regular, size: 13 },
      { ...across, colour: '#333333' },
    );
    let y = 282;
    const centre = (text: string, font: Font, gap: number) => {
      const rich = this.distort(text);
      this.#place(rich);
      breakLines(this.doc, rich.text, font, 400).forEach((line) => {
        drawLine(this.doc, line, { x: 0, y }, font, across);
        y += font.size * 1.3;
      });
      y += gap;
    };
    centre(cover.title, { name: bold, size: 24 }, 10);
    if (cover.subtitle !== '') centre(cover.subtitle, { name: regular, size: 15 }, 26);
    y += 18;
    centre('mellan', { name: regular, size: 12 }, 8);
    cover.parties.forEach((party, at) => {
      centre(party, { name: bold, size: 15 }, 8);
      if (at < cover.parties.length - 1) centre('och', { name: regular, size: 12 }, 8);
    });
    y = Math.max(y + 30, 640);
    cover.lines.forEach((line) => centre(line, { name: regular, size: 11 }, 2));
    this.#y = this.#bottom;
  }
}
