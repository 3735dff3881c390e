import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { LONGEST_OUTLINE, type OutlineEntry } from '../document/protocol';

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

export interface PdfHeading extends OutlineEntry {
  /** Where on the page it leads, in pdf.js's words. */
  readonly destination: readonly unknown[];
}

/** The outline that a PDF brings along, level by level flattened; empty when it has none. */
export async function readPdfOutline(pdf: PDFDocumentProxy): Promise<PdfHeading[]> {
  // pdf.js gives null for a PDF without an outline, though its types do not say so.
  const roots = (await pdf.getOutline()) as OutlineNode[] | null;
  const flat: { node: OutlineNode; level: number }[] = [];
  const add = (nodes: readonly OutlineNode[], level: number): void => {
    for (const node of nodes) {
      if (flat.length >= LONGEST_OUTLINE) return;
      flat.push({ node, level });
      add(node.items as OutlineNode[], level + 1);
    }
  };
  add(roots ?? [], 1);
  const headings: PdfHeading[] = [];
  for (const { node, level } of flat) {
    const title = node.title.replace(/\s+/g, ' ').trim().slice(0, 500);
    if (title === '') continue;
    const destination = await destinationOf(pdf, node.dest);
    const page = await pageOf(pdf, destination);
    headings.push({ title, level: Math.min(level, 9), page, destination });
  }
  return headings;
}

async function destinationOf(
  pdf: PDFDocumentProxy,
  named: OutlineNode['dest'],
): Promise<readonly unknown[]> {
  const explicit: unknown = typeof named === 'string' ? await pdf.getDestination(named) : named;
  return Array.isArray(explicit) ? explicit : [];
}

/** The page that a destination is on; `null` for one that leads nowhere. */
async function pageOf(pdf: PDFDocumentProxy, [target]: readonly unknown[]): Promise<number | null> {
  const page = typeof target === 'number' ? target + 1 : await pageOfReference(pdf, target);
  return page !== null && page >= 1 && page <= pdf.numPages ? page : null;
}

async function pageOfReference(pdf: PDFDocumentProxy, target: unknown): Promise<number | null> {
  if (typeof target !== 'object' || target === null) return null;
  const reference = target as Parameters<PDFDocumentProxy['getPageIndex']>[0];
  // A reference to what is no page is told as an error: the entry then leads nowhere.
  return pdf.getPageIndex(reference).then(
    (index) => index + 1,
    () => null,
  );
}
