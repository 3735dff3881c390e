import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';

import type { CustomScheme } from 'electron';

import { DocumentId } from '../shared/domain/ids';
import { type DrawnPart, lengthOfAll, partsBetween } from './documents/drawn-parts';

/**
 * `app://`: everything that the window and the document frame may read, and nothing else.
 *
 * `app://ui` is the workbench, `app://viewer` the document frame. They are two sites, so Chromium
 * gives them two processes. The received bytes of a document are to be had in the frame only, and
 * only from the project that is open.
 */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  },
};

export const UI_URL = 'app://ui/index.html';
export const VIEWER_URL = 'app://viewer/index.html';

interface AppHandlerOptions {
  /** Folder of the built pages (`dist/renderer`). */
  readonly root: string;
  /** Where the received bytes of a document of the open project lie; `null` when it has none such. */
  readonly documentFile: (document: DocumentId) => string | null;
  /** Whether those bytes are still what its hash says. */
  readonly isWhole: (document: DocumentId) => Promise<boolean>;
  /** What makes up the PDF that a document is drawn as; `null`: the received bytes as they are. */
  readonly drawing: (document: DocumentId) => Promise<readonly DrawnPart[] | null>;
  /** Recognised text of a page; without a page, which have such. To be sent as JSON; `null`: there is none. */
  readonly recognised: (document: DocumentId, page: number | null) => unknown;
  /** A page as it was read, for a sheet that cannot be had from the document. To be sent as JSON; `null`: there is none. */
  readonly readPage: (document: DocumentId, page: number) => Promise<unknown>;
}

/** Stands in `index.html` where the nonce of this load goes. */
const NONCE_PLACE = '__CSP_NONCE__';

const common: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  'Cache-Control': 'no-store',
};

function uiPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // React Aria puts one style element into the page and marks it with this nonce.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src app://viewer',
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

const viewerPolicy = [
  "default-src 'none'",
  // pdf.js decodes JPEG 2000, JBIG2 and colour profiles in WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  'frame-ancestors app://ui',
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
].join('; ');

const documentPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Folders of `dist/renderer` that each host may read, beside its own page. */
const served: Record<string, { page: string; folders: readonly string[] }> = {
  ui: { page: 'index.html', folders: ['assets'] },
  viewer: { page: 'viewer/index.html', folders: ['assets', 'pdfjs'] },
};

/** Answers requests for `app://`; for `protocol.handle`. */
export function createAppHandler(
  options: AppHandlerOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refused(405);
    const url = new URL(request.url);
    const path = safePath(url.pathname);
    const host = Object.hasOwn(served, url.host) ? served[url.host] : undefined;
    if (url.protocol !== 'app:' || path === null || host === undefined) return refused(404);

    const [folder = '', ...rest] = path;
    if (url.host === 'viewer' && folder === 'documents' && rest.length === 1) {
      return serveDocument(request, rest[0] ?? '', options);
    }
    if (url.host === 'viewer' && folder === 'recognised' && rest.length >= 1 && rest.length <= 2) {
      return serveRecognised(rest, options.recognised);
    }
    if (url.host === 'viewer' && folder === 'pages' && rest.length === 2) {
      return servePageRead(rest, options.readPage);
    }
    if (path.length === 0 || (path.length === 1 && folder === 'index.html')) {
      return servePage(join(options.root, host.page), url.host);
    }
    if (!host.folders.includes(folder)) return refused(404);
    return serveFile(join(options.root, ...path), url.host);
  };
}

/** The parts of a path; `null` for one that tries to leave its folder. */
function safePath(pathname: string): readonly string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\\\0]/.test(decoded)) return null;
  const parts = decoded.split('/').filter((part) => part !== '');
  return parts.some((part) => part === '..' || part === '.' || part.includes(':')) ? null : parts;
}

async function servePage(file: string, host: string): Promise<Response> {
  const html = await readOrNull(file);
  if (html === null) return refused(404);
  const nonce = randomBytes(18).toString('base64');
  return new Response(html.toString('utf8').replaceAll(NONCE_PLACE, nonce), {
    headers: {
      ...common,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': host === 'ui' ? uiPolicy(nonce) : viewerPolicy,
    },
  });
}

async function serveFile(file: string, host: string): Promise<Response> {
  const bytes = await readOrNull(file);
  if (bytes === null) return refused(404);
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...common,
      'Content-Type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      // A worker answers to the policy of its own script, not to that of its page.
      'Content-Security-Policy': host === 'ui' ? "default-src 'none'" : viewerPolicy,
    },
  });
}

async function serveDocument(
  request: Request,
  name: string,
  {
    documentFile,
    isWhole,
    drawing,
  }: Pick<AppHandlerOptions, 'documentFile' | 'isWhole' | 'drawing'>,
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
    ...common,
    'Content-Type': 'application/octet-stream',
    'Content-Security-Policy': documentPolicy,
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

function serveRecognised(
  [name = '', number]: readonly string[],
  recognised: AppHandlerOptions['recognised'],
): Response {
  const document = DocumentId.safeParse(name);
  if (!document.success || (number !== undefined && !/^\d{1,6}$/.test(number))) return refused(404);
  return json(recognised(document.data, number === undefined ? null : Number(number)));
}

async function servePageRead(
  [name = '', number = '']: readonly string[],
  readPage: AppHandlerOptions['readPage'],
): Promise<Response> {
  const document = DocumentId.safeParse(name);
  if (!document.success || !/^[1-9]\d{0,5}$/.test(number)) return refused(404);
  return json(await readPage(document.data, Number(number)));
}

function json(found: unknown): Response {
  if (found === null) return refused(404);
  return new Response(JSON.stringify(found), {
    headers: {
      ...common,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Security-Policy': documentPolicy,
    },
  });
}

function refused(status: number): Response {
  return new Response(null, {
    status,
    headers: { ...common, 'Content-Security-Policy': "default-src 'none'" },
  });
}

/** The bytes of a file; `null` when there is no such file. */
async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    return isAbsence(error) ? null : Promise.reject(error);
  }
}

async function sizeOrNull(file: string): Promise<number | null> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    return isAbsence(error) ? null : Promise.reject(error);
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
