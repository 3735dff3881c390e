/** What a compound file holds: streams of bytes, and storages with the like in them. */
export interface Storage {
  readonly [name: string]: Uint8Array | Storage;
}

const SECTOR = 512;
const SMALL = 64;
const FREE = -1;
const END = -2;

interface Entry {
  name: string;
  type: 1 | 2 | 5;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/**
 * Writes a compound file (MS-CFB, version 3) as Outlook and old Office do: 512-byte sectors, short
 * streams in small sectors, directories as trees in the order that the format asks for.
 */
export function compoundFile(root: Storage): Buffer {
  const entries: Entry[] = [];
  const streams: { entry: Entry; bytes: Uint8Array }[] = [];
  const add = (name: string, content: Uint8Array | Storage, type: Entry['type']): number => {
    const isStream = content instanceof Uint8Array;
    const entry: Entry = { name, type, left: FREE, right: FREE, child: FREE, start: 0, size: 0 };
    const at = entries.push(entry) - 1;
    if (isStream) streams.push({ entry, bytes: content });
    else {
      const children = Object.entries(content)
        .map(([key, value]) => ({
          name: key,
          at: add(key, value, value instanceof Uint8Array ? 2 : 1),
        }))
        .sort((a, b) => byName(a.name, b.name));
      entry.child = treeOf(children, entries);
    }
    return at;
  };
  add('Root Entry', root, 5);

  const small: number[] = [];
  const smallParts: Buffer[] = [];
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const store = (bytes: Uint8Array): number => {
    const count = Math.ceil(bytes.length / SECTOR);
    if (count === 0) return END;
    const first = sectors.length;
    for (let part = 0; part < count; part += 1) {
      sectors.push(padded(bytes.subarray(part * SECTOR, (part + 1) * SECTOR), SECTOR));
      fat.push(part === count - 1 ? END : first + part + 1);
    }
    return first;
  };
  for (const { entry, bytes } of streams) {
    entry.size = bytes.length;
    if (bytes.length >= 4096) entry.start = store(bytes);
    else if (bytes.length === 0) entry.start = END;
    else {
      entry.start = small.length;
      const count = Math.ceil(bytes.length / SMALL);
      for (let part = 0; part < count; part += 1) {
        smallParts.push(padded(bytes.subarray(part * SMALL, (part + 1) * SMALL), SMALL));
        small.push(part === count - 1 ? END : small.length + 1);
      }
    }
  }
  const rootEntry = entries[0];
  if (rootEntry === undefined) throw new Error('no root');
  const container = Buffer.concat(smallParts);
  rootEntry.start = store(container);
  rootEntry.size = container.length;
  const smallTable = store(numbers(small, SECTOR / 4));
  const directory = store(Buffer.concat(entries.map(entryBytes)));

  let tables = 1;
  while (tables * (SECTOR / 4) < sectors.length + tables) tables += 1;
  if (tables > 109) throw new Error('This writer makes files of up to 7 MB');
  const firstTable = sectors.length;
  for (let index = 0; index < tables; index += 1) fat.push(-3);
  const header = Buffer.alloc(SECTOR);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeInt32LE(tables, 44);
  header.writeInt32LE(directory, 48);
  header.writeInt32LE(4096, 56);
  header.writeInt32LE(small.length === 0 ? END : smallTable, 60);
  header.writeInt32LE(Math.ceil(small.length / (SECTOR / 4)), 64);
  header.writeInt32LE(END, 68);
  for (let index = 0; index < 109; index += 1) {
    header.writeInt32LE(index < tables ? firstTable + index : FREE, 76 + 4 * index);
  }
  return Buffer.concat([header, ...sectors, numbers(fat, (tables * SECTOR) / 4)]);
}

/** Shorter names first, then by their letters in upper case. */
function byName(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a.toUpperCase() < b.toUpperCase() ? -1 : 1;
}

/** A balanced tree of siblings; gives the one at its top. */
function treeOf(children: readonly { at: number }[], entries: readonly Entry[]): number {
  const middle = children[children.length >> 1];
  const entry = middle === undefined ? undefined : entries[middle.at];
  if (middle === undefined || entry === undefined) return FREE;
  entry.left = treeOf(children.slice(0, children.length >> 1), entries);
  entry.right = treeOf(children.slice((children.length >> 1) + 1), entries);
  return middle.at;
}

function entryBytes({ name, type, left, right, child, start, size }: Entry): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, 64);
  bytes.writeUInt8(type, 66);
  bytes.writeUInt8(1, 67);
  bytes.writeInt32LE(left, 68);
  bytes.writeInt32LE(right, 72);
  bytes.writeInt32LE(child, 76);
  bytes.writeInt32LE(start, 116);
  bytes.writeInt32LE(size, 120);
  return bytes;
}

function numbers(values: readonly number[], multiple: number): Buffer {
  const count = Math.ceil(values.length / multiple) * multiple;
  const bytes = Buffer.alloc(count * 4, 0xff);
  for (const [index, value] of values.entries()) bytes.writeInt32LE(value, index * 4);
  return bytes;
}

function padded(bytes: Uint8Array, length: number): Buffer {
  const whole = Buffer.alloc(length);
  whole.set(bytes);
  return whole;
}
