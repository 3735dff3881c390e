import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { IDENTITY, type Matrix, matrixOf, times } from '../../../shared/domain/matrix';

/** A picture as it is painted on a page. */
interface PaintedPicture {
  /** Part of the page that it covers, 0–1. */
  readonly cover: number;
  /** Its own pixels per inch of the page. */
  readonly dpi: number;
}

/**
 * The pictures on a page of a PDF, from what its drawing operators say.
 *
 * Knows nothing of masks and of what lies on top; a scan is one picture over all of the page, or
 * several strips of it, and that shows.
 *
 * @param operators pdf.js's `OPS`
 */
export async function picturesOn(
  page: PDFPageProxy,
  operators: Readonly<Record<string, number>>,
): Promise<PaintedPicture[]> {
  const list = await page.getOperatorList();
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const area = Math.max(1, Math.abs((right - left) * (top - bottom)));
  const pictures: PaintedPicture[] = [];
  const kept: Matrix[] = [];
  let matrix = IDENTITY;
  for (const [index, operator] of list.fnArray.entries()) {
    const given = list.argsArray[index] as unknown;
    if (operator === operators.save || operator === operators.paintFormXObjectBegin) {
      kept.push(matrix);
      if (operator === operators.paintFormXObjectBegin) matrix = within(matrix, firstOf(given));
    } else if (operator === operators.restore || operator === operators.paintFormXObjectEnd) {
      matrix = kept.pop() ?? IDENTITY;
    } else if (operator === operators.transform) {
      matrix = within(matrix, given);
    } else {
      const size = sizeOf(operator, given, operators);
      if (size === null) continue;
      const [a, b, c, d] = matrix;
      const wide = Math.hypot(a, b);
      const high = Math.hypot(c, d);
      const dpi = Math.max(size.width / Math.max(wide, 1), size.height / Math.max(high, 1)) * 72;
      pictures.push({ cover: Math.min(1, (wide * high) / area), dpi });
    }
  }
  return pictures;
}

/** Part of a page that pictures cover together, at most 1; strips of a scan do not overlap. */
export function coverOf(pictures: readonly PaintedPicture[]): number {
  return Math.min(
    1,
    pictures.reduce((sum, { cover }) => sum + cover, 0),
  );
}

function sizeOf(
  operator: number,
  given: unknown,
  operators: Readonly<Record<string, number>>,
): { width: number; height: number } | null {
  const values = Array.isArray(given) ? (given as unknown[]) : [];
  if (operator === operators.paintImageXObject) {
    const [, width, height] = values;
    return { width: Number(width) || 1, height: Number(height) || 1 };
  }
  if (
    operator === operators.paintImageMaskXObject ||
    operator === operators.paintInlineImageXObject
  ) {
    const [picture] = values;
    if (typeof picture !== 'object' || picture === null) return null;
    const { width, height } = picture as { width?: number; height?: number };
    return { width: width ?? 1, height: height ?? 1 };
  }
  return null;
}

function firstOf(given: unknown): unknown {
  return Array.isArray(given) ? (given as unknown[])[0] : null;
}

/** A map that is applied within another; what is none changes nothing. */
function within(outer: Matrix, given: unknown): Matrix {
  const isList = Array.isArray(given) || given instanceof Float32Array;
  const inner = isList ? matrixOf(given as ArrayLike<number>) : null;
  return inner === null ? outer : times(outer, inner);
}
