/** Rich text as Word writes it: characters beyond ASCII in Windows-1252, others as `\u`. */
export function rtfText(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (/[\\{}]/.test(character)) return `\\${character}`;
      if (code < 0x80) return character;
      if (code >= 0xa0 && code <= 0xff) return `\\'${code.toString(16)}`;
      return [...Array(character.length).keys()]
        .map((index) => `\\u${((character.charCodeAt(index) + 32_768) % 65_536) - 32_768}?`)
        .join('');
    })
    .join('');
}

/** A document of these words of RTF, with fonts and styles as Swedish Word names them. */
export function anRtf(body: string, { head = '' }: { head?: string } = {}): Buffer {
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial{\\*\\falt Helvetica};}{\\f1\\fnil\\fcharset204 Times;}{\\f3\\fcharset2 Symbol;}}
{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql \\snext0 Normal;}{\\s1\\outlinelevel0 rubrik 1;}{\\*\\cs10 \\additive Rubrik 1;}{\\s2{\\*\\keycode \\fn1}heading 2;}}
{\\*\\generator Nej 1.0;}{\\info{\\title Nej}{\\author Nej}}${head}
${body}}`,
    'latin1',
  );
}

/** A row of a table. */
export function rtfRow(cells: readonly string[], definition = ''): string {
  return `\\trowd${definition}${cells.map((_, index) => `\\cellx${1000 * (index + 1)}`).join('')}\\pard\\intbl ${cells.map((cell) => `${rtfText(cell)}\\cell `).join('')}\\row\n`;
}
