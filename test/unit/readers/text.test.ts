import { describe, expect, it } from 'vitest';

import { kindOf } from '../../../main/documents/file-kind';
import { textBlocks } from '../../../main/documents/readers/text';
import { decodeText } from '../../../main/documents/readers/text-encoding';
import { noise, textsInEncodings } from '../../support/bad-files';

describe('decoding text', () => {
  it.each(textsInEncodings())('reads $encoding', ({ bytes, text }) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('keeps UTF-8 that has one broken byte among many good ones', () => {
    const bytes = Buffer.concat([Buffer.from('åäö '.repeat(100)), Buffer.from([0xe5])]);

    expect(decodeText(bytes)).toBe(`${'åäö '.repeat(100)}\ufffd`);
  });

  it('makes every line break a line feed', () => {
    expect(decodeText(Buffer.from('ett\r\ntvå\rtre\nfyra'))).toBe('ett\ntvå\ntre\nfyra');
  });

  it('sees no text in noise, with or without zero bytes', () => {
    expect(decodeText(noise(5_000))).toBeNull();
    expect(decodeText(noise(5_000).map((byte) => byte || 1))).toBeNull();
  });
});

describe('the blocks of a plain text', () => {
  const kinds = (text: string) =>
    [...textBlocks(text)].map(({ kind, level, text: content }) => [kind, level, content]);

  it('are headings, paragraphs and list items', () => {
    const text = [
      'ÖVERENSKOMMELSE OM PARTNERSKAP',
      '',
      'Parter',
      '',
      'Malmö stad, 212000-1124,',
      'nedan kallad kommunen.',
      '1. Syfte',
      'Syftet är att ge stöd.',
      '- boende',
      '    - jour',
      'a) råd',
      '1.2 Avtalstid',
      '§ 4 Uppsägning',
      'Bilaga 1',
    ].join('\n');

    expect(kinds(text)).toEqual([
      ['heading', 1, 'ÖVERENSKOMMELSE OM PARTNERSKAP'],
      ['heading', 2, 'Parter'],
      ['paragraph', 0, 'Malmö stad, 212000-1124,\nnedan kallad kommunen.'],
      ['heading', 2, '1. Syfte'],
      ['paragraph', 0, 'Syftet är att ge stöd.'],
      ['list-item', 1, '- boende'],
      ['list-item', 2, '- jour'],
      ['list-item', 1, 'a) råd'],
      ['heading', 3, '1.2 Avtalstid'],
      ['heading', 2, '§ 4 Uppsägning'],
      ['heading', 2, 'Bilaga 1'],
    ]);
  });

  it('do not take sentences, amounts or dates for headings', () => {
    expect(kinds('3 personer deltar i verksamheten varje vecka\n\n500 000 kr per år')).toEqual([
      ['paragraph', 0, '3 personer deltar i verksamheten varje vecka'],
      ['paragraph', 0, '500 000 kr per år'],
    ]);
  });
});

describe('the kind of a file', () => {
  it.each([
    ['nothing', '', { kind: 'empty' }],
    ['a PDF with bytes before its header', 'x'.repeat(100) + '%PDF-1.4', { kind: 'pdf' }],
    ['a zip', 'PK\x03\x04', { kind: 'zip' }],
    ['rich text', '{\\rtf1 Avtal}', { kind: 'rtf' }],
    ['a program', 'MZ\x90\0\x03', { kind: 'foreign', as: 'program' }],
    ['a text that begins like a program', 'MZ betyder något annat', { kind: 'text' }],
    ['a page', '<html><body>', { kind: 'html' }],
    ['a page after a declaration', '<?xml version="1.0"?>\n<!DOCTYPE html>', { kind: 'html' }],
    ['other markup', '<?xml version="1.0"?><svg/>', { kind: 'foreign', as: 'markup' }],
    ['text', 'Avtal', { kind: 'text' }],
  ])('is told by its first bytes: %s', (_, start, kind) => {
    expect(kindOf(Buffer.from(start, 'latin1'))).toEqual(kind);
  });
});
