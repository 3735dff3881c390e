/** Width of a sheet at 100 %, in pixels: A4 at 96 dots per inch. */
export const SHEET_WIDTH = 794;

/** A sheet that is wider, as a table may make it, keeps letters that can be read and is moved sideways. */
const WIDEST_FITTED = 1270;
/** Lines of fewer letters than this holds are tiring to read. */
const NARROWEST = 420;
/** Fitted to a narrow frame, letters stay this large: the lines get shorter instead. */
const READABLE = 0.8;

/** What the widths of a document's sheets depend on, all in pixels. */
export interface SheetRoom {
  /** Of the frame, without the desk beside a sheet. */
  readonly frame: number;
  /** What the widest table takes at 100 %; 0 where there is none. */
  readonly table: number;
}

/** How wide a sheet is at 100 % when it is shown at a scale: A4, or what the frame has room for. */
export function sheetAt(scale: number, { frame, table }: SheetRoom): number {
  if (table > SHEET_WIDTH) return SHEET_WIDTH;
  return Math.round(Math.min(SHEET_WIDTH, Math.max(leastOf(table), frame / scale)));
}

/** The scale at which the sheets take the width of the frame. */
export function scaleToFit({ frame, table }: SheetRoom): number {
  if (table > SHEET_WIDTH) return frame / Math.min(table, WIDEST_FITTED);
  return Math.max(frame / SHEET_WIDTH, Math.min(READABLE, frame / leastOf(table)));
}

const leastOf = (table: number): number => Math.max(NARROWEST, table);
