// Bundles the program into dist/. Parts whose sources did not change are left alone.
//
//   node scripts/build.mjs            all parts
//   node scripts/build.mjs --force    all parts, changed or not
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from './build/stamp.mjs';
import { isStartedWith, projectFolder } from './setup/paths.mjs';
import { run, SetupError } from './setup/run.mjs';

const partNames = /** @type {const} */ (['main', 'preload', 'renderer', 'samples']);

/**
 * Builds the named parts of the program where they are out of date.
 *
 * @param {{ parts?: readonly (typeof partNames)[number][], force?: boolean }} [options]
 */
export async function buildApp({ parts = partNames, force = false } = {}) {
  const all = await import('./build/parts.mjs');
  for (const name of parts) {
    if (name === 'samples') await writeSamples(force);
    else await buildPart(all[name], join('dist', name), force);
  }
}

/**
 * Bundles a program of the tooling and returns the file to run with Node.
 *
 * @param {string} entry path from the project's root, such as `test/bench/run.ts`
 */
export async function buildTool(entry) {
  const { tool } = await import('./build/parts.mjs');
  const name = entry.replace(/\.ts$/, '').replaceAll('/', '-');
  const folder = join('dist/tools', name);
  await buildPart(tool(entry), folder, false);
  return join(projectFolder, folder, `${entry.replace(/^.*\/|\.ts$/g, '')}.js`);
}

/**
 * @param {import('./build/parts.mjs').Part} part
 * @param {string} folder where it goes, from the project's root
 * @param {boolean} force
 */
async function buildPart(part, folder, force) {
  await makeAnew(`the ${part.title}`, folder, part.sources, force, async (work) => {
    await bundle(part.title, part.config(work));
    part.finish?.(work);
  });
}

/**
 * Writes the agreements that the sample project is made from.
 *
 * @param {boolean} force
 */
async function writeSamples(force) {
  const drawing = [
    'own-files.ts',
    'readers/pdfjs.ts',
    'readers/pdfjs-environment.ts',
    'recognition',
  ];
  const sources = [
    ...['scripts/sample', 'main/exchange', 'shared', 'package-lock.json'],
    ...drawing.map((part) => `main/documents/${part}`),
  ];
  await makeAnew('the sample agreements', 'dist/samples', sources, force, async (work) => {
    await run(process.execPath, [await buildTool('scripts/sample/cli.ts'), work]);
  });
}

/**
 * Makes a folder anew when its sources are no longer those it was made from.
 *
 * @param {string} title
 * @param {string} folder where it goes, from the project's root
 * @param {readonly string[]} sources
 * @param {boolean} force
 * @param {(work: string) => Promise<void>} make fills the folder it is given
 */
async function makeAnew(title, folder, sources, force, make) {
  const target = join(projectFolder, folder);
  const stamp = join(target, '.built-from');
  const digest = digestOf(sources);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  // Made beside its place and moved there when complete: an interrupted build leaves the old one standing.
  const name = `.building-${process.pid}-${folder.replaceAll(/[\\/]/g, '-')}`;
  const work = join(projectFolder, 'dist', name);
  const started = Date.now();
  try {
    mkdirSync(work, { recursive: true });
    await make(work);
    writeFileSync(join(work, '.built-from'), digest);
    moveIntoPlace(work, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  process.stderr.write(`Built ${title} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/**
 * @param {string} folder
 * @param {string} target
 */
function moveIntoPlace(folder, target, attempts = 5) {
  mkdirSync(dirname(target), { recursive: true });
  try {
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  } catch (error) {
    // Another build is putting its own there at the same time.
    if (attempts <= 1) throw error;
    moveIntoPlace(folder, target, attempts - 1);
  }
}

/**
 * @param {string} title
 * @param {import('vite').InlineConfig} config
 */
async function bundle(title, config) {
  const { build } = await import('vite');
  const before = process.env['NODE_ENV'];
  try {
    // Vite reads it, and would leave it behind for whatever is started next.
    process.env['NODE_ENV'] = 'production';
    await build(config);
  } catch (error) {
    throw new SetupError(
      `Building the ${title} failed.\n${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

if (isStartedWith('scripts/build.mjs')) {
  const { runCommand, setUp } = await import('./setup.mjs');
  await runCommand(async () => {
    await setUp({ window: false });
    await buildApp({ force: process.argv.includes('--force') });
  });
}
