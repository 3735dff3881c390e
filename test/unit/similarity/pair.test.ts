import { describe, expect, it } from 'vitest';

import { Random } from '../../../scripts/sample/random';
import { factsOf } from '../../../shared/domain/similarity/facts';
import { editDistance, isNearMiss } from '../../../shared/domain/similarity/near-miss';
import { figuresOf, nameKey, proposalOf } from '../../../shared/domain/similarity/pair';
import { Frequencies } from '../../../shared/domain/similarity/rarity';
import { reasonsOf } from '../../../shared/domain/similarity/reasons';
import { type DocumentSketch, sketchOf } from '../../../shared/domain/similarity/sketch';
import { aFilling, aTemplate, filledIn, scanned, someText } from '../../support/alike-texts';

function frequenciesOf(sketches: readonly DocumentSketch[]): Frequencies {
  const frequencies = new Frequencies(18);
  for (const { shingles, facts } of sketches) {
    frequencies.add(shingles);
    frequencies.add(facts.names.map(({ folded }) => nameKey(folded)));
  }
  return frequencies;
}

/** A municipality's agreements from one template, and copies of the first few in other states. */
function aCollection(seed: number, size = 12) {
  const random = new Random(seed);
  const template = aTemplate(random);
  const fillings = Array.from({ length: size }, () => aFilling(random));
  const agreements = fillings.map((filling) => filledIn(template, filling));
  const [first = '', second = ''] = agreements;
  const rescan = scanned(first, random);
  const [filling] = fillings;
  if (filling === undefined) throw new Error('A collection has agreements');
  const draft = filledIn(
    template.map((clause, at) => (at === 4 ? `${clause} ${someText(random, 40)}` : clause)),
    { ...filling, start: '2026-01-01', sum: '333 000' },
  );
  const texts = [...agreements, rescan, draft];
  const sketches = texts.map((text) => sketchOf([text]));
  const frequencies = frequenciesOf(sketches);
  const at = (text: string): DocumentSketch => sketches[texts.indexOf(text)] ?? sketchOf([]);
  return {
    first: at(first),
    second: at(second),
    rescan: at(rescan),
    draft: at(draft),
    sketches,
    frequencies,
  };
}

const seeds = [1, 2, 3, 4, 5];

describe('a pair of documents', () => {
  it.each(seeds)('is near when one is another scan of the other (%i)', (seed) => {
    const { first, rescan, frequencies } = aCollection(seed);

    expect(proposalOf(figuresOf(first, rescan, frequencies))).toBe('near');
  });

  it.each(seeds)('is near when one is a later draft of the other (%i)', (seed) => {
    const { first, draft, frequencies } = aCollection(seed);

    expect(proposalOf(figuresOf(first, draft, frequencies))).toBe('near');
  });

  it.each(seeds)('is no more than of one template when the parties are others (%i)', (seed) => {
    const { sketches, frequencies } = aCollection(seed);
    const others = sketches.slice(0, -2);
    const proposals = others.flatMap((a, at) =>
      others.slice(at + 1).map((b) => proposalOf(figuresOf(a, b, frequencies))),
    );

    expect(new Set(proposals)).toEqual(new Set(['template']));
  });

  it('would be taken for near by its text alone: the template is most of it', () => {
    const { first, second, frequencies } = aCollection(1);
    const figures = figuresOf(first, second, frequencies);

    expect(figures.text).toBeGreaterThan(0.5);
    expect(figures.score).toBeLessThan(0.3);
  });

  it('is told apart by its names where there are only two of the template', () => {
    const { first, second } = aCollection(2);
    const figures = figuresOf(first, second, frequenciesOf([first, second]));

    expect(figures.own).toBeCloseTo(figures.text, 1);
    expect(proposalOf(figures)).toBe('template');
  });

  it('is alike to the same degree in both directions', () => {
    const { sketches, frequencies } = aCollection(3, 5);
    for (const a of sketches) {
      for (const b of sketches) {
        const [there, back] = [figuresOf(a, b, frequencies), figuresOf(b, a, frequencies)];
        expect(there.score).toBeCloseTo(back.score, 9);
        expect(there.names).toBeCloseTo(back.names, 9);
      }
    }
  });

  it('of a document with itself is wholly alike', () => {
    const { first, frequencies } = aCollection(4);

    expect(figuresOf(first, first, frequencies)).toEqual({
      text: 1,
      own: 1,
      within: 1,
      names: 1,
      score: 1,
    });
  });

  it('of unrelated texts is none', () => {
    const random = new Random(8);
    const [a, b] = [someText(random, 400), someText(random, 400)].map((text) => sketchOf([text]));
    if (a === undefined || b === undefined) throw new Error('Two texts make two sketches');

    expect(proposalOf(figuresOf(a, b, frequenciesOf([a, b])))).toBe('none');
  });
});

describe('reasons', () => {
  it('tell which parties, dates and sums are others', () => {
    const { first, second, frequencies } = aCollection(1);
    const kinds = reasonsOf(
      first.facts,
      second.facts,
      figuresOf(first, second, frequencies),
    ).flatMap((reason) => ('what' in reason ? [`${reason.kind} ${reason.what}`] : [reason.kind]));

    expect(kinds).toEqual(
      expect.arrayContaining([
        'text',
        'common-text',
        'different organisation',
        'different date',
        'different sum',
        'different name',
      ]),
    );
  });

  it('tell what another scan has the same', () => {
    const { first, rescan, frequencies } = aCollection(1);
    const reasons = reasonsOf(first.facts, rescan.facts, figuresOf(first, rescan, frequencies));

    expect(reasons.some((reason) => reason.kind === 'different' && reason.what === 'name')).toBe(
      false,
    );
  });
});

describe('facts', () => {
  it('are read as agreements write them', () => {
    const text = `Avtal mellan Solna stad, org.nr 212000-0183, och Föreningen Språkbron Fagernäs, 899018–2373.
Dnr SN 2021/0559. Gäller från den 1 mars 2024 till 2026-12-31. Bidraget är 310 000 kronor.
Utbetalas till Föreningen Språkbron i Solna.`;

    const { words: _, names, ...facts } = factsOf([text], 30);

    expect(facts).toEqual({
      dates: ['2024-03-01', '2026-12-31'],
      organisations: ['212000-0183', '899018-2373'],
      sums: ['310000'],
      caseNumbers: ['SN-2021-559'],
    });
    expect(names.map(({ shown }) => shown)).toEqual(
      expect.arrayContaining(['Solna', 'Språkbron', 'Fagernäs']),
    );
  });

  it('name nobody by the headings of a template', () => {
    const text =
      '7 Jourens åtaganden\n§ 8 Organisation\n9.1 Uppföljning och insyn\nSamverkan leds av Anna Karlsson.';

    expect(factsOf([text], 14).names.map(({ shown }) => shown)).toEqual(['Anna', 'Karlsson']);
  });

  it('name nobody by the fields that stand beside each other on a scan', () => {
    const text =
      'Solna stad, Organisationsnummer 212000-0183, För kommunen Ort och Datum, Anna Karlsson Namnförtydligande';

    expect(factsOf([text], 11).names.map(({ shown }) => shown)).toEqual(['Anna', 'Karlsson']);
  });

  it('of two documents are compared in spite of misread letters', () => {
    expect(isNearMiss('fagernas', 'fagemas')).toBe(true);
    expect(isNearMiss('motala', 'mjölby')).toBe(false);
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  });
});
