// Step: better-sqlite3's native part.
//
// The package ships binaries for Node-API 10 (Node ≥ 22.14, Electron ≥ 36). Older runtimes crash on them, so for
// those the sources in the package are built once, outside node_modules: better-sqlite3 would prefer a build inside it
// even when packaged. The flags make Node-API's later calls available; the binary serves Node 20 and Electron 33 alike.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, installedVersion, projectFolder, workFolder } from './paths.mjs';
import { run, SetupError } from './run.mjs';

const nodeApiOfPrebuild = 10;
const firstElectronWithIt = 36;
const compilerFlags =
  '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNAPI_VERSION=2147483647 -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/** Whether the Node that runs this script needs the binding built from source. */
export function thisNodeNeedsBuiltBinding() {
  return Number(process.versions.napi) < nodeApiOfPrebuild;
}

/**
 * Whether that Electron needs the binding built from source.
 *
 * @param {string} electronVersion
 */
export function electronNeedsBuiltBinding(electronVersion) {
  return Number.parseInt(electronVersion, 10) < firstElectronWithIt;
}

/** Where the built binding is kept; says nothing about whether it is there. */
export function builtBindingFile() {
  const version = installedVersion('better-sqlite3');
  if (version === null)
    throw new SetupError('better-sqlite3 is not installed. Run: node scripts/setup.mjs');
  const key = `better-sqlite3-${version}-napi-experimental-${process.platform}-${process.arch}`;
  return join(cacheFolder(), key, 'better_sqlite3.node');
}

/** Builds the binding into the cache: all of it or nothing. */
export async function buildBinding() {
  const target = builtBindingFile();
  const work = workFolder('sqlite');
  try {
    for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
      cpSync(join(projectFolder, 'node_modules/better-sqlite3', part), join(work, part), {
        recursive: true,
      });
    }
    cpSync(
      join(projectFolder, 'node_modules/node-addon-api'),
      join(work, 'node_modules/node-addon-api'),
      {
        recursive: true,
      },
    );
    const gyp = join(projectFolder, 'node_modules/node-gyp/bin/node-gyp.js');
    await run(process.execPath, [gyp, 'rebuild', '--release', '--force_build=1', ...headers()], {
      cwd: work,
      env: { ...process.env, CXXFLAGS: compilerFlags, JOBS: 'max' },
    });
    const built = join(work, 'build/Release/better_sqlite3.node');
    await proveThatItLoads(built);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(built, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Node's headers lie beside Node in every usual installation; without them node-gyp fetches them from nodejs.org. */
function headers() {
  const prefix = join(dirname(process.execPath), '..');
  return existsSync(join(prefix, 'include/node/node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

/** @param {string} binding */
async function proveThatItLoads(binding) {
  const program = `
    const Database = require('better-sqlite3');
    const db = new Database(':memory:', { nativeBinding: ${JSON.stringify(binding)} });
    process.stdout.write(db.prepare('SELECT sqlite_version()').pluck().get());`;
  const version = await run(process.execPath, ['-e', program], { cwd: projectFolder });
  if (!version.startsWith('3.'))
    throw new SetupError(`The SQLite built from source does not answer: ${version}`);
}
