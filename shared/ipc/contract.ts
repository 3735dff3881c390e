import { z } from 'zod';

import { Actor } from '../domain/actor';
import { Answer, MissingKind, Value } from '../domain/answer';
import { Codebook } from '../domain/codebook';
import { DocumentRelation } from '../domain/comparison-of-documents';
import { CandidateId } from '../domain/detector/proposal';
import { DocumentRole } from '../domain/document-place';
import { Evidence, Passage } from '../domain/evidence';
import { AgreementId, DocumentId, EvidenceId, ReviewerId, VariableId } from '../domain/ids';
import { DocumentNotice, Page } from '../domain/page';
import { ScannedPage } from '../domain/recognition';
import { ProposalFilter, ProposalRule, ProposalsView } from '../domain/proposal-views';
import { VariableReliability } from '../domain/reliability/types';
import { Reviewer, ReviewerName } from '../domain/reviewer';
import { AnswerResults, PassageResults, PassageSearch, SearchText } from '../domain/search-views';
import {
  AgreementQuery,
  AgreementRow,
  CodingView,
  DisagreementRow,
  DisagreementView,
  DocumentView,
  MovedDocument,
  OriginalState,
  ProjectCounts,
  ProjectView,
} from '../domain/views';
import type { channels } from './channels';
import {
  DocumentTemplate,
  OpenPair,
  PairFilter,
  PairList,
  PairRow,
  RelatedAgreement,
} from './comparison-shapes';
import {
  ExportPreview,
  ExportResult,
  ImportProgress,
  JournalRow,
  RecentProject,
  ScanStatus,
  Settings,
  VerifyReport,
} from './shapes';

interface Call<In extends z.ZodType, Out extends z.ZodType> {
  readonly input: In;
  readonly output: Out;
}

const call = <In extends z.ZodType, Out extends z.ZodType>(
  input: In,
  output: Out,
): Call<In, Out> => ({
  input,
  output,
});

const nothing = z.undefined();

/** What a person types to open a file. It is kept nowhere. */
const Password = z.string().min(1).max(1000);

type Channels = typeof channels;
type ContractFor<C extends Record<string, readonly string[]>> = {
  readonly [Topic in keyof C]: { readonly [Name in C[Topic][number]]: Call<z.ZodType, z.ZodType> };
};

/**
 * Every call between the window and main: what goes in and what comes out, checked on both counts.
 *
 * Who is coding is never an input: main knows whom the window chose, so no call can ask for
 * another reviewer's view.
 */
export const contract = {
  app: {
    about: call(nothing, z.object({ version: z.string(), language: z.enum(['sv', 'en']) })),
    readSettings: call(nothing, Settings),
    changeSettings: call(Settings.partial(), Settings),
  },
  projects: {
    listRecent: call(nothing, z.array(RecentProject)),
    current: call(nothing, ProjectView.nullable()),
    /** Opens the person's own copy of the sample project, made when it is not there. */
    createSample: call(nothing, ProjectView),
    create: call(
      z.object({
        name: z.string().trim().min(1).max(120),
        /** Folder to put `Name.samsyn` in. */
        parent: z.string().min(1),
        codersWanted: z.int().min(1).max(20).default(2),
      }),
      ProjectView,
    ),
    /** Without a folder: asks for one; `null` when the person changed their mind. */
    open: call(z.object({ folder: z.string().min(1).nullable() }), ProjectView.nullable()),
    close: call(nothing, z.null()),
    /** Where a new project may go: beside the one opened last, else among the person's documents. */
    suggestFolder: call(nothing, z.string()),
    chooseFolder: call(nothing, z.string().nullable()),
    /** One at a time: a second one ends the first, which then refuses with `work-stopped`. */
    verify: call(nothing, VerifyReport),
    stopVerifying: call(nothing, z.null()),
    revealFolder: call(nothing, z.null()),
  },
  reviewers: {
    list: call(nothing, z.array(Reviewer)),
    add: call(z.object({ name: ReviewerName }), Reviewer),
    /** Gives a reviewer another name, everywhere; what they did stays theirs. */
    rename: call(z.object({ reviewer: ReviewerId, name: ReviewerName }), Reviewer),
    choose: call(z.object({ reviewer: ReviewerId.nullable() }), Reviewer.nullable()),
    current: call(nothing, Reviewer.nullable()),
  },
  documents: {
    chooseFiles: call(z.object({ kind: z.enum(['files', 'folder']) }), z.array(z.string())),
    /** Starts adding; progress is told by the event `documents` and asked for with `progress`. */
    add: call(
      z.object({
        paths: z.array(z.string().min(1)).min(1).max(100_000),
        /** The agreement that the files come to; `null` makes one of each. */
        agreement: AgreementId.nullable().default(null),
      }),
      z.null(),
    ),
    cancelAdding: call(nothing, z.null()),
    progress: call(nothing, ImportProgress.nullable()),
    /** Page text of formats that the window lays out itself, and the word boxes of the others. */
    readPages: call(
      z.object({ document: DocumentId, from: z.int().positive(), to: z.int().positive() }),
      z.array(Page),
    ),
    /** The documents of an agreement, and what can be done about where they are. */
    listOf: call(
      z.object({ agreement: AgreementId }),
      z.object({
        row: AgreementRow,
        documents: z.array(DocumentView),
        /** Received here, and in other agreements now. */
        movedAway: z.array(MovedDocument),
        /** Documents whose last placing can be taken back, and the number of the agreement they go to then. */
        placedBefore: z.array(z.object({ document: DocumentId, number: z.int().nullable() })),
      }),
    ),
    /** Lets a document stand in an agreement before another of its documents, or last. */
    place: call(
      z.object({
        document: DocumentId,
        agreement: AgreementId,
        before: DocumentId.nullable(),
      }),
      z.null(),
    ),
    changeRole: call(z.object({ document: DocumentId, role: DocumentRole }), z.null()),
    /** Makes a new agreement of a document of one that has several. */
    splitOff: call(
      z.object({ document: DocumentId }),
      z.object({ agreement: AgreementId, number: z.int() }),
    ),
    /** Takes back the last placing of a document. */
    placeBack: call(z.object({ document: DocumentId }), z.null()),
    stateOfOriginal: call(z.object({ document: DocumentId }), OriginalState),
    /** Opens a copy in the system's own program. */
    openOriginal: call(z.object({ document: DocumentId }), z.null()),
    /** Asks where to; `null` when the person changed their mind, else the path. */
    saveOriginal: call(z.object({ document: DocumentId }), z.string().nullable()),
    /** Adds a file that asked for a password; `ticket` is that of its failure. */
    addLocked: call(z.object({ ticket: z.string().max(40), password: Password }), z.null()),
    /** Reads the text of a locked document anew, where the cache has lost it. */
    unlock: call(z.object({ document: DocumentId, password: Password }), z.null()),
    /** What is to be told about a document, as far as it is read. */
    notices: call(z.object({ document: DocumentId }), z.array(DocumentNotice)),
  },
  scans: {
    status: call(nothing, ScanStatus),
    /** The pages whose text is recognised or is to be; none where the document has text of its own. */
    ofDocument: call(z.object({ document: DocumentId }), z.array(ScannedPage)),
    /** The document that the person looks at is read before the others. */
    lookAt: call(z.object({ document: DocumentId }), z.null()),
    /** Reads a page once more, or all scanned pages; `dpi` `null`: as seems best. */
    again: call(
      z.object({
        document: DocumentId,
        page: z.int().positive().nullable(),
        dpi: z.int().min(100).max(600).nullable(),
      }),
      z.null(),
    ),
    pause: call(nothing, ScanStatus),
    resume: call(nothing, ScanStatus),
  },
  agreements: {
    list: call(AgreementQuery, z.object({ total: z.int(), rows: z.array(AgreementRow) })),
    counts: call(nothing, ProjectCounts),
    get: call(
      z.object({ agreement: AgreementId }),
      z.object({ row: AgreementRow, documents: z.array(DocumentView) }),
    ),
  },
  codings: {
    /** The agreement to code next after the given one, in number order and around; `null` when none is left. */
    next: call(
      z.object({ after: AgreementId.nullable() }),
      z.object({ agreement: AgreementId }).nullable(),
    ),
    open: call(z.object({ agreement: AgreementId }), CodingView),
    recordAnswer: call(
      z.object({ agreement: AgreementId, variable: VariableId, answer: Answer.nullable() }),
      CodingView,
    ),
    attachEvidence: call(
      z.object({ agreement: AgreementId, variable: VariableId, passage: Passage }),
      z.object({ coding: CodingView, evidence: Evidence }),
    ),
    removeEvidence: call(z.object({ agreement: AgreementId, evidence: EvidenceId }), CodingView),
    undo: call(z.object({ agreement: AgreementId }), CodingView),
    redo: call(z.object({ agreement: AgreementId }), CodingView),
    /** Hands in the coding; variables without an answer are *not coded* in it. */
    submit: call(z.object({ agreement: AgreementId }), CodingView),
    reopen: call(z.object({ agreement: AgreementId }), CodingView),
    suggestActors: call(
      z.object({ variable: VariableId, text: z.string().max(300) }),
      z.array(Actor),
    ),
  },
  proposals: {
    /** What the text proposes; that it was shown goes into the journal. Empty where it is off. */
    forAgreement: call(z.object({ agreement: AgreementId }), ProposalsView),
    /** Makes a proposal the answer, with its passages as evidence, in one step. */
    take: call(
      z.object({ agreement: AgreementId, variable: VariableId, proposal: CandidateId }),
      CodingView,
    ),
    rule: call(nothing, ProposalRule),
    /** Turns them on or off for agreements that reliability is measured on. */
    allow: call(z.object({ inReliabilitySample: z.boolean() }), ProposalRule),
  },
  disagreements: {
    list: call(
      z.object({ variable: VariableId.nullable(), includeSettled: z.boolean() }),
      z.array(DisagreementRow),
    ),
    get: call(z.object({ agreement: AgreementId }), DisagreementView),
    settle: call(
      z.object({
        agreement: AgreementId,
        variable: VariableId,
        value: Value.nullable(),
        missing: MissingKind.nullable(),
        rationale: z.string().max(20_000),
        decidedBy: z.array(ReviewerId).min(1).max(20),
      }),
      DisagreementView,
    ),
    /**
     * What `settleUnanimous` would settle; `apart` of it differs in what is shown without being a
     * disagreement.
     */
    countUnanimous: call(
      z.object({ agreement: AgreementId.nullable() }),
      z.object({ agreements: z.int(), decisions: z.int(), apart: z.int() }),
    ),
    /**
     * Settles all that the codings agree on: of one agreement, or of every one when `null`. Of every
     * one, one at a time: a second call ends the first, which then refuses with `work-stopped`.
     */
    settleUnanimous: call(
      z.object({ agreement: AgreementId.nullable() }),
      z.object({ agreements: z.int(), decisions: z.int() }),
    ),
    withdraw: call(z.object({ agreement: AgreementId, variable: VariableId }), DisagreementView),
  },
  comparisons: {
    /** Pairs of documents that are alike, the most alike first. */
    list: call(
      z.object({
        show: PairFilter,
        offset: z.int().nonnegative().default(0),
        limit: z.int().min(1).max(500).default(200),
      }),
      PairList,
    ),
    /** Two documents with their texts; any two may be laid side by side. */
    open: call(z.object({ a: DocumentId, b: DocumentId }), OpenPair),
    /** What of a document's text is common to those that are written alike. */
    template: call(z.object({ document: DocumentId }), DocumentTemplate),
    say: call(
      z.object({
        a: DocumentId,
        b: DocumentId,
        relation: DocumentRelation,
        note: z.string().max(20_000).default(''),
      }),
      PairRow,
    ),
    takeBack: call(z.object({ a: DocumentId, b: DocumentId }), PairRow),
    ofAgreement: call(z.object({ agreement: AgreementId }), z.array(RelatedAgreement)),
  },
  reliability: {
    summarise: call(
      z.object({ proposals: ProposalFilter }),
      z.object({
        agreements: z.int(),
        /** How many agreements there are by each answer to whether proposals were shown. */
        byProposals: z.object({ all: z.int(), without: z.int(), with: z.int() }),
        reviewers: z.array(Reviewer),
        codebookVersion: z.int(),
        variables: z.array(VariableReliability),
      }),
    ),
    /** Saves the figures as CSV where the person says; `null` when they changed their mind. */
    saveTable: call(z.object({ proposals: ProposalFilter }), z.string().nullable()),
  },
  exports: {
    chooseFolder: call(nothing, z.string().nullable()),
    preview: call(nothing, ExportPreview),
    run: call(z.object({ folder: z.string().min(1) }), ExportResult),
    /** Shows the folder of the last export; does nothing when there was none. */
    revealFolder: call(nothing, z.null()),
  },
  codebook: {
    current: call(nothing, Codebook),
  },
  journal: {
    list: call(
      z.object({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
      z.array(JournalRow),
    ),
  },
  search: {
    passages: call(PassageSearch, PassageResults),
    /** The reviewer's own answers and those that are settled, as the reviewer may read them. */
    answers: call(z.object({ text: SearchText, language: z.enum(['sv', 'en']) }), AnswerResults),
  },
} as const satisfies ContractFor<Channels>;

type Contract = typeof contract;

/** What crosses the wire back: a value, or an error with the words to show. */
export type Reply<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      error: { code: string; message: string; details: Record<string, string | number> };
    };

/** The api as the window has it: one function per call; inputs as typed before parsing. */
export type Api = {
  readonly [Topic in keyof Contract]: {
    readonly [Name in keyof Contract[Topic]]: Contract[Topic][Name] extends Call<
      infer In,
      infer Out
    >
      ? undefined extends z.output<In>
        ? () => Promise<Reply<z.output<Out>>>
        : (input: Readonly<InputOf<In>>) => Promise<Reply<z.output<Out>>>
      : never;
  };
};

/** Branded as on the way out, with defaults still optional: an id of another kind does not compile. */
type InputOf<In extends z.ZodType> =
  z.output<In> extends infer O
    ? O extends object
      ? { [K in keyof O as K extends OptionalKeys<z.input<In>> ? never : K]: O[K] } & {
          [K in keyof O as K extends OptionalKeys<z.input<In>> ? K : never]?: O[K];
        }
      : O
    : never;
type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

/** One handler per call; a missing one does not compile. */
export type Handlers<Deps> = {
  readonly [Topic in keyof Contract]: {
    readonly [Name in keyof Contract[Topic]]: Contract[Topic][Name] extends Call<
      infer In,
      infer Out
    >
      ? (deps: Deps, input: z.output<In>) => z.input<Out> | Promise<z.input<Out>>
      : never;
  };
};
