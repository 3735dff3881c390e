// How each part of the program is bundled. The targets are those of the oldest Electron that the program runs on.
import { cpSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { projectFolder } from '../setup/paths.mjs';

/**
 * A part of the program: what it is made of, and how. `sources` are paths from the project's root; the result is made
 * anew when any of them changed.
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {readonly string[]} sources
 * @property {(outDir: string) => import('vite').InlineConfig} config
 * @property {(outDir: string) => void} [finish] runs after bundling
 */

const nodeTarget = 'node20.18';
const browserTarget = 'chrome130';
const buildScripts = ['scripts/build.mjs', 'scripts/build', 'package.json', 'package-lock.json'];

/** Loaded from node_modules at run time, so also shipped; everything else is bundled. */
const shipped = Object.keys(
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).dependencies,
);
const builtins = [...builtinModules, /^node:/];
const notBundled = ['electron', ...shipped.map((name) => new RegExp(`^${name}(/|$)`)), ...builtins];

/** @type {Part} */
export const main = {
  title: 'main process',
  sources: ['main', 'shared', ...buildScripts],
  config: (outDir) =>
    forNode(outDir, { bundlePackages: true }, [
      ['index', 'main/index.ts'],
      ['reader-process', 'main/documents/reader-process.ts'],
      ['recogniser-process', 'main/documents/recognition/recogniser-process.ts'],
      ['detector-process', 'main/detector/detector-process.ts'],
      ['cli', 'main/cli/index.ts'],
    ]),
};

/** @type {Part} */
export const preload = {
  title: 'preload',
  sources: ['main/preload.ts', 'shared/ipc/channels.ts', ...buildScripts],
  config: (outDir) =>
    // A sandboxed preload is CommonJS and can load nothing but Electron.
    common(outDir, {
      target: nodeTarget,
      lib: {
        entry: join(projectFolder, 'main/preload.ts'),
        formats: ['cjs'],
        fileName: () => 'preload.cjs',
      },
      rolldownOptions: { external: ['electron'] },
    }),
};

/** @type {Part} */
export const renderer = {
  title: 'window',
  sources: ['renderer', 'shared', ...buildScripts],
  config: (outDir) => {
    const root = join(projectFolder, 'renderer');
    const pages = { index: join(root, 'index.html'), viewer: join(root, 'viewer/index.html') };
    return {
      ...common(outDir, {
        target: browserTarget,
        minify: true,
        // Chromium loads module preloads itself, and the content security policy wants files, not data in the page.
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        rolldownOptions: { input: pages },
      }),
      root,
      // Both hosts, app://ui and app://viewer, serve the same assets from their root.
      base: '/',
      plugins: [react()],
    };
  },
  finish: (outDir) => {
    // pdf.js fetches these by name, as a document needs them.
    const pdfjs = join(projectFolder, 'node_modules/pdfjs-dist');
    for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs']) {
      cpSync(join(pdfjs, folder), join(outDir, 'pdfjs', folder), { recursive: true });
    }
    const worker = join(pdfjs, 'legacy/build/pdf.worker.min.mjs');
    cpSync(worker, join(outDir, 'pdfjs/pdf.worker.mjs'));
  },
};

/**
 * A program of the project's own tooling, run by Node: the demo, the measurements.
 *
 * @param {string} entry path from the project's root
 * @returns {Part}
 */
export function tool(entry) {
  return {
    title: `program ${entry}`,
    sources: [
      'scripts',
      'test/bench',
      'test/support',
      'main',
      'renderer',
      'shared',
      ...buildScripts,
    ],
    config: (outDir) =>
      forNode(outDir, { bundlePackages: false }, [[basename(entry, extname(entry)), entry]]),
  };
}

/**
 * @param {string} outDir
 * @param {{ bundlePackages: boolean }} options tooling finds its packages in node_modules; the program brings its own
 * @param {[name: string, file: string][]} entries
 */
function forNode(outDir, { bundlePackages }, entries) {
  const input = Object.fromEntries(
    entries.map(([name, file]) => [name, join(projectFolder, file)]),
  );
  return {
    ...common(outDir, {
      ssr: true,
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: notBundled,
        // Flat, so that `import.meta.dirname` means the same in every module, wherever it ends up.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    }),
    ...(bundlePackages ? { ssr: { noExternal: /** @type {const} */ (true) } } : {}),
  };
}

/**
 * @param {string} outDir
 * @param {import('vite').BuildOptions} build
 * @returns {import('vite').InlineConfig}
 */
function common(outDir, build) {
  return {
    configFile: false,
    root: projectFolder,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      ...build,
    },
  };
}
