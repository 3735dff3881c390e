// A window with pdf.js in it and nothing else. Serves this folder, pdf.js and the documents over a scheme of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, protocol } from 'electron';

/** @type {[string, string][]} */
const roots = [
  ['/pdfjs/', process.env['SAMSYN_BENCH_PDFJS'] ?? ''],
  ['/documents/', process.env['SAMSYN_BENCH_DOCUMENTS'] ?? ''],
  ['/', import.meta.dirname],
];
const types = [
  ['.html', 'text/html'],
  ['.mjs', 'text/javascript'],
];

if (process.env['SAMSYN_USER_DATA']) app.setPath('userData', process.env['SAMSYN_USER_DATA']);
protocol.registerSchemesAsPrivileged([
  { scheme: 'bench', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(async () => {
  protocol.handle('bench', ({ url }) => serve(decodeURIComponent(new URL(url).pathname)));
  const window = new BrowserWindow({ width: 1440, height: 900 });
  await window.loadURL('bench://app/index.html');
});

/** @param {string} path */
async function serve(path) {
  const [prefix, root] = roots.find(([each]) => path.startsWith(each)) ?? ['/', ''];
  const [, type = 'application/octet-stream'] =
    types.find(([end = '']) => path.endsWith(end)) ?? [];
  const body = await readFile(join(root, path.slice(prefix.length)));
  return new Response(body, { headers: { 'Content-Type': type } });
}
