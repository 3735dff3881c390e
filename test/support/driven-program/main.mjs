// Starts the program named in SAMSYN_DRIVEN, but tells it that Electron is ready only when Playwright has attached.
//
// A window that navigates just as Playwright attaches is lost to it, and the launch waits until its time is out.
// Playwright has a gate of its own, for the Electron of the npm package alone, and it turns on switches (no background
// throttling, other features) that the program that people start does not have.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const ready = app.whenReady();
const attached = new Promise((resolve) => {
  // The name that Playwright calls once it has attached.
  Object.assign(globalThis, { __playwright_run: () => void ready.then(resolve) });
});
app.whenReady = () => attached;

const root = process.env.SAMSYN_DRIVEN ?? '';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
// These two exist for shells like this one and are in no type.
const shell = /** @type {any} */ (app);
shell.setVersion(manifest.version);
shell.setAppPath(root);
await import(pathToFileURL(join(root, manifest.main)).href);
