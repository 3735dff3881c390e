import { z } from 'zod';

import { MissingKind, Value } from '../domain/answer';
import { AgreementId, DocumentId, EntryId, VariableId } from '../domain/ids';
import { DecisionOrigin } from '../domain/journal';

/** Shapes that only the window and main exchange; those of the domain are in `shared/domain`. */

export const Settings = z.object({
  /** `null`: as the system. */
  language: z.enum(['sv', 'en']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Where the window was and what it showed, kept by the window itself. */
  panes: z.record(z.string().max(100), z.array(z.number())),
  /** Per project folder: reviewer, screen, agreement, page and zoom, so that one comes back to where one was. */
  places: z.record(
    z.string(),
    z.record(z.string().max(60), z.union([z.string(), z.number(), z.null()])),
  ),
});
export type Settings = z.output<typeof Settings>;

export const RecentProject = z.object({
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
  /** Still there? One that is gone is listed, and can be looked for. */
  exists: z.boolean(),
});
export type RecentProject = z.output<typeof RecentProject>;

/** What fills in the text of a code. */
const Details = z.record(z.string(), z.union([z.string(), z.number()]));

/** The mail that a document came attached to; `null` for a file of its own. */
const attachedTo = z.string().nullable().optional();

export const ImportFailure = z.object({
  fileName: z.string(),
  attachedTo,
  code: z.string(),
  message: z.string(),
  details: Details,
  /** The file asks for a password: with this, it can be added once one is given. */
  ticket: z.string().nullable().optional(),
});
export type ImportFailure = z.output<typeof ImportFailure>;

export const ImportProgress = z.object({
  state: z.enum(['collecting', 'reading', 'done', 'cancelled']),
  done: z.int(),
  total: z.int(),
  /** Name of the file that is being read. */
  current: z.string().nullable(),
  added: z.array(
    z.object({ fileName: z.string(), attachedTo, agreement: AgreementId, number: z.int() }),
  ),
  known: z.array(
    z.object({
      fileName: z.string(),
      attachedTo,
      sameAs: z.string(),
      number: z.int().nullable(),
    }),
  ),
  failed: z.array(ImportFailure),
  /** System and hidden files that were passed over. */
  skipped: z.int(),
  /** Pictures that only decorate the text of a mail, and were left out. */
  passedOver: z.int().optional(),
});
export type ImportProgress = z.output<typeof ImportProgress>;

/** How far the recognition of scanned pages has come. */
export const ScanStatus = z.object({
  paused: z.boolean(),
  running: z.boolean(),
  /** Pages read since it began, and those with the ones that wait. */
  read: z.int(),
  total: z.int(),
  waiting: z.int(),
  failed: z.int(),
  /** Done, but hard to read. */
  hard: z.int(),
});
export type ScanStatus = z.output<typeof ScanStatus>;

export const ExportPreview = z.object({
  agreements: z.int(),
  settledAgreements: z.int(),
  settledValues: z.int(),
  /** What will be missing from `agreements.csv`, per variable. */
  unsettled: z.array(z.object({ variable: VariableId, count: z.int() })),
  /** Agreements whose codings are left out because they are still blind to each other. */
  blind: z.int(),
});
export type ExportPreview = z.output<typeof ExportPreview>;

export const ExportResult = z.object({
  folder: z.string(),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), rows: z.int().nullable() })),
});
export type ExportResult = z.output<typeof ExportResult>;

export const VerifyReport = z.object({
  ok: z.boolean(),
  entries: z.int(),
  replicas: z.int(),
  documents: z.int(),
  /** What is wrong, each with what it concerns. */
  problems: z.array(
    z.object({
      check: z.enum(['sqlite', 'chain', 'tables', 'copy', 'documents']),
      /** What the window has a text for, with `details` filled in; `message` is what the terminal says. */
      code: z.string(),
      message: z.string(),
      details: Details,
    }),
  ),
});
export type VerifyReport = z.output<typeof VerifyReport>;

export const JournalRow = z.object({
  /** Place in this project's journal, from 1. */
  at: z.string(),
  row: z.int(),
  entry: EntryId,
  reviewer: z.string().nullable(),
  kind: z.string(),
  /** It takes an earlier entry back. */
  takesBack: z.boolean(),
  agreement: z.object({ id: AgreementId, number: z.int() }).nullable(),
  variable: VariableId.nullable(),
  document: DocumentId.nullable(),
  /** What was answered or decided; `null` where nothing was, and where it is blind to who asks. */
  said: z.object({ value: Value.nullable(), missing: MissingKind.nullable() }).nullable(),
  /** Of a decision. */
  origin: DecisionOrigin.nullable(),
  /** Why it was decided so, or the passage that is evidence; withheld as the answer is. */
  text: z.string(),
  /** What it concerns by name: a file, a person, the project. */
  summary: z.string(),
});
export type JournalRow = z.output<typeof JournalRow>;
