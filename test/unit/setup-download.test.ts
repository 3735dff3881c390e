import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { answersWell } from '../../scripts/setup/electron-runtime.mjs';
import { run } from '../../scripts/setup/run.mjs';

describe('whether a download can be reached', () => {
  it.each([
    [200, true],
    [302, true],
    [403, false],
    [407, false],
    [503, false],
  ])('an answer of %d says %s', async (status, reachable) => {
    const server = createServer((_request, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    expect(await answersWell(`http://127.0.0.1:${port}/`)).toBe(reachable);
    server.close();
  });

  it('no answer says no', async () => {
    expect(await answersWell('http://127.0.0.1:1/')).toBe(false);
  });
});

describe('a program whose progress is watched', () => {
  const running = async (program: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'samsyn-download-'));
    try {
      const progress = { folders: [folder, join(folder, 'missing')], quietMs: 800 };
      return await run(process.execPath, ['-e', program, join(folder, 'file')], {
        progress,
        timeoutMs: 15_000,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const write = "require('node:fs').appendFileSync(process.argv[1], 'x');";

  it('is stopped when no bytes come any more', async () => {
    const began = performance.now();

    await expect(running(`${write} setInterval(() => {}, 1000)`)).rejects.toThrow(/was stopped/);
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 20_000);

  it('goes on as long as they do', async () => {
    const program = `
      let left = 15;
      const timer = setInterval(() => {
        ${write}
        if ((left -= 1) === 0) { clearInterval(timer); console.log('done'); }
      }, 150);`;

    expect(await running(program)).toBe('done\n');
  }, 20_000);
});
