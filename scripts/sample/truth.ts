import type { Renewal } from '../../shared/domain/answer';
import type { AreaId, TargetId } from './vocabulary/area';

/** How the term of the agreement is worded: A fixed dates … J left blank; see `terms.ts`. */
export type TermFamily = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J';

/**
 * 0 clean, 1 careless export, 2 printed and scanned, 3 poor scan. From 2 on pages are pictures, all of
 * them or some, and what is written on them is clean: what is wrong in their text is the recogniser's.
 */
export type NoiseLevel = 0 | 1 | 2 | 3;

/** What a scanned page went through: as its document, or 4, sent by fax and hard to read for anyone. */
export type ScanLevel = 2 | 3 | 4;

/** What an office writes its agreements in. */
export type OfficeFormat = 'pdf' | 'docx' | 'txt';
/** Pictures of pages, each of them the whole document. */
export type PictureFormat = 'jpg' | 'png' | 'tif';
export type FileFormat =
  | OfficeFormat
  | PictureFormat
  | 'odt'
  | 'rtf'
  | 'html'
  | 'md'
  | 'eml'
  | 'msg';
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'latin1' | 'utf-16le';

export type DocumentType =
  | 'iop_agreement'
  | 'iop_understanding'
  | 'cooperation_agreement'
  | 'collaboration_agreement'
  | 'partnership_agreement'
  | 'special_understanding'
  | 'grant_agreement'
  | 'association_agreement'
  | 'facility_agreement'
  | 'extension'
  | 'addendum';

/** An agreement of its own, not a change to an earlier one. */
export type OriginalType = Exclude<DocumentType, 'extension' | 'addendum'>;

export type Fact =
  | 'public_actors'
  | 'civil_actors'
  | 'unit'
  | 'organisation_number'
  | 'purpose'
  | 'start'
  | 'end'
  | 'renewal'
  | 'termination'
  | 'terminated'
  | 'target_group'
  | 'intervention_area'
  | 'decision_date'
  | 'case_number';

export interface PublicPartyTruth {
  readonly role: 'public';
  /** `municipality:0184` or `region:14`. */
  readonly publicBody: string;
  /** How the body is written in agreements ("Solna stad"), whatever the document calls it. */
  readonly name: string;
  /** Printed in the footer, and in the party block where that states numbers. */
  readonly organisationNumber: string;
  /** Board or office that signs, if any. */
  readonly unit: string | null;
  /** `unit`: the document names only the board or office as party. */
  readonly namedAs: 'body' | 'unit';
}

export interface CivilPartyTruth {
  readonly role: 'civil';
  readonly name: string;
  readonly organisationNumber: string | null;
  /** `umbrella:…` of the reference data that it belongs to, if any. */
  readonly umbrella: string | null;
}

/** What stands on a page that is a picture: the text as the print it was made from gives it. */
export interface ScannedPageTruth {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly noise: ScanLevel;
}

/** A file that came with a mail. */
export interface AttachmentTruth {
  readonly fileName: string;
  readonly format: 'docx' | 'xlsx' | 'csv';
  /** Whether it is the agreement, and the mail only a note with it. */
  readonly isAgreement: boolean;
}

/**
 * A passage that states a fact: an exact stretch of the document's text, spaces apart; of a scanned
 * page, of the text that it truly has.
 */
export interface Evidence {
  readonly fact: Fact;
  /** Index in `parties` of the one it is about, where it is about one. */
  readonly party: number | null;
  readonly quote: string;
  /** From 1; `null` in formats without fixed pages. */
  readonly page: number | null;
}

/** What one generated agreement says, whatever became of the print. */
export interface Truth {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly encoding: TextEncoding | null;
  /** `null` in formats without fixed pages. */
  readonly pages: number | null;
  /** Those pages that are pictures. */
  readonly scannedPages: readonly ScannedPageTruth[];
  readonly attachments: readonly AttachmentTruth[];
  readonly title: string;
  readonly documentType: DocumentType;
  readonly termFamily: TermFamily;
  readonly noise: NoiseLevel;
  /** One of the four that the report of 2025 describes. */
  readonly goodExample: boolean;
  readonly parties: readonly (PublicPartyTruth | CivilPartyTruth)[];
  readonly purpose: string;
  /** ISO, partial where the document is; `null` when it is not stated. */
  readonly start: string | null;
  /** ISO, `open-ended`, or `null` when it is not stated. */
  readonly end: string | null;
  readonly renewal: Renewal;
  /** Notice of termination in months, where the agreement can be ended early. */
  readonly terminationNoticeMonths: number | null;
  /** The day from which it ceased early, noted on the document. */
  readonly terminated: string | null;
  readonly targetGroup: TargetId;
  readonly interventionArea: AreaId;
  readonly secondaryAreas: readonly AreaId[];
  readonly decisionDate: string | null;
  readonly caseNumber: string | null;
  /** Contribution in kronor a year. */
  readonly amount: number | null;
  readonly signed: boolean;
  readonly related: { readonly kind: 'extends' | 'duplicates'; readonly fileName: string } | null;
  readonly evidence: readonly Evidence[];
}

export interface SampleFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}
