import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';
import { z } from 'zod';

/**
 * A validator of tabular data packages that knows nothing of the program: the rules of Data Package,
 * Tabular Data Resource and Table Schema (specs.frictionlessdata.io, version 1) for what the dataset
 * uses. Anything that it does not know is an error, so that nothing passes unchecked.
 */
const Constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  minimum: z.number().optional(),
  enum: z.array(z.string()).min(1).optional(),
  pattern: z.string().optional(),
});

const Field = z
  .strictObject({
    name: z.string().min(1),
    type: z.enum(['string', 'integer', 'boolean', 'datetime']),
    title: z.string().min(1),
    description: z.string().min(1),
    constraints: Constraints.optional(),
    trueValues: z.array(z.string()).min(1).optional(),
    falseValues: z.array(z.string()).min(1).optional(),
  })
  .refine(({ type, constraints }) => type === 'integer' || constraints?.minimum === undefined)
  .refine(({ type, constraints }) => type === 'string' || constraints?.pattern === undefined)
  .refine(({ type, trueValues }) => type === 'boolean' || trueValues === undefined);
type Field = z.output<typeof Field>;

const names = z.array(z.string()).min(1);

const Resource = z.strictObject({
  profile: z.literal('tabular-data-resource'),
  name: z.string().regex(/^[-a-z0-9._]+$/),
  title: z.string(),
  description: z.string(),
  path: z.string().regex(/^(?!\/)(?!.*\.\.)[^:]+$/),
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  dialect: z.strictObject({
    csvddfVersion: z.literal(1.2),
    delimiter: z.literal(','),
    lineTerminator: z.literal('\n'),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    skipInitialSpace: z.literal(false),
    header: z.literal(true),
  }),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: z.strictObject({
    fields: z.array(Field).min(1),
    missingValues: z.array(z.string()),
    primaryKey: names,
    foreignKeys: z
      .array(
        z.strictObject({
          fields: names,
          reference: z.strictObject({ resource: z.string(), fields: names }),
        }),
      )
      .min(1)
      .optional(),
  }),
});
type Resource = z.output<typeof Resource>;

const Descriptor = z.looseObject({
  profile: z.literal('tabular-data-package'),
  name: z.string().regex(/^[-a-z0-9._]+$/),
  id: z.string().min(1),
  title: z.string().min(1),
  description: z.string().min(1),
  sources: z.array(z.strictObject({ title: z.string().min(1) })).min(1),
  resources: z.array(Resource).min(1),
});

interface Table {
  resource: Resource;
  rows: Record<string, string>[];
}

/** What is wrong with the data package in a folder. */
export function dataPackageProblems(folder: string): string[] {
  const parsed = Descriptor.safeParse(
    JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')),
  );
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const { resources } = parsed.data;
  const problems: string[] = [];
  if (new Set(resources.map(({ name }) => name)).size !== resources.length) {
    problems.push('two resources share a name');
  }
  const tables = new Map<string, Table>();
  for (const resource of resources) {
    const bytes = readFileSync(join(folder, resource.path));
    if (statSync(join(folder, resource.path)).size !== resource.bytes) {
      problems.push(`${resource.path}: bytes are ${bytes.length}`);
    }
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (resource.hash !== `sha256:${hash}`) problems.push(`${resource.path}: hash is ${hash}`);
    const { data, errors } = Papa.parse<string[]>(bytes.toString('utf8'), {
      delimiter: ',',
      newline: '\n',
      skipEmptyLines: true,
    });
    problems.push(...errors.map(({ message }) => `${resource.path}: ${message}`));
    problems.push(...headerProblems(resource, data[0] ?? []));
    const rows = data
      .slice(1)
      .map((row) => Object.fromEntries(row.map((cell, at) => [data[0]?.[at] ?? `#${at}`, cell])));
    rows.forEach((row, at) => problems.push(...rowProblems(resource, row, at + 1)));
    problems.push(...uniqueProblems(resource, rows));
    tables.set(resource.name, { resource, rows });
  }
  for (const table of tables.values()) problems.push(...foreignKeyProblems(table, tables));
  return problems;
}

function headerProblems({ path, schema }: Resource, header: string[]): string[] {
  const declared = schema.fields.map(({ name }) => name);
  const problems = [];
  if (JSON.stringify(header) !== JSON.stringify(declared)) problems.push(`${path}: header differs`);
  if (new Set(declared).size !== declared.length) problems.push(`${path}: a column comes twice`);
  const keys = [
    schema.primaryKey,
    ...(schema.foreignKeys ?? []).map(({ fields }) => fields),
  ].flat();
  for (const key of keys) {
    if (!declared.includes(key)) problems.push(`${path}: key ${key} is no column`);
  }
  return problems;
}

function rowProblems(
  { path, schema }: Resource,
  row: Record<string, string>,
  number: number,
): string[] {
  const where = `${path}, row ${number}`;
  if (Object.keys(row).length !== schema.fields.length) return [`${where}: not as many cells`];
  return schema.fields.flatMap((field) => {
    const cell = row[field.name] ?? '';
    const problem = schema.missingValues.includes(cell)
      ? field.constraints?.required || schema.primaryKey.includes(field.name)
        ? `${field.name} is empty`
        : null
      : cellProblem(field, cell);
    return problem === null ? [] : [`${where}: ${problem}`];
  });
}

function cellProblem(field: Field, cell: string): string | null {
  const { minimum, enum: values, pattern } = field.constraints ?? {};
  if (field.type === 'integer' && !/^-?\d+$/.test(cell)) return `"${cell}" is no integer`;
  if (field.type === 'boolean') {
    const known = [...(field.trueValues ?? []), ...(field.falseValues ?? [])];
    if (!known.includes(cell)) return `"${cell}" is no boolean`;
  }
  if (field.type === 'datetime' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(cell)) {
    return `"${cell}" is no datetime`;
  }
  if (minimum !== undefined && Number(cell) < minimum) return `${cell} is below ${minimum}`;
  if (values !== undefined && !values.includes(cell))
    return `"${cell}" is none of ${values.join()}`;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(cell)) {
    return `"${cell}" is not ${pattern}`;
  }
  return null;
}

const keyOf = (row: Record<string, string>, fields: readonly string[]) =>
  JSON.stringify(fields.map((field) => row[field]));

function uniqueProblems({ path, schema }: Resource, rows: Record<string, string>[]): string[] {
  const keys = [
    schema.primaryKey,
    ...schema.fields.filter((field) => field.constraints?.unique).map(({ name }) => [name]),
  ];
  return keys
    .filter((key) => new Set(rows.map((row) => keyOf(row, key))).size !== rows.length)
    .map((key) => `${path}: ${key.join(', ')} is not unique`);
}

function foreignKeyProblems({ resource, rows }: Table, tables: Map<string, Table>): string[] {
  return (resource.schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = tables.get(reference.resource);
    if (other === undefined) return [`${resource.path}: there is no ${reference.resource}`];
    const known = new Set(other.rows.map((row) => keyOf(row, reference.fields)));
    return rows
      .filter((row) => !known.has(keyOf(row, fields)))
      .map(
        (row) =>
          `${resource.path}: ${fields.map((field) => row[field]).join('/')} is not in ${reference.resource}`,
      );
  });
}
