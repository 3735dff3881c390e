import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, it } from 'vitest';

import { readDocument } from '../../main/documents/read-document';
import { generateSampleCollection, type SampleFile, type Truth } from '../../scripts/sample';
import { passesLuhn } from '../../scripts/sample/luhn';
import { PartialDate } from '../../shared/domain/partial-date';
import { findPublicBody, listUmbrellas, umbrellaExpression } from '../../shared/reference';

let files: SampleFile[];
let truths: Truth[];
let seconds: number;

beforeAll(async () => {
  const started = performance.now();
  files = await generateSampleCollection();
  seconds = (performance.now() - started) / 1000;
  truths = files.map((file) => file.truth);
}, 30_000);

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const level = (text: string) =>
  text
    .replace(/\u00ad\n?/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const count = (matches: (truth: Truth) => boolean) => truths.filter(matches).length;

/** The text of each page, as the program itself reads the file. */
async function pagesOf(file: SampleFile): Promise<string[]> {
  const pages: string[] = [];
  await readDocument(file.bytes.slice(), file.fileName, {
    onPage: (page) => pages.push(level(page.text)),
  });
  return pages;
}

describe('the sample collection', () => {
  it('is made in less than ten seconds', () => {
    expect(seconds).toBeLessThan(10);
  });

  it('is the same bytes for the same seed and another collection for another', async () => {
    const again = await generateSampleCollection();
    const other = await generateSampleCollection({ seed: 4711 });
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
  }, 30_000);

  it('has the asked number of files, most of them PDF, all with names and bytes of their own', async () => {
    expect(files.length).toBeGreaterThanOrEqual(48);
    expect(new Set(files.map((file) => file.fileName.toLowerCase())).size).toBe(files.length);
    expect(new Set(files.map((file) => hash(file.bytes))).size).toBe(files.length);
    expect(count((truth) => truth.format === 'pdf')).toBeGreaterThan(files.length / 2);
    expect(count((truth) => truth.format === 'docx')).toBeGreaterThanOrEqual(8);
    expect(count((truth) => truth.format === 'txt')).toBeGreaterThanOrEqual(6);
    expect(new Set(truths.map((truth) => truth.encoding))).toEqual(
      new Set([null, 'utf-8', 'utf-8-bom', 'latin1', 'utf-16le']),
    );
    await expect(generateSampleCollection({ count: 3 })).resolves.toHaveLength(3);
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

  it('quotes every fact as it stands on its page, save what a scan made of it', async () => {
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
    for (const file of files.filter(({ truth }) => truth.format === 'pdf' && truth.noise === 0)) {
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
