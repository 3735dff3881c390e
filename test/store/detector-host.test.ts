import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { createDetectorHost, type DetectorHost } from '../../main/detector/detector-host';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { pagesOf } from '../support/detector';
import { bundleAsMain } from '../support/reader-bundle';

let folder: string;
let program: string;
const hosts: DetectorHost[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samsyn-detector-'));
  program = await bundleAsMain(folder, 'detector-process', 'main/detector/detector-process.ts');
}, 60_000);
afterAll(() => {
  for (const host of hosts) host.close();
  rmSync(folder, { recursive: true, force: true });
});

function hostOf(
  file: string,
  times: { patience?: number; startPatience?: number } = {},
): DetectorHost {
  const host = createDetectorHost({ fork: forkWithNode(file), ...times });
  hosts.push(host);
  return host;
}

/** A program that stands in for the detector and does not do its work. */
function misbehaving(name: string, body: string): string {
  const file = join(folder, `${name}.js`);
  writeFileSync(
    file,
    `process.send({ kind: 'ready' });\nprocess.on('message', (message) => { ${body} });`,
  );
  return file;
}

const pages = pagesOf(
  'Avtal\n5. Avtalstid\nAvtalet gäller från och med 2024-01-01 till och med 2025-12-31.',
);

describe('the detector’s own process', () => {
  it('tells what it finds, one agreement after the other', async () => {
    const host = hostOf(program);

    const both = await Promise.all([
      host.detect(IOP_CODEBOOK, pages),
      host.detect(IOP_CODEBOOK, pagesOf('Ingenting')),
    ]);

    expect(both.map((findings) => findings.map(({ variable }) => variable))).toEqual([
      ['start', 'end'],
      [],
    ]);
  });

  it('is ended when it takes too long, and the next agreement gets a fresh one', async () => {
    const host = hostOf(
      misbehaving(
        'slow',
        `if (message.job === 1) { for (;;); } process.send({ kind: 'found', job: message.job, findings: [] });`,
      ),
      { patience: 400 },
    );

    const first = host.detect(IOP_CODEBOOK, pages);
    const second = host.detect(IOP_CODEBOOK, pages);

    await expect(first).rejects.toMatchObject({ code: 'detector-failed' });
    expect(await second).toEqual([]);
  });

  it('is not believed when it answers what no detector would, and may end without harm', async () => {
    const host = hostOf(
      misbehaving('odd', `process.send({ kind: 'found', job: message.job, findings: 'many' });`),
    );
    const gone = hostOf(misbehaving('gone', 'process.exit(3);'));

    await expect(host.detect(IOP_CODEBOOK, pages)).rejects.toMatchObject({
      code: 'detector-failed',
    });
    await expect(gone.detect(IOP_CODEBOOK, pages)).rejects.toMatchObject({
      code: 'detector-failed',
    });
  });
});
