import { open, stat, type FileHandle } from 'node:fs/promises';

import { DocumentId } from '../shared/domain/ids';
import { type DrawnPart, lengthOfAll, partsBetween } from './documents/drawn-parts';
import { ofDocument, refused } from './protocol-answers';
import { isAbsence } from './system-code';

export interface DocumentSource {
  /** Where the received bytes of a document of the open project lie; `null` when it has none such. */
  readonly documentFile: (document: DocumentId) => string | null;
  /** Whether those bytes are still what its hash says. */
  readonly isWhole: (document: DocumentId) => Promise<boolean>;
  /** What makes up the PDF that a document is drawn as; `null`: the received bytes as they are. */
  readonly drawing: (document: DocumentId) => Promise<readonly DrawnPart[] | null>;
}

/**
 * The bytes that a document is drawn from, all of them or the range that is asked for. 404: there are
 * none; 410: they are not what was received; 416: they do not reach so far.
 */
export async function serveDocument(
  request: Request,
  name: string,
  { documentFile, isWhole, drawing }: DocumentSource,
): Promise<Response> {
  const document = DocumentId.safeParse(name);
  const file = document.success ? documentFile(document.data) : null;
  const received = file === null ? null : await sizeOrNull(file);
  if (!document.success || file === null || received === null) return refused(404);
  // What was changed in the project folder is not what anybody received: its text is shown instead.
  if (!(await isWhole(document.data))) return refused(410);
  const drawn = await drawing(document.data);
  const parts = drawn ?? [{ start: 0, end: received }];
  const size = lengthOfAll(parts);

  const range = requestedRange(request.headers.get('Range'), size);
  const headers: Record<string, string> = {
    ...ofDocument('application/octet-stream'),
    'Accept-Ranges': 'bytes',
  };
  if (range === 'unsatisfiable') {
    headers['Content-Range'] = `bytes */${size}`;
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size };
  if (range !== null) headers['Content-Range'] = `bytes ${start}-${end - 1}/${size}`;
  headers['Content-Length'] = String(end - start);
  const body = request.method === 'HEAD' ? null : bytesOf(file, partsBetween(parts, start, end));
  return new Response(body, { status: range === null ? 200 : 206, headers });
}

/** `start` inclusive, `end` exclusive; `null` when all of it is wanted. Several ranges: all of it. */
export function requestedRange(
  header: string | null,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = header === null ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  return start >= size || end <= start ? 'unsatisfiable' : { start, end };
}

const CHUNK = 256 * 1024;

/**
 * Parts of a file and between them, read as they are asked for.
 *
 * Not `Readable.toWeb`, which throws outside of any handler when the reader turns away in the middle,
 * and turning away in the middle is what pdf.js does as soon as it learns that it may ask for ranges.
 */
function bytesOf(file: string, parts: readonly DrawnPart[]): ReadableStream<Uint8Array> {
  let handle: FileHandle | null = null;
  const left = [...parts];
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = left.shift();
        if (part !== undefined && 'bytes' in part) {
          controller.enqueue(new Uint8Array(part.bytes));
        } else if (part !== undefined) {
          // With the first question, so that an answer that nobody reads leaves nothing open.
          handle ??= await open(file, 'r');
          const buffer = new Uint8Array(Math.min(CHUNK, part.end - part.start));
          const { bytesRead } = await handle.read(buffer, 0, buffer.length, part.start);
          const start = part.start + bytesRead;
          if (bytesRead === 0) left.length = 0;
          else {
            if (start < part.end) left.unshift({ start, end: part.end });
            controller.enqueue(buffer.subarray(0, bytesRead));
          }
        }
        if (left.length > 0) return;
        await handle?.close();
        controller.close();
      },
      async cancel() {
        await handle?.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function sizeOrNull(file: string): Promise<number | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    return isAbsence(error) ? null : Promise.reject(error);
  }
}
