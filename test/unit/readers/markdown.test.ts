import { describe, expect, it } from 'vitest';

import { markdownBlocks } from '../../../main/documents/readers/markdown';

const linesOf = (text: string): string[] =>
  markdownBlocks(text).map(
    (block) =>
      `${block.kind}${block.level || ''}${block.header ? ' header' : ''} ${block.marker ?? ''}| ${block.text}`,
  );

describe('the blocks of a Markdown text', () => {
  it('are what the signs mean', () => {
    expect(
      linesOf(
        [
          '# Avtal om *samverkan*',
          '',
          'Mellan **Åre kommun** och [föreningen](http://x.test "titel"),',
          'som fortsätter.  ',
          'Ny rad.',
          '',
          'Syfte',
          '-----',
          '1. ett',
          '2. två',
          '',
          '   mer om två',
          '   - inre `kod`',
          '',
          '| År | Kronor |',
          '|----|-------:|',
          '| 2024 | 100 |',
          '',
          '> citat',
          '',
          '```',
          'en  rad',
          '```',
          '![bild](file:///etc/passwd)',
        ].join('\n'),
      ),
    ).toEqual([
      'heading1 | Avtal om samverkan',
      'paragraph | Mellan Åre kommun och föreningen, som fortsätter.\nNy rad.',
      'heading2 | Syfte',
      'list-item1 1.| ett',
      'list-item1 2.| två',
      'list-item1 | mer om två',
      'list-item2 –| inre kod',
      'table-row header | År\tKronor',
      'table-row | 2024\t100',
      'paragraph | citat',
      'paragraph | en  rad',
      'paragraph | bild',
    ]);
  });

  it('hold the text of HTML in it, and what is told of the document first', () => {
    expect(
      linesOf(
        '---\ntitle: Avtal\nyear: 2024\n---\n\n<div>\n<script>nej</script><p>ja</p>\n</div>\n\na <b>fet</b> text<br>rad',
      ),
    ).toEqual([
      'paragraph | title: Avtal',
      'paragraph | year: 2024',
      'paragraph | ja',
      'paragraph | a fet text\nrad',
    ]);
  });
});
