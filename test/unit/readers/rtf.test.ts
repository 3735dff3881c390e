import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readRtf } from '../../../main/documents/readers/rtf';
import type { Page } from '../../../shared/domain/page';
import { anRtf, rtfRow, rtfText } from '../../../scripts/sample/writers/rtf-files';

function read(bytes: Uint8Array) {
  const pages: Page[] = [];
  const { notices } = readRtf(bytes, 'avtal.rtf', { onPage: (page) => pages.push(page) });
  const lines = pages.flatMap(({ text, blocks }) =>
    blocks.map(
      ({ kind, level, start, end, marker = '', header }) =>
        `${kind}${level || ''}${header ? ' header' : ''} ${marker}| ${text.slice(start, end)}`,
    ),
  );
  return { lines, notices };
}

describe('reading rich text', () => {
  it('gives headings, paragraphs, lists and tables in order', () => {
    const { lines, notices } = read(
      anRtf(
        [
          "\\pard\\s1 \\'d6verenskommelse\\par",
          '\\pard\\plain{\\b Parter}\\par',
          "\\pard\\plain Mellan {\\b \\'c5re} kommun\\line och\\tab v\\u228\\'e4nner \\u8211- slut\\par\\par",
          "{\\listtext\\pard\\plain\\f3 \\'b7\\tab}\\pard\\ilvl0\\ls1 en punkt\\par",
          '{\\listtext 1.1\\tab}\\pard\\ilvl1\\ls1 inre\\par',
          `\\pard ${rtfRow(['År', 'Kronor'], '\\trhdr')}`,
          rtfRow(['2024', '']),
          '\\trowd\\pard\\intbl a\\par b\\cell c\\cell\\pard\\intbl{\\trowd\\row}',
          '\\pard efter\\par',
          '\\pard\\s2 Syfte',
        ].join('\n'),
      ),
    );

    expect(lines).toEqual([
      'heading1 | Överenskommelse',
      'heading2 | Parter',
      'paragraph | Mellan Åre kommun\noch\tvänner – slut',
      'list-item1 •| en punkt',
      'list-item2 1.1| inre',
      'table-row header | År\tKronor',
      'table-row | 2024\t',
      'table-row | a\nb\tc',
      'paragraph | efter',
      'heading2 | Syfte',
    ]);
    expect(notices).toEqual([]);
  });

  it('keeps notes, boxes, fields, page headers and footers', () => {
    const { lines } = read(
      anRtf(
        '{\\header\\pard Dnr 1\\par}{\\footerf Org.nr\\tab 2}\\pard Avtal{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} En not\\par} om {\\field{\\*\\fldinst HYPERLINK "http://nej"}{\\fldrslt samverkan}}{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn nej}{\\sv nej}}{\\shptxt\\pard I en ruta\\par}}{\\shprslt nej}}{\\pict\\pngblip 89504e47}.\\par',
      ),
    );

    expect(lines).toEqual([
      'paragraph | Dnr 1',
      'paragraph | I en ruta',
      'paragraph | Avtal[1] om samverkan.',
      'paragraph | [1] En not',
      'paragraph | Org.nr 2',
    ]);
  });

  it('shows changes as accepted, leaves comments and hidden text out, and tells so', () => {
    const { lines, notices } = read(
      anRtf(
        "Avtalet {\\deleted inte }g\\'e4ller {\\revised fr\\'e5n }2024{\\v dolt}{\\*\\atnid A}{\\*\\annotation{\\*\\atndate 1} vad?}.\\par",
      ),
    );

    expect(lines).toEqual(['paragraph | Avtalet gäller från 2024.']);
    expect(notices.toSorted()).toEqual(['comments', 'hidden', 'tracked-changes']);
  });

  it('reads each font in its own code page, and old documents in theirs', () => {
    expect(read(anRtf("\\'e5{\\f1 \\'e5}\\'80{\\f3 \\'b7}\\par")).lines).toEqual([
      'paragraph | åе€•',
    ]);
    expect(read(Buffer.from("{\\rtf1\\pc \\'86\\'84\\'94}")).lines).toEqual(['paragraph | åäö']);
    expect(read(Buffer.from("{\\rtf1\\mac \\'8c\\'8a\\'9a}")).lines).toEqual(['paragraph | åäö']);
    expect(read(Buffer.from('{\\rtf1\\ansi å}', 'latin1')).lines).toEqual(['paragraph | å']);
    expect(read(Buffer.from("{\\rtf1\\ansicpg932 \\'93\\'fa}")).lines).toEqual(['paragraph | 日']);
  });

  it('skips what stands for a character that it knows', () => {
    expect(
      read(
        anRtf(
          "{\\uc2 \\u8211\\'2d\\'2d-}\\u8211 ?\\u-10179?\\u-8704?{\\uc0\\u229}{\\upr{nej}{\\*\\ud{ja}}}{\\u229{}x}\\par",
        ),
      ).lines,
    ).toEqual(['paragraph | –-–😀åjaåx']);
  });

  it('passes over raw data and words that it does not know', () => {
    expect(
      read(
        anRtf(
          'a{\\pict\\bin5 }}}}}}b\\nosuchword12 c{\\*\\nosuchgroup d}e\\~f\\-g\\_h\\{\\}\\\\\\par',
        ),
      ).lines,
    ).toEqual(['paragraph | abce fg-h{}\\']);
  });

  it('refuses what is cut off anywhere', () => {
    const whole = anRtf(`\\pard ${rtfText('Överenskommelse')}\\par`);

    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      expect(() => read(whole.subarray(0, Math.floor(whole.length * share)))).toThrow(
        'stops before its end',
      );
    }
  });

  it('refuses what nests without end, and comes to an end with any bytes', () => {
    expect(() => read(Buffer.from(`{\\rtf1${'{'.repeat(2_000_000)}`))).toThrow('nested deeper');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...['{', '}', '\\par ', '\\cell ', '\\row ', '\\trowd', '\\intbl ', '{\\footnote '],
              ...['\\u8211?', "\\'e5", '{\\*\\x ', '{\\header ', '\\pard', '{\\shp{\\shptxt '],
              ...['{\\stylesheet', '{\\fonttbl', '\\bin3 ', '{\\listtext ', '\\uc9', '\\nestrow '],
            ),
            fc.string({ maxLength: 5 }),
          ),
          { maxLength: 60 },
        ),
        (pieces) => {
          try {
            read(Buffer.from(`{\\rtf1 ${pieces.join('')}}`));
          } catch (error) {
            expect(error).toMatchObject({ code: 'file-damaged' });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives back any text', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => `x${text.replace(/[\s\u00a0\u0000-\u001f\u007f-\u009f\uf000-\uf0ff]/g, '')}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (texts) => {
        const { lines } = read(
          anRtf(texts.map((text) => `\\pard ${rtfText(text)}\\par`).join('\n')),
        );

        expect(lines).toEqual(texts.map((text) => `paragraph | ${text}`));
      }),
      { numRuns: 200 },
    );
  });
});
