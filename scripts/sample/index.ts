import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DocumentModel } from './blocks';
import { composeAgreement, type Composition, type Facts } from './compose';
import { renderDocx } from './docx';
import { composeExtension } from './extension';
import { clean, inventFileName } from './file-names';
import { goodExamples } from './good-examples';
import { distorter } from './noise';
import { renderPdf } from './pdf/render-pdf';
import { renderText } from './plain-text';
import { planCollection } from './plan';
import { Random } from './random';
import type { Placed, Rendered } from './render';
import type { Evidence, FileFormat, NoiseLevel, SampleFile, TextEncoding, Truth } from './truth';
import { profileOf } from './vocabulary/public-parties';

export type { Evidence, Fact, SampleFile, Truth } from './truth';
export { encryptedPdf, pdfOfPages } from './pdf/fixtures';
export { simulatedReviewers, type SimulatedCoding } from './simulated-reviewers';

/** The collection that comes with the program is made from this seed. */
export const SAMPLE_SEED = 20251;
export const SAMPLE_COUNT = 52;

export interface SampleOptions {
  readonly seed?: number;
  readonly count?: number;
}

/**
 * Makes `count` Swedish agreements as files, each with the truth about it. The same seed and count
 * give the same bytes. The first four are the report's good examples; of the rest every area, target
 * group and wording of the term occurs when `count` is 48 or more.
 */
export async function generateSampleCollection(options: SampleOptions = {}): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  for (const draft of draftCollection(options.seed ?? SAMPLE_SEED, options.count ?? SAMPLE_COUNT)) {
    files.push(await render(draft));
  }
  return files;
}

/**
 * Writes the agreements into `documents` in the folder and `ground-truth.json` beside that: whoever
 * adds `documents` to a project adds agreements only. The folder is made if need be.
 */
export async function writeSampleCollection(
  folder: string,
  options: SampleOptions = {},
): Promise<SampleFile[]> {
  const files = await generateSampleCollection(options);
  const documents = join(folder, 'documents');
  await mkdir(documents, { recursive: true });
  for (const file of files) await writeFile(join(documents, file.fileName), file.bytes);
  await writeFile(
    join(folder, 'ground-truth.json'),
    groundTruth(files, options.seed ?? SAMPLE_SEED),
  );
  return files;
}

/** The truth about all files as JSON text. */
export function groundTruth(files: readonly SampleFile[], seed: number): string {
  const note =
    'Invented agreements. Public bodies are real; associations, persons, numbers and contents are not, save for what the four good examples take from the report of 2025.';
  return `${JSON.stringify({ seed, note, agreements: files.map((file) => file.truth) }, null, 2)}\n`;
}

/** An agreement in words with a file name, before it is printed. */
interface Draft {
  readonly fileName: string;
  readonly model: DocumentModel;
  readonly facts: Facts;
  readonly format: FileFormat;
  readonly encoding: TextEncoding | null;
  readonly noise: NoiseLevel;
  readonly related: Truth['related'];
  readonly random: Random;
}

function draftCollection(seed: number, count: number): Draft[] {
  const random = new Random(seed);
  // Chains and the duplicate add four files to the planned ones and the examples.
  const planned = Math.max(44, count - goodExamples.length - 4);
  const takenNames = new Set<string>();
  const fileNames = new Set<string>();
  const drafts: Draft[] = goodExamples.map((example) => ({
    ...example,
    fileName: unique(example.fileName, fileNames),
    format: 'pdf',
    encoding: null,
    noise: 0,
    related: null,
    random: random.fork(),
  }));

  for (const plan of planCollection(planned, random.fork())) {
    const own = random.fork();
    let composition = composeAgreement(plan, takenNames, own);
    let draft = asDraft(composition, null, fileNames, own);
    drafts.push(draft);
    if (plan.duplicated) {
      // The same agreement again, as it came from a scanner.
      const model: DocumentModel = {
        ...draft.model,
        look: { ...draft.model.look, scanned: 1 },
      };
      const related = { kind: 'duplicates', fileName: draft.fileName } as const;
      const fileName = unique(
        `${clean(`Kopia av ${draft.fileName.replace(/\.\w+$/, '')}`)}.pdf`,
        fileNames,
      );
      drafts.push({ ...draft, model, fileName, noise: 2, related, random: own.fork() });
    }
    for (let link = 0; link < plan.extensions; link += 1) {
      const related = { kind: 'extends', fileName: draft.fileName } as const;
      composition = composeExtension(composition, own);
      draft = asDraft(composition, related, fileNames, own);
      drafts.push(draft);
    }
  }
  return drafts.slice(0, count);
}

function asDraft(
  { model, facts, plan, associations }: Composition,
  related: Truth['related'],
  fileNames: Set<string>,
  random: Random,
): Draft {
  const [bodyId = ''] = plan.bodies;
  const fileName = inventFileName(
    {
      ...facts,
      noise: plan.noise,
      format: plan.format,
      place: profileOf(bodyId).place,
      association: associations[0]?.name ?? '',
    },
    random,
  );
  return {
    fileName: unique(fileName, fileNames),
    model,
    facts,
    format: plan.format,
    encoding: plan.encoding,
    noise: plan.noise,
    related,
    random: random.fork(),
  };
}

async function render(draft: Draft): Promise<SampleFile> {
  const { model, facts, fileName, format, encoding, noise, related } = draft;
  const distort = distorter(noise, draft.random);
  const rendered = await renderAs(model, distort, format, encoding);
  const truth: Truth = {
    fileName,
    format,
    encoding,
    pages: rendered.pages,
    noise,
    ...facts,
    related,
    evidence: [...headerEvidence(draft), ...rendered.placed.flatMap(evidenceOf)],
  };
  return { fileName, bytes: rendered.bytes, truth };
}

async function renderAs(
  model: DocumentModel,
  distort: ReturnType<typeof distorter>,
  format: FileFormat,
  encoding: TextEncoding | null,
): Promise<Rendered> {
  switch (format) {
    case 'pdf':
      return renderPdf(model, distort);
    case 'docx':
      return renderDocx(model, distort);
    case 'txt':
      return renderText(model, distort, encoding ?? 'utf-8');
  }
}

/** The number that the sender's head prints on the first page; a cover has none. */
function headerEvidence({ facts, model, format }: Draft): Evidence[] {
  if (facts.caseNumber === null || model.blocks[0]?.kind === 'cover') return [];
  return [
    {
      fact: 'case_number',
      party: null,
      quote: facts.caseNumber,
      page: format === 'pdf' ? 1 : null,
    },
  ];
}

function evidenceOf({ rich, page }: Placed): Evidence[] {
  return rich.marks.flatMap((mark) =>
    mark.facts.map((fact) => ({
      fact,
      party: mark.party,
      quote: rich.text.slice(mark.start, mark.end),
      page,
    })),
  );
}

/** Two files in one folder cannot have one name, nor names that differ only in case. */
function unique(fileName: string, taken: Set<string>): string {
  const [, base = fileName, extension = ''] = /^(.*)(\.\w+)$/u.exec(fileName) ?? [];
  let candidate = fileName;
  for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1)
    candidate = `${base} (${copy})${extension}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}
