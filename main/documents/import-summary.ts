import type { AppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { CandidateFile } from './collect-files';
import type { ReadSummary } from './read-summary';

/** A document that has come in: its bytes are kept and its pages are read. */
export interface ReceivedDocument extends ReadSummary {
  readonly sha256: DocumentId;
  readonly fileName: string;
  readonly size: number;
  /** The mail that it came with; `null` for a file of its own. */
  readonly attachedTo: string | null;
  /** It was opened with a password. */
  readonly locked: boolean;
}

/** What the import needs of the store. `Added` and `Known` are whatever it wants to tell about them. */
export interface ImportStore<Added, Known> {
  /** The document with these bytes, where there is one already. */
  knownAs(sha256: DocumentId): Known | null;
  /**
   * Enters a new document, and after it those that came attached to it, durably and all or none.
   * Called one at a time, in the order of the files.
   */
  received(documents: readonly ReceivedDocument[]): readonly Added[] | Promise<readonly Added[]>;
}

/** What a file is called and where it lies; for an attachment, the file it came in. */
interface Names {
  readonly fileName: string;
  readonly path: string;
  /** The mail that it came with; `null` for a file of its own. */
  readonly attachedTo: string | null;
}

/** Where an attachment can be had again: in the bytes of a mail of the project. */
export interface AttachmentPlace {
  readonly mail: DocumentId;
  /** Of the attachment's own bytes. */
  readonly sha256: DocumentId;
}

export interface ImportFailure extends Names {
  /** For an attachment whose mail came in; `null` for a file of its own. */
  readonly attachment: AttachmentPlace | null;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface ImportSummary<Added, Known> {
  readonly added: { document: ReceivedDocument; added: Added; attachedTo: string | null }[];
  /** Files with bytes that are there already: from before, or from earlier in the same import. */
  readonly known: (Names & { sameAs: Known | Added })[];
  readonly failed: ImportFailure[];
  /** Hidden and system files that were passed over. */
  skipped: number;
  /** Pictures that only decorate the text of a mail. */
  passedOver: number;
  cancelled: boolean;
}

export interface ImportStep<Added, Known> {
  readonly state: 'collecting' | 'reading';
  readonly done: number;
  readonly total: number;
  /** The file that is being read. */
  readonly current: string | null;
  /** What has come of it so far; grows from step to step. */
  readonly summary: ImportSummary<Added, Known>;
}

export const namesOf = ({ fileName, path }: CandidateFile, attachedTo: string | null): Names => ({
  fileName,
  path,
  attachedTo,
});

/** A file that did not come in, and why. */
export function failureOf(
  names: Names,
  { code, message, details }: AppError,
  attachment: AttachmentPlace | null = null,
): ImportFailure {
  return { ...names, code, message, details, attachment };
}
