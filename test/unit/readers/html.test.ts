import { describe, expect, it } from 'vitest';

import { htmlBlocks, TooDeepError } from '../../../main/documents/readers/html-blocks';

/** Kind, level, marker and text of each block, as one line. */
const linesOf = (html: string): string[] =>
  htmlBlocks(html).blocks.map(
    ({ kind, level, marker = '', text, header }) =>
      `${kind}${level || ''}${header ? ' header' : ''} ${marker}| ${text}`,
  );

describe('the blocks of a web page', () => {
  it('are its headings, paragraphs, lists and tables, in order', () => {
    expect(
      linesOf(`<!doctype html><html><head><title>Titel</title></head><body>
        <h1>Avtal &aring;r 2024</h1>
        <p>Mellan  <b>Åre</b> kommun<br>och föreningen&nbsp;&amp; vänner.</p>
        lös text <div>i en ruta<p>och ett stycke</div>
        <ul><li>en<li><p>två</p><p>mer om två</p><ol type=a start=3><li>inre</ol></ul>
        <table><caption>Belopp</caption><tr><th>År<th>Kronor<tr><td>2024<td>100</table>
      </body></html>`),
    ).toEqual([
      'heading1 | Avtal år 2024',
      'paragraph | Mellan Åre kommun\noch föreningen & vänner.',
      'paragraph | lös text',
      'paragraph | i en ruta',
      'paragraph | och ett stycke',
      'list-item1 •| en',
      'list-item1 •| två',
      'list-item1 | mer om två',
      'list-item2 c.| inre',
      'paragraph | Belopp',
      'table-row header | År\tKronor',
      'table-row | 2024\t100',
    ]);
  });

  it('keep the borders of empty and wide cells', () => {
    expect(
      linesOf(
        '<table><tr><td></td><td>a</td><td>b</td></tr><tr><td colspan=2>c</td><td>d<p>e</td></tr></table>',
      ),
    ).toEqual(['table-row | \ta\tb', 'table-row | c\t\td\ne']);
  });

  it('take a table that only arranges the page for the text in it', () => {
    expect(
      linesOf(
        '<table><tr><td><table><tr><td>Hej</td><td>x</td></tr></table></td><td><p>Brev</p><p>slut</p></td></tr></table>',
      ),
    ).toEqual(['table-row | Hej\tx', 'paragraph | Brev', 'paragraph | slut']);
  });

  it('leave out scripts, styles and what is hidden, and tell of what was hidden', () => {
    const { blocks, hidden } = htmlBlocks(`<style>p{}</style><script>var a="<p>nej</p>"</script>
      <p>syns</p><p hidden>dold <b>helt</b></p><p style="color:red; DISPLAY : none">dold</p>
      <iframe src="http://x.test">nej</iframe><template><p>nej</p></template><!-- nej -->
      <object data="file:///etc/passwd">nej</object><svg><text>nej</text></svg><p>kvar</p>`);

    expect(blocks.map(({ text }) => text)).toEqual(['syns', 'kvar']);
    expect(hidden).toBe(true);
    expect(htmlBlocks('<p>syns</p><script>x</script><p hidden></p>').hidden).toBe(false);
  });

  it('keep what is filled in in a form', () => {
    expect(
      linesOf(
        '<form>Namn <input value="Eva"><input type=hidden value=nej> <input type=checkbox checked> Ja<select><option>a<option selected>b</select></form>',
      ),
    ).toEqual(['paragraph | Namn Eva ☒ Ja', 'paragraph | b']);
  });

  it('keep lines and spaces where the page does', () => {
    expect(linesOf('<pre>en\n  två\n\ntre</pre> <p>a\n b</p>')).toEqual([
      'paragraph | en\n  två\n\ntre',
      'paragraph | a b',
    ]);
  });

  it('come of any markup, however broken', () => {
    expect(linesOf('</p></table><td>a</li></div><ul>b<p>c</ul></html>d<')).toEqual([
      'paragraph | a',
      'paragraph | b',
      'paragraph | c',
      'paragraph | d<',
    ]);
  });

  it('are refused where they nest without end, and soon', () => {
    expect(() => htmlBlocks('<div>'.repeat(3_000_000))).toThrow(TooDeepError);
    expect(htmlBlocks('<table><tr><td>'.repeat(300) + 'djupt').blocks).toEqual([
      { kind: 'paragraph', level: 0, text: 'djupt' },
    ]);
  });
});
