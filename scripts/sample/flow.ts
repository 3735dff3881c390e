import type { Block, DocumentModel, Signature } from './blocks';
import type { Distort } from './noise';
import type { Placed } from './render';

/** A document as text that flows, without pages: all that the formats of word processors and mail share. */
export type Flow =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lead: string; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[] | null;
      readonly rows: readonly (readonly string[])[];
    };

/** The document as flowing text, and where it states what. */
export function flowOf(model: DocumentModel, distort: Distort): { flow: Flow[]; placed: Placed[] } {
  const placed: Placed[] = [];
  const text = (marked: string): string => {
    const rich = distort(marked);
    if (rich.marks.length > 0) placed.push({ rich, page: null });
    return rich.text;
  };
  const flow = [...letter(model), ...model.blocks.flatMap((block) => blockFlow(block, text))];
  return { flow, placed };
}

const paragraph = (text: string, lead = ''): Flow => ({ kind: 'paragraph', lead, text });

function letter({ letterhead, dateLabel, caseNumber }: DocumentModel): Flow[] {
  return [
    letterhead.organisation,
    letterhead.unit,
    dateLabel,
    caseNumber === null ? null : `Dnr ${caseNumber}`,
  ].flatMap((line) => (line === null ? [] : [paragraph(line)]));
}

function blockFlow(block: Block, text: (marked: string) => string): Flow[] {
  switch (block.kind) {
    case 'title':
      return block.lines.map((line, at) =>
        at === 0 ? { kind: 'heading', level: 1, text: text(line) } : paragraph(text(line)),
      );
    case 'heading':
      return [{ kind: 'heading', level: block.level === 1 ? 2 : 3, text: text(block.text) }];
    case 'paragraph':
      return [
        paragraph(
          text(block.text),
          block.lead === undefined ? '' : block.lead.replace(/\.?$/, '.'),
        ),
      ];
    case 'list':
      return [{ kind: 'list', ordered: block.ordered, items: block.items.map(text) }];
    case 'table':
      return [
        {
          kind: 'table',
          header: block.header?.map(text) ?? null,
          rows: block.rows.map((row) => row.map(text)),
        },
      ];
    case 'fields':
      return [
        {
          kind: 'table',
          header: null,
          rows: block.rows.map(([label, value]) => [label, text(value)]),
        },
      ];
    case 'signatures':
      return block.parties.flatMap(signature);
    case 'cover': {
      const { cover } = block;
      return [
        { kind: 'heading', level: 1, text: text(cover.title) },
        ...(cover.subtitle === '' ? [] : [paragraph(text(cover.subtitle))]),
        paragraph('mellan'),
        ...cover.parties.flatMap((party, at) =>
          at === 0 ? [paragraph(text(party))] : [paragraph('och'), paragraph(text(party))],
        ),
        ...cover.lines.map((line) => paragraph(text(line))),
      ];
    }
    case 'page-break':
      return [];
  }
}

function signature(party: Signature): Flow[] {
  return [
    paragraph(`För ${party.party}`),
    paragraph(`Ort och datum: ${party.placeAndDate ?? '………………………………'}`),
    paragraph(party.signed ? `/${party.name}/` : '………………………………'),
    paragraph(`${party.name}, ${party.role.toLowerCase()}`),
  ];
}
