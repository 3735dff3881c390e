import { z } from 'zod';

import { Passage } from '../../shared/domain/evidence';
import { DocumentId } from '../../shared/domain/ids';
import { DocumentFormat, Page } from '../../shared/domain/page';
import { Turn } from '../../shared/domain/turn';

/**
 * What the document frame and the window say to each other.
 *
 * The frame (`app://viewer`) is a site of its own, so Chromium gives it a process of its own: an
 * untrusted document is drawn there, without a preload, and cannot stall or reach the form. It
 * speaks only through these messages, and both sides check what they get.
 */

export const Mark = z.object({
  /** Evidence id, or another id that the window gave it. */
  id: z.string().max(200),
  passage: Passage,
  /** Evidence colour 1–9 (`--evidence-1` …). */
  colour: z.int().min(1).max(9),
  /** What it supports, shown on hover: "Målgrupp: Samtliga". */
  label: z.string().max(1000),
  /** What supports an answer, or what is only proposed: a dotted line under the words. */
  style: z.enum(['evidence', 'proposed']),
});
export type Mark = z.output<typeof Mark>;

export const ZoomWish = z.union([
  z.enum(['fit-width', 'fit-page', 'in', 'out', 'actual']),
  z.number().min(0.1).max(10),
]);
export type ZoomWish = z.output<typeof ZoomWish>;

export const FindOptions = z.object({
  /** Capital and small letters are different ones. */
  matchCase: z.boolean(),
  wholeWord: z.boolean(),
});
export type FindOptions = z.output<typeof FindOptions>;

/** A hit of the search with the words around it, on one line. */
export const Hit = z.object({
  page: z.int(),
  before: z.string().max(200),
  match: z.string().max(500),
  after: z.string().max(200),
});
export type Hit = z.output<typeof Hit>;

/** How many hits are told at once. */
export const HITS_AT_ONCE = 100;

/** A heading of the document, or an entry of the outline that a PDF brings along. */
export const OutlineEntry = z.object({
  title: z.string().max(500),
  /** From 1. */
  level: z.int().min(1).max(9),
  /** `null` when it leads nowhere. */
  page: z.int().positive().nullable(),
});
export type OutlineEntry = z.output<typeof OutlineEntry>;

/** Longer outlines are cut: nobody finds a place in them. */
export const LONGEST_OUTLINE = 3000;

/** Window → frame. */
export const ToFrame = z.discriminatedUnion('kind', [
  /** Comes with a port, for what is not to wait. */
  z.object({ kind: z.literal('line') }),
  z.object({
    kind: z.literal('open'),
    document: DocumentId,
    format: DocumentFormat,
    pageCount: z.int(),
    title: z.string(),
    /** Pages of formats without fixed pages; empty for PDF, whose bytes the frame fetches itself. */
    pages: z.array(Page),
    /** Where to begin: as it was left. */
    page: z.int().positive(),
    zoom: ZoomWish,
    turn: Turn,
  }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('marks'), marks: z.array(Mark) }),
  /** Scrolls the passage into view and flashes it. */
  z.object({ kind: z.literal('show-mark'), id: z.string() }),
  /** The same for a passage that bears no mark, such as a hit of a search in all documents. */
  z.object({ kind: z.literal('show-passage'), passage: Passage }),
  z.object({ kind: z.literal('go-to-page'), page: z.int().positive() }),
  z.object({ kind: z.literal('zoom'), zoom: ZoomWish }),
  /** Small pictures of all pages beside the document; `focus` puts the keys there. */
  z.object({ kind: z.literal('thumbnails'), shown: z.boolean(), focus: z.boolean() }),
  z.object({ kind: z.literal('turn'), by: z.union([z.literal(90), z.literal(-90)]) }),
  /** Goes to an entry of the outline that was told, by its place in it. */
  z.object({ kind: z.literal('go-to-heading'), index: z.int().nonnegative() }),
  /** Asks for some of the hits of the search that is under way, in reading order. */
  z.object({
    kind: z.literal('hits'),
    from: z.int().nonnegative(),
    count: z.int().positive().max(HITS_AT_ONCE),
  }),
  z.object({ kind: z.literal('go-to-hit'), index: z.int().nonnegative() }),
  /** An empty query ends the search. `step` 0 searches anew from the page shown. */
  z.object({
    kind: z.literal('find'),
    query: z.string().max(500),
    step: z.union([z.literal(0), z.literal(1), z.literal(-1)]),
    options: FindOptions,
  }),
  /** Selects the hit that the search stands at, once the search has ended. */
  z.object({ kind: z.literal('select-hit') }),
  z.object({ kind: z.literal('clear-selection') }),
  /** The pages take the keys: arrows scroll them. */
  z.object({ kind: z.literal('focus') }),
  /** Pages of the document may have been recognised since: their text is fetched anew. */
  z.object({ kind: z.literal('text-changed'), document: DocumentId }),
  z.object({
    kind: z.literal('appearance'),
    theme: z.enum(['light', 'dark']),
    language: z.enum(['sv', 'en']),
    /** What the handle in the margin of a table's row does, for those who hear it. */
    rowAction: z.string().max(200),
    /** What stands on a page that could not be drawn. */
    undrawn: z.string().max(500),
    /** The same, where no text was read on it either. */
    undrawnEmpty: z.string().max(500),
  }),
  /** Draws nothing; fetches and parses so that opening it is quick. */
  z.object({ kind: z.literal('prepare'), document: DocumentId, format: DocumentFormat }),
  /** Answered by `pong`: a frame whose process died or hangs answers nothing. */
  z.object({ kind: z.literal('ping') }),
]);
export type ToFrame = z.output<typeof ToFrame>;

/** Frame → window. */
export const FromFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('opened'), document: DocumentId, pageCount: z.int() }),
  /** The first page stands painted on the screen. */
  z.object({ kind: z.literal('painted'), document: DocumentId, page: z.int() }),
  z.object({
    kind: z.literal('failed'),
    document: DocumentId,
    /** `missing`: the received file is not in the project. */
    reason: z.enum(['missing', 'unreadable']),
    message: z.string().max(2000),
  }),
  z.object({
    kind: z.literal('view'),
    page: z.int(),
    pageCount: z.int(),
    scale: z.number(),
    fit: z.enum(['fit-width', 'fit-page', 'free']),
    /** `null` for documents without fixed pages: there is nothing to turn. */
    turn: Turn.nullable(),
  }),
  z.object({ kind: z.literal('selection'), passage: Passage.nullable() }),
  z.object({
    kind: z.literal('found'),
    query: z.string(),
    current: z.int(),
    total: z.int(),
    searching: z.boolean(),
  }),
  z.object({
    kind: z.literal('hits'),
    query: z.string(),
    options: FindOptions,
    from: z.int().nonnegative(),
    hits: z.array(Hit).max(HITS_AT_ONCE),
  }),
  z.object({
    kind: z.literal('outline'),
    document: DocumentId,
    entries: z.array(OutlineEntry).max(LONGEST_OUTLINE),
  }),
  /** Marks of the document whose words are not in its text. */
  z.object({
    kind: z.literal('lost-marks'),
    document: DocumentId,
    ids: z.array(z.string().max(200)).max(2000),
  }),
  /** Files are being dragged over the frame, which takes none. */
  z.object({ kind: z.literal('files-over') }),
  z.object({ kind: z.literal('mark-clicked'), id: z.string() }),
  z.object({ kind: z.literal('pong') }),
  /** Keys pressed while the frame has the focus; the window treats them as its own. */
  z.object({
    kind: z.literal('key'),
    key: z.string().max(40),
    code: z.string().max(40),
    ctrlKey: z.boolean(),
    metaKey: z.boolean(),
    altKey: z.boolean(),
    shiftKey: z.boolean(),
  }),
]);
export type FromFrame = z.output<typeof FromFrame>;
