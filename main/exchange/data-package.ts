import type { Codebook } from '../../shared/domain/codebook';
import type { ProjectId } from '../../shared/domain/ids';
import type { DatasetTable } from './dataset-tables';

export const DESCRIPTOR = 'datapackage.json';

/** A file of the dataset as it was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Rows of a table; `null` for what is none. */
  readonly rows: number | null;
}

/** How the tables are written, in the terms of CSV Dialect. */
const dialect = {
  csvddfVersion: 1.2,
  delimiter: ',',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  header: true,
};

/**
 * The descriptor of a dataset (Data Package, profile *tabular-data-package*): what each table holds,
 * how it is written, and the hash of its bytes.
 *
 * It says nothing of when or where it was written, so the same project gives the same bytes.
 */
export function describeDataset(dataset: {
  project: { id: ProjectId; name: string };
  version: string;
  codebook: Codebook;
  tables: readonly DatasetTable[];
  files: readonly WrittenFile[];
}): object {
  const { project, version, codebook, tables, files } = dataset;
  const writtenAs = (name: string) => {
    const file = files.find((each) => each.name === name);
    if (file === undefined) throw new Error(`${name} was not written`);
    return { bytes: file.bytes, hash: `sha256:${file.sha256}` };
  };
  return {
    profile: 'tabular-data-package',
    name: packageName(project.name),
    id: project.id,
    title: project.name,
    description:
      'Agreements categorised by reviewers: settled values, codings as they were handed in, decisions and evidence. README.md tells how it was made and what is not settled.',
    sources: [{ title: codebook.source }],
    resources: tables.map((table) => ({
      profile: 'tabular-data-resource',
      name: table.name,
      title: table.title,
      description: table.description,
      path: `${table.name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect,
      ...writtenAs(`${table.name}.csv`),
      schema: {
        fields: table.fields,
        missingValues: [''],
        primaryKey: table.primaryKey,
        ...(table.foreignKeys.length === 0 ? {} : { foreignKeys: table.foreignKeys }),
      },
    })),
    codebook: {
      path: 'codebook.json',
      id: codebook.id,
      version: codebook.version,
      ...writtenAs('codebook.json'),
    },
    samsyn: { format: 1, version, formulaCells: 'apostrophe, see README.md' },
  };
}

/** The project that a descriptor of ours is about; `null` when the text is none of ours. */
export function projectOfDescriptor(descriptor: string): string | null {
  try {
    const parsed: unknown = JSON.parse(descriptor);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { samsyn, id } = parsed as Record<string, unknown>;
    return typeof samsyn === 'object' && samsyn !== null && typeof id === 'string' ? id : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Names of data packages are lower-case ASCII: letters, digits, `.`, `_` and `-`. */
function packageName(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-._]+|[-._]+$/g, '');
  return ascii === '' ? 'dataset' : ascii;
}
