import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { DocumentErrorCode } from '../../main/documents/errors';
import swedish from '../../renderer/i18n/errors.sv.json';
import { Random } from '../../scripts/sample/random';
import { call, until } from '../support/coding-window';
import { mutant } from '../support/fuzz/mutate';
import { soundFiles } from '../support/fuzz/seeds';
import { type Launched, launchSamsyn } from '../support/launch-electron';
import { watch } from '../support/watched-program';

/** How many mutants, and from which seed: more by `npm run fuzz -- 20000 7`. */
const MUTANTS = Number(process.env['SAMSYN_FUZZ_MUTANTS'] ?? 2_000);
const SEED = Number(process.env['SAMSYN_FUZZ_SEED'] ?? 1);
/** Imported mutants that are opened in the document frame as well. */
const OPENED = 40;
/** Milliseconds that the window may not answer. */
const LONGEST_STALL = 2_000;
/** Milliseconds between two questions how far it has come. */
const PAUSE = 500;
/** Megabytes of its own that the main process may have. */
const MOST_MEMORY = 250;

const home = mkdtempSync(join(tmpdir(), 'samsyn-fuzz-'));
let program: Launched;

beforeAll(async () => {
  program = await launchSamsyn({ userData: join(home, 'user') });
  await call(program.window, 'projects', 'create', {
    name: 'Mutanter',
    parent: home,
    codersWanted: 2,
  });
  const reviewer = await call(program.window, 'reviewers', 'add', { name: 'Granskare A' });
  await call(program.window, 'reviewers', 'choose', { reviewer: reviewer.id });
}, 60_000);
afterAll(async () => {
  await program.close();
  rmSync(home, { recursive: true, force: true });
});

it(
  `takes ${MUTANTS} mutants of files without a crash, a stall, or an outcome without a name`,
  { timeout: 120_000 + MUTANTS * 300 },
  async () => {
    const { window: page, app } = program;
    const folder = await mutantsIn(join(home, 'mutanter'));
    const endWatching = await watch(program);

    await call(page, 'documents', 'add', { paths: [folder] });
    await until(
      async () => {
        // The answer names every file: asked for without a pause, it would be what fills the memory.
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        return (await call(page, 'documents', 'progress'))?.state === 'done';
      },
      { seconds: 60 + MUTANTS * 0.25 },
    );

    const progress = await call(page, 'documents', 'progress');
    const [added, known, failed] = [
      progress?.added ?? [],
      progress?.known ?? [],
      progress?.failed ?? [],
    ];
    expect(added.length + known.length + failed.length).toBeGreaterThanOrEqual(MUTANTS);
    // Mutants that all fell, or all stood, would have tried little.
    for (const part of [added, failed]) expect(part.length).toBeGreaterThan(MUTANTS / 10);
    expect(failed.filter(({ code }) => !DocumentErrorCode.safeParse(code).success)).toEqual([]);
    expect(failed.filter(({ code }) => !(code in swedish))).toEqual([]);
    expect(failed.every(({ fileName }) => fileName !== '')).toBe(true);

    // What came in is opened as well: the frame draws it or says that it cannot, and the window lives.
    await page.getByRole('button', { name: /^Kategorisering/ }).click();
    for (let opened = 0; opened < Math.min(OPENED, added.length - 1); opened += 1) {
      const form = page.getByRole('region', { name: /^Formulär för avtal/ });
      const name = await form.getAttribute('aria-label');
      await page.getByRole('button', { name: 'Hoppa över' }).click();
      await until(async () => (await form.getAttribute('aria-label')) !== name);
    }

    const { longestStall, memory, ownMemory } = await endWatching();
    process.stdout.write(
      `The window was away ${Math.round(longestStall)} ms at the longest; main had ${Math.round(memory)} MB at the most, ${Math.round(ownMemory)} of them its own.\n`,
    );
    expect(longestStall).toBeLessThan(LONGEST_STALL);
    expect(ownMemory).toBeLessThan(MOST_MEMORY);
    expect(app.process().exitCode).toBeNull();
    expect(await program.problems()).toEqual([]);
  },
);

/** Writes the mutants, formats by turns, and returns their folder. */
async function mutantsIn(folder: string): Promise<string> {
  mkdirSync(folder);
  const random = new Random(SEED);
  const files = Object.entries(await soundFiles());
  for (let number = 0; number < MUTANTS; number += 1) {
    const [name, bytes] = files[number % files.length] ?? ['', new Uint8Array()];
    const file = `${String(number).padStart(6, '0')} ${name}`;
    writeFileSync(join(folder, file), mutant(bytes, random.fork()));
  }
  return folder;
}
