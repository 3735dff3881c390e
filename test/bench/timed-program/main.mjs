// Starts the program named in SAMSYN_BENCH_PROGRAM, says on stdout when its window shows an element that can be used
// (the selector in SAMSYN_BENCH_LOOK_FOR), and lets it end SAMSYN_BENCH_STAY milliseconds later. The same for whatever is
// measured.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const lookFor = JSON.stringify(process.env['SAMSYN_BENCH_LOOK_FOR']);
const watch = `new Promise((resolve) => {
  const painted = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
  const look = () => document.querySelector(${lookFor}) !== null;
  if (look()) return painted();
  const observer = new MutationObserver(() => {
    if (!look()) return;
    observer.disconnect();
    painted();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-navigate', () => {
    void contents.mainFrame.executeJavaScript(watch).then(() => {
      process.stdout.write('usable\n');
      setTimeout(() => app.quit(), Number(process.env['SAMSYN_BENCH_STAY']));
    });
  });
});

const root = process.env['SAMSYN_BENCH_PROGRAM'] ?? '';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
// These two exist for shells like this one and are in no type.
const shell = /** @type {any} */ (app);
shell.setVersion(manifest.version);
shell.setAppPath(root);
await import(pathToFileURL(join(root, manifest.main)).href);
