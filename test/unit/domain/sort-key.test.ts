import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldForSearch, swedishSortKey } from '../../../shared/domain/sort-key';

/** As a database compares: byte by byte. */
const byKey = (a: string, b: string) =>
  Buffer.compare(Buffer.from(swedishSortKey(a)), Buffer.from(swedishSortKey(b)));
const collator = new Intl.Collator('sv', { numeric: true, sensitivity: 'accent' });

describe('the Swedish sort key', () => {
  it('has å, ä and ö after z, in whatever case and form', () => {
    const names = ['Öl', 'ärla', 'Åre', 'A\u030Are 2', 'zon', 'Zebra', 'älvdalen', 'Arboga', 'bo'];

    expect(names.toSorted(byKey)).toEqual([
      'Arboga',
      'bo',
      'Zebra',
      'zon',
      'Åre',
      'A\u030Are 2',
      'älvdalen',
      'ärla',
      'Öl',
    ]);
  });

  it('has numbers by how great they are', () => {
    const names = ['avtal 10.pdf', 'avtal 2.pdf', 'avtal.pdf', 'avtal 1.pdf', 'avtal 002b.pdf'];

    expect(names.toSorted(byKey)).toEqual([
      'avtal 1.pdf',
      'avtal 2.pdf',
      'avtal 002b.pdf',
      'avtal 10.pdf',
      'avtal.pdf',
    ]);
    expect(byKey('9'.repeat(200), `1${'0'.repeat(200)}`)).toBe(-1);
  });

  it('has accents where nothing else tells names apart', () => {
    expect(['ide b', 'idé a', 'idé', 'ide', 'Müller', 'Myller', 'Mz'].toSorted(byKey)).toEqual([
      'ide',
      'idé',
      'idé a',
      'ide b',
      'Myller',
      'Müller',
      'Mz',
    ]);
  });

  it('takes any text', () => {
    const character = fc.nat({ max: 0x10_ff_ff }).map((code) => String.fromCodePoint(code));
    const anyText = fc.array(character, { maxLength: 30 }).map((characters) => characters.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(byKey(text, text)).toBe(0);
        expect(byKey(text, `${text}a`)).not.toBe(0);
      }),
    );
  });

  it('orders names of files as the Swedish collation does', () => {
    const part = fc.oneof(
      fc.constantFrom(...Array.from('aAbeEéoösSvwyYüzZåÅäÄöÖ')),
      fc.constantFrom(...Array.from(" _-–,.()&+'!")),
      fc.constantFrom('0', '00', '1', '01', '2', '9', '10', '2024'),
    );
    // Names that share most of what they hold, so that what tells them apart last is reached, too.
    const pair = fc
      .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), part, part)
      .map(([parts, at, alsoAt, one, other]) => {
        const changed = parts.with(at % parts.length, one).with(alsoAt % parts.length, other);
        return [parts.join(''), changed.join('')] as const;
      });
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(Math.sign(byKey(a, b))).toBe(Math.sign(collator.compare(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the folded text', () => {
  it('is the same for every case and form of å, ä and ö', () => {
    expect(new Set(['ÅRE', 'åre', 'A\u030Are', 'a\u030ARE'].map(foldForSearch))).toEqual(
      new Set(['åre']),
    );
  });
});
