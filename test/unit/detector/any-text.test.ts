import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitsVariable } from '../../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { variableOf } from '../../../shared/domain/codebook';
import { passesCheckDigit } from '../../../shared/domain/detector/organisation-number';
import { Finding } from '../../../shared/domain/detector/proposal';
import { aDetector, pagesOf } from '../../support/detector';

const fragments = [
  '1. Parter\n',
  'Mellan Lunds kommun, org.nr 212000-1132, nedan Kommunen, och ',
  'Kvinno- och tjejjouren Ada',
  'Offentlig part\tSolna stad\n',
  'Region Skåne genom ',
  'socialnämnden',
  ' och ',
  '5. Avtalstid\n',
  'Avtalet gäller från och med 2024-01-01 till och med 2026-12-31. ',
  'Därefter förlängs avtalet med ett år i sänder om inte ',
  'tills vidare',
  'i tre år från undertecknandet',
  '20XX-XX-XX',
  'läsåret 2024/25',
  'den 1 januari ',
  '2O24-O1-O1',
  'Målgruppen är barn och unga upp till 25 år.\n',
  '3. Syfte\n',
  'Syftet är att ',
  'ensam-\nhet\u00ad',
  '\n\n',
  '\t',
  '•',
  '§',
  ' ',
  'För Lunds kommun\nLund 2024-01-01\n',
  'Bilaga 1\n',
  'Följebrev\n',
  'Innehåll\n1 Parter .... 2\n',
  'åren 2022, 2023 och 2024',
  '(Idéburen part: ',
  'Bidragsmottagare   ',
  'från ________ till ',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 12 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''));

describe('over any text', () => {
  it('every passage quotes its page exactly, and every value fits its variable', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const pages = pagesOf(...texts);
        const findings = aDetector()(IOP_CODEBOOK, pages);

        for (const finding of findings) {
          Finding.parse(finding);
          const variable = variableOf(IOP_CODEBOOK, finding.variable);
          const passages = [
            ...finding.unclear,
            ...finding.candidates.flatMap((each) => each.passages),
          ];
          for (const { page, start, end, quote } of passages) {
            expect(pages[page - 1]?.text.slice(start, end)).toBe(quote);
          }
          for (const { value } of finding.candidates) {
            expect(variable !== undefined && fitsVariable(variable, value)).toBe(true);
          }
          if (finding.outcome === 'proposed') expect(finding.candidates).not.toHaveLength(0);
        }
      }),
      { numRuns: 150 },
    );
    // On a machine with much else to do it takes seconds.
  }, 30_000);

  it('the same text gives the same findings', () => {
    fc.assert(
      fc.property(text, (one) => {
        const read = () => aDetector()(IOP_CODEBOOK, pagesOf(one));

        expect(read()).toEqual(read());
      }),
      { numRuns: 20 },
    );
  });

  it('one digit changed makes an organisation number fail its check', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (nine, at, more) => {
          const numbers = Array.from({ length: 10 }, (_, last) => [...nine, last].join(''));
          const valid = numbers.filter(passesCheckDigit);
          const [number = ''] = valid;
          const changed = [...number]
            .map((digit, place) => (place === at ? String((Number(digit) + more) % 10) : digit))
            .join('');

          expect(valid).toHaveLength(1);
          expect(passesCheckDigit(changed)).toBe(false);
        },
      ),
    );
  });
});

describe('time', () => {
  const cpuTime = (read: () => unknown): number => {
    const before = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  it.each([
    ['digits', '1'],
    ['digits and spaces', '1 '],
    ['spaces', ' '],
    ['full stops', '.'],
    ['capitals', 'A'],
    ['names', 'Aaa '],
    ['a chain of och', 'Kommun och '],
    ['lines of one letter', 'a\n'],
    ['parted words', 'a-\n'],
    ['dates', '2024-01-01 – 2024-12-31 '],
    ['half dates', '2024-'],
    ['fractions', '1/'],
    ['parties', 'mellan Lunds kommun, org.nr 212000-1132, nedan '],
    ['renewals', 'förlängs med ett år i sänder om inte '],
    ['places to sign', 'För Föreningen Aaa\n'],
    ['cells', 'Lunds kommun\nOrg.nr 212000-1132\n'],
    ['units', 'förvaltning'],
    ['hyphens', 'a-'],
    ['quotes', '"'],
    ['underscores', '_'],
    ['gaps', 'a    '],
    ['contents', '1 Parter .... 1\n'],
    ['leaders', '. '],
    ['years in a row', 'åren 2020, 2021, '],
    ['labels of sides', '(Offentlig part: '],
    ['what one gives', 'upplåter härmed till '],
    ['wishes', 'Parterna vill '],
    ['branches', 'Svenska kyrkan, Orsa församling, '],
    ['items', '– PRO Orsa\n'],
  ])('grows no faster than the text: %s', (_, unit) => {
    const page = (size: number) =>
      pagesOf(`1. Parter\n${unit.repeat(Math.ceil(size / unit.length))}`);
    const detector = aDetector();
    cpuTime(() => detector(IOP_CODEBOOK, page(10_000)));

    // A square would take 16 times as long for four times the text.
    const small = cpuTime(() => detector(IOP_CODEBOOK, page(30_000)));
    const large = cpuTime(() => detector(IOP_CODEBOOK, page(120_000)));

    expect(large).toBeLessThan(Math.max(400, small * 10));
  });
});
