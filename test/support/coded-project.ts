import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { BlobStore } from '../../main/documents/blob-store';
import { createProject } from '../../main/store/open-project';
import type { ProjectStore } from '../../main/store/project-store';
import { matcher } from '../../main/work/public-bodies';
import { Answer } from '../../shared/domain/answer';
import { parseValue } from '../../shared/domain/answer-text';
import { variableOf } from '../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import type { Passage } from '../../shared/domain/evidence';
import type { EvidenceId } from '../../shared/domain/ids';
import { DocumentId } from '../../shared/domain/ids';
import type { Happening, SubmittedAnswer } from '../../shared/domain/journal';
import { ids } from './entries';

/** Projects for tests of what comes after coding: made of happenings, with real documents. */

export const opener = { program: 'the test', now: '2026-01-01T00:00:00.000Z' };

/** What an answer says in short: the text form of its value, or more. */
type Said =
  | string
  | {
      value?: string;
      missing?: Answer['missing'];
      unsure?: boolean;
      note?: string;
      evidence?: readonly { id: string; passage: Passage }[];
    };

/** An answer as it was handed in, from the text form of its value. */
function submittedAnswer(variableId: string, said: Said): SubmittedAnswer {
  const {
    value,
    missing = null,
    unsure = false,
    note = '',
    evidence = [],
  } = typeof said === 'string' ? { value: said } : said;
  const variable = variableOf(IOP_CODEBOOK, variableId);
  if (variable === undefined) throw new Error(`The codebook has no ${variableId}`);
  const parsed = value === undefined ? null : parseValue(variable, value, matcher());
  if (parsed?.ok === false) throw new Error(parsed.reason);
  return {
    variable: variable.id,
    answer: Answer.parse({ value: parsed?.value ?? null, missing, unsure, note }),
    evidence: evidence.map(({ id, passage }) => ({ id: id as EvidenceId, passage })),
  };
}

/** The happening by which a reviewer hands in a coding. */
export function submission(
  agreement: string,
  reviewer: string,
  answers: Readonly<Record<string, Said>>,
): Happening {
  return {
    kind: 'coding.submitted',
    payload: {
      agreement: ids.agreement(agreement),
      reviewer: ids.reviewer(reviewer),
      codebookVersion: 1,
      answers: Object.entries(answers).map(([variable, said]) => submittedAnswer(variable, said)),
    },
  };
}

interface ProjectInShort {
  /** Where the project folder is to be. */
  readonly folder: string;
  readonly codersWanted?: number;
  /** Short ids and names. */
  readonly reviewers?: Readonly<Record<string, string>>;
  /** Agreements in order: short id and its files, each with its content. */
  readonly agreements?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly happenings?: readonly Happening[];
}

/** The document that a file with this content is. */
export function documentOf(content: string): DocumentId {
  return DocumentId.parse(createHash('sha256').update(content).digest('hex'));
}

/** A project with reviewers, agreements with their documents, and whatever happened to them; open. */
export function aProject({
  folder,
  codersWanted = 2,
  reviewers = { anna: 'Anna Berg', bo: 'Bo Öst' },
  agreements = {},
  happenings = [],
}: ProjectInShort): ProjectStore {
  const store = createProject(folder, { name: 'Åre', codersWanted }, opener);
  const blobs = new BlobStore(folder);
  const all: Happening[] = Object.entries(reviewers).map(([id, name], at) => ({
    kind: 'reviewer.added',
    payload: { id: ids.reviewer(id), name, colour: at + 1 },
  }));
  Object.entries(agreements).forEach(([agreement, files], at) => {
    all.push({
      kind: 'agreement.opened',
      payload: { agreement: ids.agreement(agreement), number: at + 1 },
    });
    for (const [fileName, content] of Object.entries(files)) {
      const document = documentOf(content);
      const path = blobs.pathOf(document);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      all.push({
        kind: 'document.received',
        payload: {
          document,
          agreement: ids.agreement(agreement),
          fileName,
          size: Buffer.byteLength(content),
          format: 'text',
          pageCount: 1,
        },
      });
    }
  });
  store.append([...all, ...happenings], { reviewer: null, at: opener.now });
  return store;
}

/** The file of a document in a project folder. */
export function fileOfDocument(folder: string, content: string): string {
  return join(folder, 'documents', documentOf(content).slice(0, 2), documentOf(content));
}
