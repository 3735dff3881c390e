import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { extname, join } from 'node:path';

import type { CustomScheme } from 'electron';

import { DocumentId } from '../shared/domain/ids';
import { common, json, refused, uiPolicy, viewerPolicy } from './protocol-answers';
import { isAbsence } from './system-code';
import { type DocumentSource, serveDocument } from './protocol-document';

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

interface AppHandlerOptions extends DocumentSource {
  /** Folder of the built pages (`dist/renderer`). */
  readonly root: string;
  /** Recognised text of a page; without a page, which have such. To be sent as JSON; `null`: there is none. */
  readonly recognised: (document: DocumentId, page: number | null) => unknown;
  /** A page as it was read, for a sheet that cannot be had from the document. To be sent as JSON; `null`: there is none. */
  readonly readPage: (document: DocumentId, page: number) => Promise<unknown>;
}

/** Stands in `index.html` where the nonce of this load goes. */
const NONCE_PLACE = '__CSP_NONCE__';

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

/** The bytes of a file; `null` when there is no such file. */
async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    return isAbsence(error) ? null : Promise.reject(error);
  }
}
