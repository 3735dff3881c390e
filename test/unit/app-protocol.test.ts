import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAppHandler } from '../../main/protocol';
import { requestedRange } from '../../main/protocol-document';

const KNOWN = 'a'.repeat(64);
const ALTERED = 'd'.repeat(64);
const CONTENT = Uint8Array.from({ length: 700_000 }, (_, index) => index % 251);

let folder: string;
let answer: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samsyn-app-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(root, 'viewer'));
  await mkdir(join(root, 'pdfjs'));
  await writeFile(join(root, 'index.html'), '<meta nonce="__CSP_NONCE__">');
  await writeFile(join(root, 'viewer/index.html'), 'viewer');
  await writeFile(join(root, 'assets/index.js'), 'script');
  await writeFile(join(root, 'pdfjs/pdf.worker.mjs'), 'worker');
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'outside.js'), 'outside');
  await writeFile(join(folder, 'document'), CONTENT);
  answer = createAppHandler({
    root,
    isWhole: (document) => Promise.resolve(document !== ALTERED),
    documentFile: (document) => {
      if (document === KNOWN || document === ALTERED) return join(folder, 'document');
      return document === 'b'.repeat(64) ? join(folder, 'gone') : null;
    },
    drawing: () => Promise.resolve(null),
    recognised: () => null,
    readPage: (document, page) =>
      Promise.resolve(document === KNOWN && page === 2 ? { text: 'Avtal' } : null),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  answer(new Request(url, { headers }));

describe('app://', () => {
  it.each([
    ['app://ui/', 200],
    ['app://ui/index.html', 200],
    ['app://ui/assets/index.js', 200],
    ['app://viewer/index.html', 200],
    ['app://viewer/assets/index.js', 200],
    ['app://viewer/pdfjs/pdf.worker.mjs', 200],
    [`app://viewer/documents/${KNOWN}`, 200],
    // Bytes that are not those that came in are not given out.
    [`app://viewer/documents/${ALTERED}`, 410],
    [`app://viewer/pages/${KNOWN}/2`, 200],
    [`app://viewer/pages/${KNOWN}/3`, 404],
    [`app://viewer/pages/${KNOWN}/0`, 404],
    [`app://viewer/pages/${KNOWN}/2a`, 404],
    [`app://viewer/pages/${KNOWN}`, 404],
    [`app://viewer/pages/${'c'.repeat(64)}/2`, 404],
    [`app://ui/pages/${KNOWN}/2`, 404],
    // Another host's things, and hosts that are none.
    ['app://ui/viewer/index.html', 404],
    ['app://ui/pdfjs/pdf.worker.mjs', 404],
    [`app://ui/documents/${KNOWN}`, 404],
    ['app://other/index.html', 404],
    ['app://constructor/index.html', 404],
    // Files that nobody serves, and ways out of the folder.
    ['app://ui/secret.txt', 404],
    ['app://ui/assets', 404],
    ['app://ui/assets/missing.js', 404],
    ['app://ui/assets/..%2f..%2foutside.js', 404],
    ['app://ui/assets/%2e%2e/%2e%2e/outside.js', 404],
    ['app://ui/assets/..%5c..%5coutside.js', 404],
    ['app://ui/assets/%00index.js', 404],
    ['app://ui/assets/%E0%A4%A', 404],
    // Documents that the open project does not have, or whose file is gone.
    [`app://viewer/documents/${'c'.repeat(64)}`, 404],
    [`app://viewer/documents/${'b'.repeat(64)}`, 404],
    [`app://viewer/documents/${KNOWN.toUpperCase()}`, 404],
    ['app://viewer/documents/..%2fdocument', 404],
    [`app://viewer/documents/${KNOWN}/x`, 404],
  ])('answers %s with %i', async (url, status) => {
    expect((await get(url)).status).toBe(status);
  });

  it('is read only', async () => {
    const response = await answer(new Request('app://ui/index.html', { method: 'POST' }));

    expect(response.status).toBe(405);
  });

  it('gives every load of the window a nonce of its own, in the page and in its policy', async () => {
    const [first, second] = [await get('app://ui/'), await get('app://ui/')];
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1] ?? '';
    const policy = first.headers.get('Content-Security-Policy') ?? '';

    expect(nonce.length).toBeGreaterThanOrEqual(22);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(await second.text()).not.toContain(nonce);
  });

  it.each([
    'app://ui/',
    'app://ui/assets/index.js',
    'app://viewer/index.html',
    'app://viewer/pdfjs/pdf.worker.mjs',
    `app://viewer/documents/${KNOWN}`,
    'app://ui/missing',
  ])('forbids everything by default with %s', async (url) => {
    const { headers } = await get(url);
    const policy = headers.get('Content-Security-Policy') ?? '';

    expect(policy.startsWith("default-src 'none'")).toBe(true);
    expect(policy).not.toMatch(/https?:|\*|'unsafe-inline'|'unsafe-eval'/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('lets only the window hold the document frame, and nobody the window', async () => {
    const ui = (await get('app://ui/')).headers.get('Content-Security-Policy');
    const viewer = (await get('app://viewer/')).headers.get('Content-Security-Policy');

    expect(ui).toContain("frame-ancestors 'none'");
    expect(viewer).toContain('frame-ancestors app://ui');
  });
});

describe('a document on app://', () => {
  const url = `app://viewer/documents/${KNOWN}`;
  /** Of the content, as text: comparing them byte by byte takes long. */
  const bytesOf = async (response: Response): Promise<string> =>
    Buffer.from(await response.arrayBuffer()).toString('hex');
  const content = (start = 0, end = CONTENT.length): string =>
    Buffer.from(CONTENT.slice(start, end)).toString('hex');

  it('comes whole, and never as a page', async () => {
    const response = await get(url);

    expect(response.headers.get('Content-Length')).toBe('700000');
    expect(response.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(response.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(await bytesOf(response)).toBe(content());
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=262140-262150', 262_140, 262_151],
    ['bytes=699990-', 699_990, 700_000],
    ['bytes=-5', 699_995, 700_000],
    ['bytes=699990-9999999', 699_990, 700_000],
  ])('comes in part for %s', async (range, start, end) => {
    const response = await get(url, { Range: range });

    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe(`bytes ${start}-${end - 1}/700000`);
    expect(await bytesOf(response)).toBe(content(start, end));
  });

  it('says how long it is when asked for what lies behind its end', async () => {
    const response = await get(url, { Range: 'bytes=700000-' });

    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe('bytes */700000');
  });

  it('may be left unread in the middle', async () => {
    const reader = (await get(url)).body?.getReader();
    await reader?.read();

    await expect(reader?.cancel()).resolves.toBeUndefined();
  });
});

describe('requestedRange', () => {
  it.each([
    [null, null],
    ['', null],
    ['items=0-1', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['bytes=5-2', 'unsatisfiable'],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=-1000', { start: 0, end: 100 }],
  ])('reads %j as %j', (header, range) => {
    expect(requestedRange(header, 100)).toEqual(range);
  });
});
