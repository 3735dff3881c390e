import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, it } from 'vitest';

import { readDocument } from '../../main/documents/read-document';
import {
  generateSampleCollection,
  type SampleFile,
  sampleTruths,
  type Truth,
} from '../../scripts/sample';
import { passesLuhn } from '../../scripts/sample/luhn';
import type { Page } from '../../shared/domain/page';
import { PartialDate } from '../../shared/domain/partial-date';
import { findPublicBody, listUmbrellas, umbrellaExpression } from '../../shared/reference';

let files: SampleFile[];
let truths: Truth[];
let seconds: number;

beforeAll(async () => {
  // Of processor time, so that what else the machine does counts for nothing.
  const before = process.cpuUsage();
  files = await generateSampleCollection();
  seconds = process.cpuUsage(before).user / 1_000_000;
  truths = files.map((file) => file.truth);
}, 120_000);

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const level = (text: string) =>
  text
    .replace(/\u00ad\n?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const count = (matches: (truth: Truth) => boolean) => truths.filter(matches).length;

/** Each page as the program itself reads it, of a file and of what is attached to it. */
async function readPagesOf(bytes: Uint8Array, fileName: string): Promise<Page[]> {
  const pages: Page[] = [];
  const attached: { fileName: string; content: Uint8Array }[] = [];
  await readDocument(bytes.slice(), fileName, {
    onPage: (page) => pages.push(page),
    onAttachment: (found) => {
      if ('error' in found) throw found.error;
      attached.push(found);
    },
  });
  for (const each of attached) pages.push(...(await readPagesOf(each.content, each.fileName)));
  return pages;
}

/** The text of each page; of one that is a picture, the text that it truly has. */
async function pagesOf({ bytes, fileName, truth }: SampleFile): Promise<string[]> {
  const pages = await readPagesOf(bytes, fileName);
  return pages.map(({ number, text }) =>
    level(truth.scannedPages.find(({ page }) => page === number)?.text ?? text),
  );
}

describe('the sample collection', () => {
  it('is made in some seconds of processor time, and is small', () => {
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);

    expect(seconds).toBeLessThan(30);
    expect(size).toBeLessThan(10_000_000);
  });

  it('is the same bytes for the same seed and another collection for another', async () => {
    const again = await generateSampleCollection();
    const other = await generateSampleCollection({ seed: 4711, count: 12 });
    const digest = (collection: SampleFile[]) =>
      collection.map((file) => [
        file.fileName,
        hash(file.bytes),
        hash(Buffer.from(JSON.stringify(file.truth))),
      ]);

    expect(digest(again)).toEqual(digest(files));
    expect(
      other
        .map((file) => hash(file.bytes))
        .filter((each) => files.some((file) => hash(file.bytes) === each)),
    ).toHaveLength(
      // The good examples do not depend on chance.
      4,
    );
  }, 120_000);

  it('tells the same truths when nothing is scanned', async () => {
    expect(await sampleTruths()).toEqual(truths);
  }, 60_000);

  it('has the asked number of files, most of them PDF, all with names and bytes of their own', async () => {
    expect(files.length).toBeGreaterThanOrEqual(48);
    expect(new Set(files.map((file) => file.fileName.toLowerCase())).size).toBe(files.length);
    expect(new Set(files.map((file) => hash(file.bytes))).size).toBe(files.length);
    expect(count((truth) => truth.format === 'pdf')).toBeGreaterThan(files.length / 2);
    expect(count((truth) => truth.format === 'docx')).toBeGreaterThanOrEqual(5);
    expect(count((truth) => truth.format === 'txt')).toBeGreaterThanOrEqual(4);
    expect(new Set(truths.map((truth) => truth.encoding))).toEqual(
      new Set([null, 'utf-8', 'utf-8-bom', 'latin1', 'utf-16le']),
    );
    await expect(generateSampleCollection({ count: 3 })).resolves.toHaveLength(3);
  });

  it('has every kind of document that comes in, mails with what is attached to them', () => {
    const rare = ['odt', 'rtf', 'html', 'md', 'eml', 'msg', 'jpg', 'png', 'tif'] as const;
    for (const format of rare) {
      expect([format, count((truth) => truth.format === format)]).toEqual([format, 1]);
      const { fileName } = truths.find((truth) => truth.format === format) ?? {};
      expect(fileName?.endsWith(`.${format}`)).toBe(true);
    }
    const attached = truths.flatMap(({ format, attachments }) =>
      attachments.map((each) => [format, each.format, each.isAgreement]),
    );
    expect(attached).toHaveLength(3);
    expect(attached).toContainEqual(['eml', 'xlsx', false]);
    expect(attached).toContainEqual(['msg', 'docx', true]);
    expect(attached).toContainEqual(['msg', 'csv', false]);
  });

  it('has real scans: pictures without any text, in whole documents and among pages with text', async () => {
    let [wholes, parts, scanned] = [0, 0, 0];
    /** What the pages that came by fax state. */
    const faxed: number[] = [];
    for (const { fileName, bytes, truth } of files) {
      const pages = await readPagesOf(bytes, fileName);
      const pictures = pages.filter(({ isPicture }) => isPicture === true);
      const told = truth.scannedPages.map(({ page }) => page);
      expect([fileName, pictures.map(({ number }) => number)]).toEqual([fileName, told]);
      expect([fileName, truth.noise >= 2]).toEqual([fileName, told.length > 0]);
      for (const { text } of pictures) expect(text).toBe('');
      for (const { text } of truth.scannedPages) expect(text.length).toBeGreaterThan(80);
      for (const { page, noise } of truth.scannedPages) {
        if (noise !== 4) expect([fileName, noise]).toEqual([fileName, truth.noise]);
        else faxed.push(truth.evidence.filter((each) => each.page === page).length);
      }
      if (told.length > 0 && told.length === truth.pages) wholes += 1;
      if (told.length > 0 && told.length < (truth.pages ?? 0)) parts += 1;
      scanned += told.length;
    }

    expect(wholes).toBeGreaterThanOrEqual(4);
    expect(parts).toBeGreaterThanOrEqual(2);
    expect(faxed).toEqual([0]);
    // Some, and not so many that their recognition keeps a new user waiting.
    expect(scanned).toBeGreaterThanOrEqual(15);
    expect(scanned).toBeLessThanOrEqual(30);
  }, 60_000);

  it('shows a new user agreements that can be read at once, before those that are scanned', () => {
    const order = new Intl.Collator('sv', { numeric: true });
    const first = truths.toSorted((a, b) => order.compare(a.fileName, b.fileName)).slice(0, 3);

    expect(first.map(({ noise }) => noise < 2)).toEqual([true, true, true]);
  });

  it('holds every area, target group, wording of the term, kind of renewal and level of noise', () => {
    const values = (of: (truth: Truth) => string | number) =>
      [...new Set(truths.map((truth) => String(of(truth))))].toSorted((a, b) => (a < b ? -1 : 1));

    expect(values((truth) => truth.interventionArea)).toHaveLength(8);
    expect(values((truth) => truth.targetGroup)).toHaveLength(4);
    expect(values((truth) => truth.termFamily).join('')).toBe('ABCDEFGHIJ');
    expect(values((truth) => truth.renewal.kind)).toEqual(['automatic', 'by_agreement', 'none']);
    expect(values((truth) => truth.noise)).toEqual(['0', '1', '2', '3']);
    expect(values((truth) => truth.documentType).length).toBeGreaterThanOrEqual(8);
    expect(count((truth) => truth.end === 'open-ended')).toBeGreaterThan(0);
    expect(count((truth) => truth.terminated !== null)).toBeGreaterThan(0);
    for (const truth of truths) {
      if (truth.targetGroup === 'elderly')
        expect(truth.interventionArea).toBe('health_rehabilitation');
    }
  });

  it('holds shared agreements, regions, boards as party, a chain and a duplicate', () => {
    const publicParties = (truth: Truth) =>
      truth.parties.filter((party) => party.role === 'public');

    expect(
      count((truth) => new Set(publicParties(truth).map((party) => party.publicBody)).size === 2),
    ).toBeGreaterThan(2);
    expect(
      count((truth) =>
        publicParties(truth).some((party) => party.publicBody.startsWith('region:')),
      ),
    ).toBeGreaterThan(1);
    expect(
      count((truth) => publicParties(truth).some((party) => party.namedAs === 'unit')),
    ).toBeGreaterThan(4);
    expect(count((truth) => truth.related?.kind === 'duplicates')).toBe(1);
    const extensions = truths.filter((truth) => truth.related?.kind === 'extends');
    expect(extensions).toHaveLength(3);
    for (const truth of extensions) {
      const earlier = truths.find((each) => each.fileName === truth.related?.fileName);
      expect(truth.parties).toEqual(earlier?.parties);
      expect([truth.fileName, (truth.start ?? '') > (earlier?.end ?? '')]).toEqual([
        truth.fileName,
        true,
      ]);
    }
  });

  it('tells truths that the codebook can hold', () => {
    for (const truth of truths) {
      if (truth.start !== null) expect(PartialDate.safeParse(truth.start).success).toBe(true);
      if (truth.end !== null && truth.end !== 'open-ended') {
        expect(PartialDate.safeParse(truth.end).success).toBe(true);
        if (truth.start !== null) expect(truth.end >= truth.start).toBe(true);
      }
      expect(truth.parties.some((party) => party.role === 'public')).toBe(true);
      expect(truth.parties.some((party) => party.role === 'civil')).toBe(true);
      for (const party of truth.parties) {
        if (party.organisationNumber !== null)
          expect(passesLuhn(party.organisationNumber)).toBe(true);
        if (party.role === 'public') expect(findPublicBody(party.publicBody)).toBeDefined();
      }
    }
  });

  it('names branches so that the umbrella patterns find them', () => {
    for (const truth of truths) {
      for (const party of truth.parties) {
        if (party.role !== 'civil' || party.umbrella === null) continue;
        const umbrella = listUmbrellas().find((each) => each.id === party.umbrella);
        const found = umbrella?.patterns.some((pattern) =>
          umbrellaExpression(pattern).test(party.name),
        );
        expect([party.name, found]).toEqual([party.name, true]);
      }
    }
  });

  it('quotes every fact as it stands on its page', async () => {
    for (const file of files) {
      const { truth } = file;
      const pages = await pagesOf(file);
      if (truth.pages !== null)
        expect([file.fileName, pages.length]).toEqual([file.fileName, truth.pages]);
      for (const { fact, quote, page } of truth.evidence) {
        const text = page === null ? pages.join(' ') : (pages[page - 1] ?? '');
        expect([file.fileName, fact, quote, text.includes(level(quote))]).toEqual([
          file.fileName,
          fact,
          quote,
          true,
        ]);
      }
      const has = new Set(truth.evidence.map((each) => each.fact));
      for (const fact of [
        'public_actors',
        'civil_actors',
        'purpose',
        'target_group',
        'intervention_area',
      ] as const) {
        expect([file.fileName, fact, has.has(fact)]).toEqual([file.fileName, fact, true]);
      }
      if (truth.start !== null)
        expect([file.fileName, has.has('start')]).toEqual([file.fileName, true]);
      if (truth.end !== null)
        expect([file.fileName, has.has('end')]).toEqual([file.fileName, true]);
      if (truth.renewal.kind !== 'none') expect(has.has('renewal')).toBe(true);
    }
  }, 60_000);

  it('prints the sender on every page: organisation number and page numbers', async () => {
    for (const file of files.filter(({ truth }) => truth.pages !== null)) {
      const pages = await pagesOf(file);
      const [party] = file.truth.parties;
      pages.forEach((text, at) => {
        const isCover = at === 0 && !text.includes('Org') && text.includes(' mellan ');
        if (isCover) return;
        expect([file.fileName, at + 1, text.includes(party?.organisationNumber ?? '?')]).toEqual([
          file.fileName,
          at + 1,
          true,
        ]);
        expect(text).toMatch(
          new RegExp(`${at + 1} \\(${pages.length}\\)|Sida ${at + 1} av ${pages.length}`),
        );
      });
    }
  }, 30_000);

  it('has the four good examples first, with the facts of the report', () => {
    const told = truths.slice(0, 4).map(({ goodExample, start, end, targetGroup, parties }) => ({
      goodExample,
      start,
      end,
      targetGroup,
      public: [
        ...new Set(parties.flatMap((party) => (party.role === 'public' ? [party.publicBody] : []))),
      ],
      civil: parties.filter((party) => party.role === 'civil').length,
    }));

    expect(told).toEqual([
      {
        goodExample: true,
        start: null,
        end: '2023-04',
        targetGroup: 'all',
        public: ['municipality:1480'],
        civil: 5,
      },
      {
        goodExample: true,
        start: '2024',
        end: '2026',
        targetGroup: 'all',
        public: ['municipality:0184'],
        civil: 1,
      },
      {
        goodExample: true,
        start: '2023',
        end: '2025',
        targetGroup: 'children_youth',
        public: ['region:06'],
        civil: 1,
      },
      {
        goodExample: true,
        start: '2023-01-01',
        end: '2026-12-31',
        targetGroup: 'all',
        public: ['municipality:1480'],
        civil: 11,
      },
    ]);
  });
});
