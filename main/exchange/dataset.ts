import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { protectCell } from '../../shared/domain/csv-safety';
import type { Codebook } from '../../shared/domain/codebook';
import type { Steps } from '../../shared/domain/steps';
import type { ExportPreview, ExportResult } from '../../shared/ipc/shapes';
import { codebookOf } from '../handlers/deps';
import { Slices } from '../slices';
import type { Db } from '../store/connection';
import type { ProjectStore } from '../store/project-store';
import { countDataset, countUnsettled, listUnsettled } from '../store/queries/dataset';
import { findProject } from '../store/queries/project';
import { withSnapshot } from '../store/snapshot';
import { storageError } from '../store/storage-error';
import { systemCode } from '../system-code';
import { csvLine } from './csv';
import { DESCRIPTOR, type WrittenFile, describeDataset, projectOfDescriptor } from './data-package';
import type { Cell } from './dataset-columns';
import { datasetReadme } from './dataset-readme';
import { type DatasetTable, datasetTables } from './dataset-tables';
import { contentsOf, isNoFolder, replaceFiles, writeDurably } from './replace-folder';

/** What an export would hold, and what would be missing from it. */
export function previewExport(store: ProjectStore): ExportPreview {
  const { agreements, settledAgreements, settledValues, blind } = countDataset(store.db);
  const unsettled = codebookOf(store)
    .variables.map((variable) => ({
      variable: variable.id,
      count: countUnsettled(store.db, variable),
    }))
    .filter(({ count }) => count > 0);
  return { agreements, settledAgreements, settledValues, unsettled, blind };
}

/**
 * Writes the dataset into a folder: tables, codebook, README and descriptor, all of them or none.
 *
 * The same project gives the same bytes: nothing in them tells when or where they were written. A
 * former export of the same project is replaced; other files in its folder stay. It is the project as
 * it was when this began, whatever is written to it meanwhile.
 *
 * Throws `export-folder-not-empty`, `export-other-project`, `export-inside-project`,
 * `export-file-in-use`, `disk-full` or `not-writable`, or what `slices` throw to stop it; then a former
 * export is as it was.
 */
export async function writeDataset(
  store: ProjectStore,
  folder: string,
  { version, slices = new Slices() }: { version: string; slices?: Slices },
): Promise<ExportResult> {
  const target = resolve(folder);
  const project = findProject(store.db);
  const codebook = codebookOf(store);
  if (project === null) throw new Error('A project with a codebook has a first entry');
  refuseUnlessOurs(target, project.id);
  refuseInside(store.folder, target);

  const files: WrittenFile[] = [];
  try {
    await withSnapshot(store, ({ db }) =>
      replaceFiles(target, async (waiting) => {
        const put = async (name: string, content: Buffer) =>
          files.push(await putFile(waiting, name, [content]));
        const tables = datasetTables(db, codebook);
        for (const table of tables) files.push(await putTable(waiting, table, slices));
        await put('codebook.json', jsonBytes(codebook));
        const readme = await slices.run(readmeSteps(db, codebook, project, version));
        await put('README.md', Buffer.from(readme));
        const descriptor = describeDataset({ project, version, codebook, tables, files });
        await put(DESCRIPTOR, jsonBytes(descriptor));
        return files.map(({ name }) => name);
      }),
    );
  } catch (error) {
    throw storageError(error, target);
  }
  return { folder: target, files: files.map(({ name, bytes, rows }) => ({ name, bytes, rows })) };
}

function refuseUnlessOurs(target: string, project: string): void {
  if (isNoFolder(target)) {
    throw new AppError(
      'export-not-a-folder',
      `"${target}" is a file. Choose a folder for the dataset.`,
      { folder: target },
    );
  }
  const contents = contentsOf(target);
  if (contents.length === 0) return;
  const former = isNoFolder(join(target, DESCRIPTOR))
    ? projectOfDescriptor(readFileSync(join(target, DESCRIPTOR), 'utf8'))
    : null;
  if (former === null) {
    throw new AppError(
      'export-folder-not-empty',
      `"${target}" holds other files (${contents[0]}${contents.length > 1 ? ' …' : ''}). Choose an empty folder, or one that holds a former export of this project.`,
      { folder: target, file: contents[0] ?? '' },
    );
  }
  if (former !== project) {
    throw new AppError(
      'export-other-project',
      `"${target}" holds the dataset of another project. Choose another folder.`,
      { folder: target },
    );
  }
}

/** The project folder is no place for a dataset: it is copied, verified and handed on as it is. */
function refuseInside(projectFolder: string, target: string): void {
  const project = realpathSync(projectFolder);
  const path = relative(project, realPlaceOf(target));
  if (path !== '' && (path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path)) {
    return;
  }
  throw new AppError(
    'export-inside-project',
    `"${target}" lies inside the project. Choose a folder outside "${basename(projectFolder)}".`,
    { folder: target },
  );
}

/** Where a path leads, links followed as far as there is something. */
function realPlaceOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const isRoot = dirname(path) === path;
    if (isRoot || systemCode(error) !== 'ENOENT') throw error;
    return join(realPlaceOf(dirname(path)), basename(path));
  }
}

function* readmeSteps(
  db: Db,
  codebook: Codebook,
  project: { name: string; codersWanted: number },
  version: string,
): Steps<string> {
  const unsettled = [];
  for (const variable of codebook.variables) {
    unsettled.push({ variable: variable.id, agreements: listUnsettled(db, variable) });
    yield;
  }
  return datasetReadme({ ...project, version, codebook, counts: countDataset(db), unsettled });
}

async function putTable(
  waiting: string,
  table: DatasetTable,
  slices: Slices,
): Promise<WrittenFile> {
  let count = 0;
  async function* lines(): AsyncGenerator<Buffer> {
    let block = csvLine(table.fields.map(({ name }) => name));
    for (const rows of table.rows()) {
      count += rows.length;
      for (const row of rows) block += csvLine(row.map(cellText));
      if (block.length > 1_000_000) {
        yield Buffer.from(block);
        block = '';
      }
      await slices.rest();
    }
    yield Buffer.from(block);
  }
  const file = await putFile(waiting, `${table.name}.csv`, lines());
  return { ...file, rows: count };
}

async function putFile(
  waiting: string,
  name: string,
  parts: Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  }
  await writeDurably(join(waiting, name), counted());
  return { name, rows: null, bytes, sha256: hash.digest('hex') };
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? protectCell(cell) : String(cell);
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
