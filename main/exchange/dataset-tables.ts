import { MissingKind } from '../../shared/domain/answer';
import { formatValue } from '../../shared/domain/answer-text';
import type { Codebook } from '../../shared/domain/codebook';
import type { DocumentId, ReviewerId } from '../../shared/domain/ids';
import type { Db } from '../store/connection';
import { findDocument, listDocumentsOf } from '../store/queries/documents';
import { listAgreementsByNumber } from '../store/queries/dataset';
import { listDecisions } from '../store/queries/decisions';
import { listReviewers } from '../store/queries/project';
import { type Submission, listSubmissions } from '../store/queries/submissions';
import {
  type Cell,
  type Field,
  joinSet,
  missingField,
  originField,
  valueColumns,
} from './dataset-columns';

/** A table of the dataset: what Table Schema says of it, and its rows. */
export interface DatasetTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: readonly Field[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
  /** Those of one agreement at a time; it may have none. */
  readonly rows: () => Iterable<readonly (readonly Cell[])[]>;
}

/**
 * The tables of a dataset. Codings appear only where they are revealed, whoever exports; rows come
 * by agreement number, then in the order of the codebook, then by reviewer.
 */
export function datasetTables(db: Db, codebook: Codebook): DatasetTable[] {
  const context: Context = { db, codebook, nameOf: reviewerNames(db) };
  return [agreements(context), codings(context), decisions(context), evidence(context)];
}

interface Context {
  readonly db: Db;
  readonly codebook: Codebook;
  readonly nameOf: (reviewer: ReviewerId) => string;
}

const required = { required: true } as const;

const text = (
  name: string,
  title: string,
  description: string,
  constraints?: Field['constraints'],
): Field => ({ name, type: 'string', title, description, ...(constraints ? { constraints } : {}) });

const agreementField = text('agreement', 'Agreement', 'Id of the agreement.', required);
const numberField: Field = {
  name: 'number',
  type: 'integer',
  title: 'Number',
  description: 'The number the agreement goes by in the project.',
  constraints: { ...required, minimum: 1 },
};
const reviewerField = text('reviewer', 'Reviewer', 'Who coded.', required);

const variableField = ({ variables }: Codebook): Field =>
  text('variable', 'Variable', 'Id of the variable; see codebook.json.', {
    ...required,
    enum: variables.map(({ id }) => id),
  });

const valueField = text(
  'value',
  'Value',
  'The value in its text form, which differs by variable: see README.md.',
);

const timeField = (name: string, title: string): Field => ({
  name,
  type: 'datetime',
  title,
  description: 'UTC, to the second.',
  constraints: required,
});

const toAgreements = {
  fields: ['agreement'],
  reference: { resource: 'agreements', fields: ['agreement'] },
};

function agreements({ db, codebook }: Context): DatasetTable {
  const perVariable = codebook.variables.map((variable) => ({
    variable,
    columns: valueColumns(variable),
    beside: [
      missingField(`${variable.id}_missing`, `${variable.label.en}: kind of missing`),
      originField(`${variable.id}_origin`, `${variable.label.en}: origin`, false),
    ],
  }));
  return {
    name: 'agreements',
    title: 'Agreements with their settled values',
    description:
      'One row per agreement that was received. Only settled values: what is not settled is empty in its value, missing and origin columns.',
    fields: [
      text('agreement', 'Agreement', 'Id of the agreement.', { ...required, unique: true }),
      numberField,
      text('files', 'Files', 'Names of its documents as they came, with "; " between them.'),
      text('documents', 'Documents', 'SHA-256 of those documents, in the same order.', {
        pattern: '([0-9a-f]{64}(; [0-9a-f]{64})*)',
      }),
      ...perVariable.flatMap(({ columns, beside }) => [
        ...columns.map(({ field }) => field),
        ...beside,
      ]),
    ],
    primaryKey: ['agreement'],
    foreignKeys: [],
    *rows() {
      for (const { id, number } of listAgreementsByNumber(db)) {
        const documents = listDocumentsOf(db, id);
        const settled = new Map(listDecisions(db, id).map((each) => [each.variable, each]));
        yield [
          [
            id,
            number,
            joinSet(documents.map(({ fileName }) => fileName)),
            joinSet(documents.map((document) => document.id)),
            ...perVariable.flatMap(({ variable, columns }) => {
              const decision = settled.get(variable.id);
              const value = decision?.value ?? null;
              return [
                ...columns.map(({ cellOf }) => (value === null ? null : cellOf(value))),
                decision?.missing ?? null,
                decision?.origin ?? null,
              ];
            }),
          ],
        ];
      }
    },
  };
}

function codings({ db, codebook, nameOf }: Context): DatasetTable {
  return {
    name: 'codings',
    title: 'Codings as they were handed in',
    description:
      'One row per agreement, variable and reviewer. Codings that are still blind to each other are left out. A row with neither value nor missing is not coded, though a note, a doubt or evidence was recorded.',
    fields: [
      agreementField,
      numberField,
      variableField(codebook),
      reviewerField,
      valueField,
      missingField('missing', 'Kind of missing'),
      {
        name: 'unsure',
        type: 'boolean',
        title: 'Unsure',
        description: 'Whether the reviewer marked the answer as unsure.',
        constraints: required,
        trueValues: ['true'],
        falseValues: ['false'],
      },
      text('note', 'Note', 'What the reviewer noted.'),
      {
        name: 'codebook_version',
        type: 'integer',
        title: 'Codebook version',
        description: 'The version of the codebook that the coding followed.',
        constraints: { ...required, minimum: 1 },
      },
      timeField('submitted_at', 'Submitted'),
    ],
    primaryKey: ['agreement', 'variable', 'reviewer'],
    foreignKeys: [toAgreements],
    *rows() {
      for (const answers of answersByAgreement(db, codebook, nameOf)) {
        yield answers.map(({ agreement, number, variable, submission, answer }) => [
          agreement,
          number,
          variable,
          nameOf(submission.reviewer),
          answer.value === null ? null : formatValue(answer.value),
          answer.missing,
          answer.unsure,
          answer.note || null,
          submission.codebookVersion,
          toSecond(submission.submittedAt),
        ]);
      }
    },
  };
}

function decisions({ db, codebook, nameOf }: Context): DatasetTable {
  return {
    name: 'decisions',
    title: 'Decisions: the values that count',
    description:
      'One row per agreement and variable that is settled, with how and by whom. The codings stay as they were handed in.',
    fields: [
      agreementField,
      numberField,
      variableField(codebook),
      valueField,
      text('missing', 'Kind of missing', 'The kind of missing that was settled on.', {
        enum: MissingKind.options,
      }),
      originField('origin', 'Origin', true),
      text('rationale', 'Rationale', 'Why it was settled so.'),
      text(
        'decided_by',
        'Decided by',
        'Reviewers with "; " between them; for what was unanimous, those who answered.',
      ),
      timeField('settled_at', 'Settled'),
    ],
    primaryKey: ['agreement', 'variable'],
    foreignKeys: [toAgreements],
    *rows() {
      for (const { id, number } of listAgreementsByNumber(db)) {
        yield inOrder(codebook, listDecisions(db, id)).map((each) => [
          id,
          number,
          each.variable,
          each.value === null ? null : formatValue(each.value),
          each.missing,
          each.origin,
          each.rationale || null,
          joinSet(each.decidedBy.map(nameOf).sort()),
          toSecond(each.at),
        ]);
      }
    },
  };
}

function evidence({ db, codebook, nameOf }: Context): DatasetTable {
  const count = (name: string, title: string, description: string, minimum: number): Field => ({
    name,
    type: 'integer',
    title,
    description,
    constraints: { ...required, minimum },
  });
  return {
    name: 'evidence',
    title: 'Passages that support the answers',
    description:
      'One row per passage that a reviewer attached to an answer of a revealed coding. Offsets count UTF-16 code units of the page’s text.',
    fields: [
      text('evidence', 'Evidence', 'Id of the passage.', { ...required, unique: true }),
      agreementField,
      numberField,
      variableField(codebook),
      reviewerField,
      text('document', 'Document', 'SHA-256 of the document.', {
        ...required,
        pattern: '[0-9a-f]{64}',
      }),
      text('file_name', 'File name', 'Name of the document as it came.'),
      count('page', 'Page', 'Page of the document, from 1.', 1),
      count('start', 'Start', 'Where the passage begins in the page’s text, from 0.', 0),
      count('end', 'End', 'Where it ends: the first character after it.', 1),
      text('quote', 'Quote', 'The passage itself.', required),
      text('prefix', 'Prefix', 'What stands before it.'),
      text('suffix', 'Suffix', 'What stands after it.'),
    ],
    primaryKey: ['evidence'],
    foreignKeys: [
      // To the agreement by way of the coding: readers stumble over two keys that share a column.
      {
        fields: ['agreement', 'variable', 'reviewer'],
        reference: { resource: 'codings', fields: ['agreement', 'variable', 'reviewer'] },
      },
    ],
    *rows() {
      const files = new Map<DocumentId, string | null>();
      // By the document itself: it may have been moved to another agreement since.
      const fileOf = (document: DocumentId): string | null => {
        if (!files.has(document)) files.set(document, findDocument(db, document)?.fileName ?? null);
        return files.get(document) ?? null;
      };
      for (const answers of answersByAgreement(db, codebook, nameOf)) {
        yield answers.flatMap((row) =>
          row.evidence.map(({ id, passage }) => [
            id,
            row.agreement,
            row.number,
            row.variable,
            nameOf(row.submission.reviewer),
            passage.document,
            fileOf(passage.document),
            passage.page,
            passage.start,
            passage.end,
            passage.quote,
            passage.prefix,
            passage.suffix,
          ]),
        );
      }
    },
  };
}

/** The answers of all revealed codings, an agreement's at a time. */
function* answersByAgreement(db: Db, codebook: Codebook, nameOf: Context['nameOf']) {
  for (const { id, number, revealed } of listAgreementsByNumber(db)) {
    if (!revealed) continue;
    const submissions = listSubmissions(db, id).sort((a, b) =>
      byText(nameOf(a.reviewer), nameOf(b.reviewer)),
    );
    const answers = submissions.flatMap((submission: Submission) =>
      submission.answers.map((each) => ({ agreement: id, number, submission, ...each })),
    );
    yield inOrder(codebook, answers);
  }
}

/** In the order of the codebook's variables; what it does not have comes last. Stable. */
function inOrder<T extends { variable: string }>(codebook: Codebook, items: readonly T[]): T[] {
  const places = new Map<string, number>(codebook.variables.map(({ id }, at) => [id, at]));
  const placeOf = ({ variable }: T) => places.get(variable) ?? places.size;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b) || byText(a.variable, b.variable));
}

/** Names as the tables give them: where two reviewers share one, each has their id after it. */
function reviewerNames(db: Db): Context['nameOf'] {
  const reviewers = listReviewers(db);
  const names = new Map<string, string>(
    reviewers.map(({ id, name }) => [
      id,
      reviewers.some((other) => other.id !== id && other.name === name) ? `${name} (${id})` : name,
    ]),
  );
  return (reviewer) => names.get(reviewer) ?? reviewer;
}

/** By code unit, so that no machine's language changes the order. */
function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As Table Schema writes times: no fractions of seconds. */
function toSecond(at: string): string {
  return `${at.slice(0, 19)}Z`;
}
