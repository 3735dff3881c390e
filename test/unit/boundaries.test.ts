import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf, projectFolder } from '../../scripts/setup/paths.mjs';

/** A file that breaks a boundary, and words of the message that sends its writer elsewhere. */
const breaches = [
  {
    file: 'renderer/features/a.ts',
    code: "import { openProject } from '../../main/store/open-project';",
    teaches: 'ask through renderer/bridge',
  },
  {
    file: 'renderer/b.ts',
    code: "import { ipcRenderer } from 'electron';",
    teaches: 'The window is sandboxed: no Electron',
  },
  {
    file: 'renderer/c.tsx',
    code: "import { readFile } from 'node:fs/promises';",
    teaches: 'The window is sandboxed: no Node',
  },
  {
    file: 'renderer/store/d.ts',
    code: 'export const bridge = window.samsyn;',
    teaches: 'Only renderer/bridge speaks to main',
  },
  {
    file: 'renderer/store/d2.ts',
    code: "import { Turn } from '../document/protocol';",
    teaches: 'Move what both need into shared/domain',
  },
  {
    file: 'renderer/store/d3.ts',
    code: "import { createApplication } from '../../main/application';",
    teaches: 'The window knows nothing of main',
  },
  {
    file: 'renderer/e.tsx',
    code: 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;',
    teaches: 'dangerouslySetInnerHTML',
  },
  {
    file: 'main/handlers/f.ts',
    code: "import { createAppStore } from '../../renderer/store';",
    teaches: 'main and renderer meet only in shared/',
  },
  {
    file: 'main/g.ts',
    code: "import { useState } from 'react';",
    teaches: 'What the window shows belongs in renderer/',
  },
  {
    file: 'shared/domain/h.ts',
    code: "import { newId } from '../../main/ids';",
    teaches: 'shared/ knows neither main nor renderer',
  },
  {
    file: 'shared/domain/i.ts',
    code: "import Database from 'better-sqlite3';",
    teaches: 'call the pure part from there',
  },
  {
    file: 'shared/j.ts',
    code: "import { createHash } from 'node:crypto';",
    teaches: 'where there is no Node',
  },
  {
    file: 'shared/domain/k.ts',
    code: 'export const now = Date.now();',
    teaches: 'Take the time as an argument',
  },
  {
    file: 'shared/domain/l.ts',
    code: 'export const chance = Math.random();',
    teaches: 'Take a generator as an argument',
  },
];

const allowed = [
  { file: 'renderer/bridge/m.ts', code: 'export const bridge = window.samsyn;' },
  { file: 'renderer/n.ts', code: "import { api } from '../shared/ipc/contract';" },
  { file: 'renderer/store/n2.ts', code: "import { turnedBy } from '../../shared/domain/turn';" },
  { file: 'main/o.ts', code: "import { readFile } from 'node:fs/promises';" },
];

describe('lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-boundaries-'));
  /** Messages by file. */
  const found = new Map<string, string[]>();

  beforeAll(() => {
    // The copies stand outside any TypeScript project; the rules in question need no types.
    const config = readFileSync(join(projectFolder, '.oxlintrc.json'), 'utf8');
    writeFileSync(
      join(folder, '.oxlintrc.json'),
      config.replace('"typeAware": true', '"typeAware": false'),
    );
    for (const { file, code } of [...breaches, ...allowed]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
    const { stdout, stderr } = spawnSync(process.execPath, [commandOf('oxlint'), '--format=json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { filename: string; code: string; message: string; help?: string }[];
    };
    for (const { filename, code, message, help } of diagnostics) {
      if (!/no-restricted|no-danger/.test(code)) continue;
      found.set(filename, [...(found.get(filename) ?? []), `${message} ${help ?? ''}`]);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(breaches)('refuses `$code` in $file and says what to do', ({ file, teaches }) => {
    expect(found.get(file)?.join('\n')).toContain(teaches);
  });

  it.each(allowed)('accepts `$code` in $file', ({ file }) => {
    expect(found.get(file)).toBeUndefined();
  });
});

describe('the source', () => {
  /** What lint cannot see, and where it is right nevertheless. */
  const forbidden = [
    { words: /\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(/, folder: 'renderer' },
    { words: /dangerouslySetInnerHTML|srcdoc=|srcDoc=/, folder: 'renderer' },
    { words: /shell\.openExternal/, folder: 'main' },
    // Shows the folder of a project, which the person chose, and opens copies of documents by safe names.
    { words: /shell\.openPath/, folder: 'main', except: 'main/dialogs.ts' },
    { words: /--no-sandbox|sandbox:\s*false|webSecurity:\s*false/, folder: 'main' },
    { words: /contextIsolation:\s*false|nodeIntegration:\s*true/, folder: 'main' },
    { words: /\bnew Date\(\s*\)|performance\.now|crypto\.|randomUUID/, folder: 'shared' },
  ];

  it.each(forbidden)('of $folder/ does without $words', ({ words, folder, except }) => {
    const offenders = sourcesIn(folder).filter(
      (file) => file !== except && words.test(withoutComments(file)),
    );

    expect(offenders).toEqual([]);
  });

  it('is read at all', () => {
    expect(sourcesIn('main').length).toBeGreaterThan(10);
    expect(sourcesIn('shared').length).toBeGreaterThan(10);
  });
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ['.ts', '.tsx', '.html'].includes(extname(file)))
    .map((file) => join(folder, file));
}

function withoutComments(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '');
}
