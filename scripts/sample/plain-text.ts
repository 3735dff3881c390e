import type { Block, DocumentModel, Signature } from './blocks';
import { toLatin1, type Distort } from './noise';
import type { Placed, Rendered } from './render';
import type { TextEncoding } from './truth';

/** Bytes of the document as plain text in the encoding; Latin-1 text is wrapped as old systems do. */
export function renderText(
  model: DocumentModel,
  distort: Distort,
  encoding: TextEncoding,
): Rendered {
  const placed: Placed[] = [];
  const text = (marked: string): string => {
    const rich = distort(marked);
    if (rich.marks.length > 0) placed.push({ rich, page: null });
    return rich.text;
  };
  const latin1 = encoding === 'latin1';
  const fitted = latin1 ? toLatin1(model) : model;
  const lines = [
    ...letterLines(fitted),
    ...fitted.blocks.flatMap((block) => blockLines(block, text)),
  ];
  const wrapped = latin1 ? lines.flatMap((line) => wrap(line, 78)) : lines;
  const newline = encoding === 'utf-16le' || latin1 ? '\r\n' : '\n';
  return { bytes: encode(`${wrapped.join(newline)}${newline}`, encoding), pages: null, placed };
}

function encode(text: string, encoding: TextEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new Uint8Array(Buffer.from(text, 'utf8'));
    case 'utf-8-bom':
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf8'));
    case 'utf-16le':
      return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    case 'latin1': {
      const lost = [...text].find((letter) => letter.charCodeAt(0) > 255);
      if (lost !== undefined) throw new Error(`Latin-1 has no character ${JSON.stringify(lost)}`);
      return new Uint8Array(Buffer.from(text, 'latin1'));
    }
  }
}

function letterLines({ letterhead, dateLabel, caseNumber }: DocumentModel): string[] {
  return [
    letterhead.organisation,
    ...(letterhead.unit === null ? [] : [letterhead.unit]),
    ...(dateLabel === null ? [] : [dateLabel]),
    ...(caseNumber === null ? [] : [`Dnr ${caseNumber}`]),
    '',
  ];
}

function blockLines(block: Block, text: (marked: string) => string): string[] {
  switch (block.kind) {
    case 'title':
      return [...block.lines.map(text), ''];
    case 'heading':
      return ['', text(block.text)];
    case 'paragraph': {
      const lead = block.lead === undefined ? '' : `${block.lead.replace(/\.?$/, '.')} `;
      return [`${lead}${text(block.text)}`, ''];
    }
    case 'list':
      return [
        ...block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${text(item)}`),
        '',
      ];
    case 'table':
      return [
        ...(block.header === null ? [] : [block.header.map(text).join('\t')]),
        ...block.rows.map((row) => row.map(text).join('\t')),
        '',
      ];
    case 'fields':
      return [...block.rows.map(([label, value]) => `${label}: ${text(value)}`), ''];
    case 'signatures':
      return block.parties.flatMap(signature);
    case 'cover': {
      const { cover } = block;
      return [
        text(cover.title),
        ...(cover.subtitle === '' ? [] : [text(cover.subtitle)]),
        'mellan',
        ...cover.parties.flatMap((party, at) => (at === 0 ? [text(party)] : ['och', text(party)])),
        ...cover.lines.map(text),
        '',
      ];
    }
    case 'page-break':
      return [''];
  }
}

function signature(party: Signature): string[] {
  return [
    `För ${party.party}`,
    '',
    `Ort och datum: ${party.placeAndDate ?? '________________________'}`,
    '',
    party.signed ? '(underskrift)' : '________________________',
    `${party.name}, ${party.role.toLowerCase()}`,
    '',
  ];
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const at = rest.lastIndexOf(' ', width);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}
