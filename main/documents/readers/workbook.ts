import { builtInFormat } from './number-format';
import { readXml, XmlError } from './xml';

/** A sheet as the workbook lists it. */
interface SheetEntry {
  readonly name: string;
  /** Its part. */
  readonly part: string;
  readonly hidden: boolean;
}

/** What all sheets share. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** The number format of each cell style. */
  readonly formats: readonly string[];
}

type Parts = ReadonlyMap<string, Uint8Array>;

/** Reads the parts that are not sheets. Throws `XmlError`. */
export function readWorkbook(parts: Parts): Workbook {
  const name = [...parts.keys()].find((part) => /^xl\/workbook\d*\.xml$/.test(part));
  const part = name === undefined ? undefined : parts.get(name);
  if (name === undefined || part === undefined) throw new XmlError('no xl/workbook.xml');
  const targets = relationsOf(parts, name);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  readXml(
    part,
    {
      open: (element, attributes) => {
        if (element === 'workbookPr') from1904 = isOn(attributes['date1904']);
        if (element !== 'sheet') return;
        const relation = attributes['r:id'] ?? namedId(attributes);
        const target = targets.get(relation ?? '');
        if (target === undefined || !/\/worksheets\//.test(target.part)) return;
        sheets.push({
          name: attributes['name'] ?? '',
          part: target.part,
          hidden: /^(?:hidden|veryHidden)$/.test(attributes['state'] ?? ''),
        });
      },
    },
    { prefixes: false },
  );
  return {
    sheets,
    from1904,
    strings: stringsOf(parts.get('xl/sharedStrings.xml')),
    formats: formatsOf(parts.get('xl/styles.xml')),
  };
}

/** The id of a relation, whatever prefix its namespace has. */
const namedId = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a part refers to, by id: only other parts of the file, never anything outside. Throws `XmlError`. */
export function relationsOf(parts: Parts, of: string): Map<string, { type: string; part: string }> {
  const relations = new Map<string, { type: string; part: string }>();
  const slash = of.lastIndexOf('/');
  const folder = of.slice(0, slash);
  const part = parts.get(`${folder}/_rels/${of.slice(slash + 1)}.rels`);
  if (part === undefined) return relations;
  readXml(
    part,
    {
      open: (element, attributes) => {
        if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
        relations.set(attributes['Id'] ?? '', {
          type: attributes['Type'] ?? '',
          part: partAt(folder, attributes['Target'] ?? ''),
        });
      },
    },
    { prefixes: false },
  );
  return relations;
}

/** The part that a target names, as seen from a folder: `../tables/table1.xml` or `/xl/tables/table1.xml`. */
function partAt(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The texts that cells refer to; pronunciations beside them are left out. */
function stringsOf(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = '';
  let isText = false;
  let unspoken = false;
  readXml(
    part,
    {
      open: (element) => {
        if (element === 'si') text = '';
        if (element === 'rPh') unspoken = true;
        isText = element === 't' && !unspoken;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (element) => {
        isText = false;
        if (element === 'rPh') unspoken = false;
        if (element === 'si') strings.push(text);
      },
    },
    { prefixes: false },
  );
  return strings;
}

function formatsOf(part: Uint8Array | undefined): string[] {
  const formats: string[] = [];
  if (part === undefined) return formats;
  const own = new Map<number, string>();
  let inCells = false;
  readXml(
    part,
    {
      open: (element, attributes) => {
        if (element === 'numFmt') {
          own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        }
        if (element === 'cellXfs') inCells = true;
        if (element === 'xf' && inCells) {
          const id = Number(attributes['numFmtId'] ?? 0) || 0;
          formats.push(own.get(id) ?? builtInFormat(id));
        }
      },
      close: (element) => {
        if (element === 'cellXfs') inCells = false;
      },
    },
    { prefixes: false },
  );
  return formats;
}
