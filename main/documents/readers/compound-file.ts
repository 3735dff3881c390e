/**
 * Looks through a compound file (MS-CFB) before a parser that trusts it gets it: no chain of sectors
 * and no branch of the directory may lead in a circle or out of the file, and nothing may claim to be
 * larger than the file.
 */

const FREE = -1;
const END = -2;
const ENTRY = 128;
/** Streams shorter than this lie in the small sectors, by the format's own constant. */
const SMALL_BELOW = 4096;
const SMALL_SECTOR = 64;
/** How deep storages may lie in each other: a mail five deep in mails has some twenty levels. */
const DEEPEST = 60;

export class CompoundFileError extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'CompoundFileError';
  }
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Names of what lies at the root of a compound file. Throws `CompoundFileError`. */
export function checkCompoundFile(bytes: Uint8Array): string[] {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) throw new CompoundFileError('it stops before its end');
  const shift = file.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new CompoundFileError('its sectors have no known size');
  const sector = 1 << shift;
  const sectors = Math.ceil(bytes.length / sector) - 1;
  const offsetOf = (index: number): number => {
    if (index < 0 || index >= sectors) throw new CompoundFileError('a sector lies outside of it');
    return (index + 1) * sector;
  };
  const numberAt = (offset: number): number =>
    offset + 4 <= bytes.length ? file.getInt32(offset, true) : FREE;

  const table = tableSectors(file, { sector, sectors, offsetOf, numberAt });
  const nextOf = (index: number): number => {
    const part = table[Math.floor(index / (sector / 4))];
    return part === undefined ? END : numberAt(offsetOf(part) + 4 * (index % (sector / 4)));
  };
  const directory = chain(file.getInt32(48, true), nextOf, sectors);
  const entries = directory.flatMap((index) => entriesIn(file, offsetOf(index), sector));
  const [root] = entries;
  if (root?.type !== 5) throw new CompoundFileError('it has no root');
  const small = chain(file.getInt32(60, true), nextOf, sectors);
  const smallSectors = (small.length * sector) / 4;
  const nextSmall = (index: number): number => {
    const part = small[Math.floor(index / (sector / 4))];
    return part === undefined ? END : numberAt(offsetOf(part) + 4 * (index % (sector / 4)));
  };
  const container = chain(root.start, nextOf, sectors).length * sector;
  for (const { type, start, size } of entries) {
    if (type !== 2 || size === 0) continue;
    if (size < 0 || size > bytes.length) throw new CompoundFileError('a part claims too much');
    const isSmall = size < SMALL_BELOW;
    const parts = isSmall ? chain(start, nextSmall, smallSectors) : chain(start, nextOf, sectors);
    const length = parts.length * (isSmall ? SMALL_SECTOR : sector);
    const isInside = !isSmall || parts.every((part) => (part + 1) * SMALL_SECTOR <= container);
    if (length < size || !isInside) throw new CompoundFileError('a part stops before its end');
  }
  return rootNames(entries);
}

/** The sectors that the table of sectors lies in: 109 from the header, the others from its chain. */
function tableSectors(
  file: DataView,
  given: {
    sector: number;
    sectors: number;
    offsetOf: (index: number) => number;
    numberAt: (offset: number) => number;
  },
): number[] {
  const { sector, sectors, offsetOf, numberAt } = given;
  const count = file.getInt32(44, true);
  if (count < 1 || count > sectors) throw new CompoundFileError('its table claims too much');
  const table: number[] = [];
  for (let at = 0; at < 109 && table.length < count; at += 1) table.push(numberAt(76 + 4 * at));
  let more = file.getInt32(68, true);
  for (let seen = 0; table.length < count; seen += 1) {
    if (seen > sectors) throw new CompoundFileError('its table leads in a circle');
    const offset = offsetOf(more);
    for (let at = 0; at < sector / 4 - 1 && table.length < count; at += 1) {
      table.push(numberAt(offset + 4 * at));
    }
    more = numberAt(offset + sector - 4);
  }
  for (const index of table) offsetOf(index);
  return table;
}

/** The sectors from a first one to the end mark. */
function chain(start: number, nextOf: (index: number) => number, most: number): number[] {
  const found: number[] = [];
  for (let index = start; index !== END && index !== FREE; index = nextOf(index)) {
    if (index < 0 || index >= most) throw new CompoundFileError('a sector lies outside of it');
    if (found.length >= most) throw new CompoundFileError('its sectors lead in a circle');
    found.push(index);
  }
  return found;
}

function entriesIn(file: DataView, offset: number, sector: number): Entry[] {
  const entries: Entry[] = [];
  for (let at = offset; at < offset + sector && at + ENTRY <= file.byteLength; at += ENTRY) {
    const length = Math.min(64, file.getUint16(at + 64, true));
    let name = '';
    for (let index = 0; index + 2 < length; index += 2) {
      name += String.fromCharCode(file.getUint16(at + index, true));
    }
    entries.push({
      name,
      type: file.getUint8(at + 66),
      left: file.getInt32(at + 68, true),
      right: file.getInt32(at + 72, true),
      child: file.getInt32(at + 76, true),
      start: file.getInt32(at + 116, true),
      size: file.getInt32(at + 120, true),
    });
  }
  return entries;
}

/** Goes through the whole directory; each entry may be come to once, from one storage. */
function rootNames(entries: readonly Entry[]): string[] {
  const names: string[] = [];
  const seen = new Set<number>([0]);
  const open: { index: number; depth: number }[] = [{ index: entries[0]?.child ?? FREE, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, depth } = next;
    if (index === FREE) continue;
    const entry = entries[index];
    if (entry === undefined || (entry.type !== 1 && entry.type !== 2)) {
      throw new CompoundFileError('its directory names what is not there');
    }
    if (seen.has(index)) throw new CompoundFileError('its directory leads in a circle');
    if (depth > DEEPEST) throw new CompoundFileError('its parts lie too deep in each other');
    seen.add(index);
    if (depth === 1) names.push(entry.name);
    open.push({ index: entry.left, depth }, { index: entry.right, depth });
    if (entry.type === 1) open.push({ index: entry.child, depth: depth + 1 });
  }
  return names;
}
