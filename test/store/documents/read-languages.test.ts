import { beforeEach, expect, it } from 'vitest';

import { greyOf } from '../../../main/documents/recognition/page-picture';
import { readInItsLanguages } from '../../../main/documents/recognition/read-languages';
import { type Languages, Tesseract } from '../../../main/documents/recognition/tesseract';
import { textCanvas } from '../../../scripts/sample/writers/pictures';

const SWEDISH = [
  'Överenskommelse om idéburet partnerskap',
  'mellan Åre kommun och Föreningen Ljuset.',
  'Syftet är att öka tryggheten för äldre.',
];
const ENGLISH = [
  'Agreement between the Municipality of Åre',
  'and the association Föreningen Ljuset on',
  'the safety of elderly people. It shall apply',
  'from 1 January 2024 to 31 December 2026.',
];

/** Tesseract itself; what it is asked for is counted. */
let tesseract: Tesseract;
let asked: Languages[];

beforeEach(async () => {
  tesseract = await Tesseract.load();
  asked = [];
  const recognise = tesseract.recognise.bind(tesseract);
  tesseract.recognise = (picture, dpi, languages) => {
    asked.push(languages);
    return recognise(picture, dpi, languages);
  };
});

const pictureOf = (lines: readonly string[]) =>
  greyOf(textCanvas(lines, { width: 1167, height: 700, size: 12 }));

const read = (lines: readonly string[]): string[] =>
  readInItsLanguages(tesseract, pictureOf(lines), 200).map(({ words }) =>
    words.map(({ text }) => text).join(' '),
  );

it('reads a page in Swedish once, in that language', () => {
  expect(read(SWEDISH)).toEqual(SWEDISH);
  expect(asked).toEqual(['swe']);
});

it('reads a page with English once more, in both languages', () => {
  expect(read(ENGLISH)).toEqual(ENGLISH);
  expect(asked).toEqual(['swe', 'swe+eng']);
});
