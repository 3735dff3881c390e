import { crc32 } from 'node:zlib';

import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

import { type AppError, isAppError } from '../../../shared/domain/app-error';
import { documentError, type Cause, type ErrorDetails } from '../errors';

/** What a document may unpack to. A long agreement has some megabytes of text and a dozen parts. */
export const ZIP_LIMITS = {
  entries: 5_000,
  /** Megabytes, all parts together. */
  size: 300,
  /** Megabytes of one part that is parsed: its tree in memory takes some twenty times as much. */
  part: 40,
  /** Times its packed size, for a part that unpacks to more than a megabyte. */
  ratio: 400,
} as const;

const MEGABYTE = 1_000_000;

/** A received zip: what it says that it holds, and what of it is wanted, unpacked under limits. */
export interface SafeZip {
  readonly names: readonly string[];
  /** Errors: `file-damaged`, `unpacks-too-large`. */
  unpack(wanted: (name: string) => boolean): Promise<Map<string, Uint8Array>>;
}

/**
 * Opens a zip without unpacking anything of it.
 *
 * The declared sizes are checked before anything is unpacked, and then the sizes that come out: a zip
 * bomb declares what it likes. Parts that are not wanted (images) are not unpacked at all. What is
 * returned holds plain bytes, so that no other unzip program has to look at the received file.
 *
 * Errors: `file-damaged`, `unpacks-too-large`.
 */
export async function openZip(bytes: Uint8Array, fileName: string): Promise<SafeZip> {
  const tooLarge = (context: Cause, limit: number) =>
    documentError('unpacks-too-large', fileName, { context, limit });
  const damaged = (details: ErrorDetails) => documentError('file-damaged', fileName, details);

  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Sizes are checked here, against limits first: what lies about them is a bomb before it is damaged.
  const options = { strictFileNames: false, validateEntrySizes: false };
  const zip = await fromBufferPromise(buffer, options).catch((error: unknown) => {
    throw damaged({ context: 'structure', reason: reasonOf(error) });
  });
  if (zip.entryCount > ZIP_LIMITS.entries) throw tooLarge('entries', ZIP_LIMITS.entries);
  const entries = await listEntries(zip).catch((error: unknown) => {
    throw damaged({ context: 'structure', reason: reasonOf(error) });
  });
  return {
    names: entries.map((entry) => entry.fileName),
    unpack: (wanted) => unpack(zip, entries, wanted, { tooLarge, damaged }),
  };
}

async function unpack(
  zip: ZipFile,
  entries: readonly Entry[],
  wanted: (name: string) => boolean,
  {
    tooLarge,
    damaged,
  }: {
    tooLarge: (context: Cause, limit: number) => AppError;
    damaged: (details: ErrorDetails) => AppError;
  },
): Promise<Map<string, Uint8Array>> {
  const declared = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (declared > ZIP_LIMITS.size * MEGABYTE) throw tooLarge('size', ZIP_LIMITS.size);

  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (!wanted(entry.fileName) || parts.has(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    let size = 0;
    let checksum = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        if (!Buffer.isBuffer(chunk)) continue;
        size += chunk.length;
        total += chunk.length;
        if (size > MEGABYTE && size > ZIP_LIMITS.ratio * Math.max(1, entry.compressedSize)) {
          throw tooLarge('ratio', ZIP_LIMITS.ratio);
        }
        if (size > ZIP_LIMITS.part * MEGABYTE) throw tooLarge('size', ZIP_LIMITS.part);
        if (total > ZIP_LIMITS.size * MEGABYTE) throw tooLarge('size', ZIP_LIMITS.size);
        checksum = crc32(chunk, checksum);
        chunks.push(chunk);
      }
      if (size !== entry.uncompressedSize || checksum !== entry.crc32) {
        throw new Error('it is not what was packed');
      }
    } catch (error) {
      if (isAppError(error)) throw error;
      throw damaged({ context: 'structure', reason: `${entry.fileName}: ${reasonOf(error)}` });
    }
    parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
