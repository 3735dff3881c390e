import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Draft, draftCollection } from './draft';
import { uniqueName } from './file-names';
import { chooseForms } from './forms';
import { drawDraft, formatOf, type Outgoing, pagesThatState, renderDraft } from './render-draft';
import type { SampleFile, Truth } from './truth';

export type { Evidence, Fact, SampleFile, Truth } from './truth';
export { encryptedPdf, pdfOfPages } from './pdf/fixtures';
export { simulatedReviewers, type SimulatedCoding } from './simulated-reviewers';

/** The collection that comes with the program is made from this seed. */
export const SAMPLE_SEED = 20251;
export const SAMPLE_COUNT = 52;

interface SampleOptions {
  readonly seed?: number;
  readonly count?: number;
}

/**
 * Makes `count` Swedish agreements as files, each with the truth about it. The same seed and count
 * give the same bytes. The first four are the report's good examples; of the rest every area, target
 * group and wording of the term occurs when `count` is 48 or more, and every format.
 */
export async function generateSampleCollection(options: SampleOptions = {}): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  for (const outgoing of await outgoingOf(options)) {
    const { bytes, truth } = await renderDraft(outgoing, { pictures: true });
    files.push({ fileName: truth.fileName, bytes, truth });
  }
  return files;
}

/** What is true of the same files, in a fraction of the time: no page is scanned. */
export async function sampleTruths(options: SampleOptions = {}): Promise<Truth[]> {
  const truths: Truth[] = [];
  for (const outgoing of await outgoingOf(options)) {
    truths.push((await renderDraft(outgoing, { pictures: false })).truth);
  }
  return truths;
}

/** The agreements, each in the form that it is to have. */
async function outgoingOf({
  seed = SAMPLE_SEED,
  count = SAMPLE_COUNT,
}: SampleOptions): Promise<Outgoing[]> {
  const drafts = draftCollection(seed, count);
  const drawn = await Promise.all(drafts.map(drawDraft));
  const forms = chooseForms(
    drafts.map((draft, at) => ({
      ...draft,
      goodExample: draft.facts.goodExample,
      pages: drawn[at]?.pages ?? null,
      statingPages: pagesThatState(drawn[at]?.placed ?? []),
    })),
  );
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const named = drafts.map((draft, at) => {
    const form = forms[at] ?? { kind: 'office' };
    const fileName = uniqueName(nameFor(draft, formatOf({ draft, form })), taken);
    names.set(draft.fileName, fileName);
    return { draft, form, fileName, drawn: drawn[at] ?? null };
  });
  return named.map((each) => {
    const { related } = each.draft;
    const renamed = related && {
      ...related,
      fileName: names.get(related.fileName) ?? related.fileName,
    };
    return { ...each, related: renamed };
  });
}

/** The file's name with the extension of what it has become. */
function nameFor({ fileName, format: written }: Draft, format: string): string {
  return format === written ? fileName : fileName.replace(/\.\w+$/u, `.${format}`);
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
function groundTruth(files: readonly SampleFile[], seed: number): string {
  const note =
    'Invented agreements. Public bodies are real; associations, persons, numbers and contents are not, save for what the four good examples take from the report of 2025.';
  return `${JSON.stringify({ seed, note, agreements: files.map((file) => file.truth) }, null, 2)}\n`;
}
