import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readDocument } from '../../main/documents/read-document';
import { encryptedPdf, pdfOfPages, writeSampleCollection } from '../../scripts/sample';
import { inventOrganisationNumber, passesLuhn } from '../../scripts/sample/luhn';
import { Random } from '../../scripts/sample/random';
import { mapRich, mark, parseRich } from '../../scripts/sample/rich-text';

describe('PDFs for tests', () => {
  it('have as many pages as asked, each with its number and a word of its own', async () => {
    const texts: string[] = [];
    const summary = await readDocument(pdfOfPages(12), 'stort.pdf', {
      onPage: (page) => texts.push(page.text),
    });

    expect(summary.pageCount).toBe(12);
    expect(texts[6]).toMatch(/^Sida 7\n[^]*\bord7\b/);
  });

  it('come in two thousand pages within a few seconds', () => {
    const started = performance.now();

    const bytes = pdfOfPages(2000);

    expect(performance.now() - started).toBeLessThan(5000);
    expect(Buffer.from(bytes).toString('latin1')).toContain('/Count 2000');
  });

  it('stay shut without their password', async () => {
    const bytes = await encryptedPdf('hemligt');

    await expect(readDocument(bytes, 'låst.pdf', { onPage: () => {} })).rejects.toMatchObject({
      code: 'pdf-encrypted',
    });
  });
});

describe('writing the collection', () => {
  it('puts the agreements in a folder of their own and the truth beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'samsyn-sample-'));
    try {
      const files = await writeSampleCollection(join(folder, 'new'), { count: 5 });

      const written = await readdir(join(folder, 'new', 'documents'));
      const truth: unknown = JSON.parse(
        await readFile(join(folder, 'new', 'ground-truth.json'), 'utf8'),
      );
      expect(written.toSorted()).toEqual(files.map((file) => file.fileName).toSorted());
      expect(truth).toMatchObject({ agreements: files.map((file) => file.truth) });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('marks in text', () => {
  it('stay around their own words when the text is changed', () => {
    const rich = mapRich(`Avtalet gäller ${mark(['start', 'end'], 'år 2024')}.`, (text) =>
      text.toUpperCase(),
    );

    expect(rich.text).toBe('AVTALET GÄLLER ÅR 2024.');
    expect(rich.marks.map(({ start, end, facts }) => [rich.text.slice(start, end), facts])).toEqual(
      [['ÅR 2024', ['start', 'end']]],
    );
    expect(parseRich('utan märken')).toEqual({ text: 'utan märken', marks: [] });
  });
});

describe('seeded choices', () => {
  it('deal out shares, each kind at least once', () => {
    const deck = new Random(1).deck({ a: 90, b: 9, c: 1 }, 20);

    const counts = Object.fromEntries(
      ['a', 'b', 'c'].map((kind) => [kind, deck.filter((each) => each === kind).length]),
    );
    expect(counts).toEqual({ a: 18, b: 1, c: 1 });
  });
});

describe('organisation numbers', () => {
  it('pass the check digit as those of Stockholm and Göteborg do, and fail with another last digit', () => {
    expect(['212000-0142', '212000-1355', '2120001355'].map(passesLuhn)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['212000-0143', '212000-135'].map(passesLuhn)).toEqual([false, false]);
    expect(inventOrganisationNumber('association', new Random(5))).toMatch(/^899\d{3}-\d{4}$/);
  });
});
