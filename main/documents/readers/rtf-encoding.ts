import { decodeAs } from './text-encoding';

/** The code page of each character set that a font may have, `\fcharset`. */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  255: 850,
};

/** A font of signs: its letters stand for others. */
const SYMBOL_PAGE = -1;

/** The code page of a font's characters; `null` where the document's own counts. */
export function pageOfCharset(charset: number): number | null {
  return charset === 2 ? SYMBOL_PAGE : (CHARSETS[charset] ?? null);
}

/** Names of code pages that differ from `windows-` and their number. */
const NAMES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  65_001: 'utf-8',
};

/** Code page 850 from 0x80, and near enough for 437: both were on PCs before Windows. */
const PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** The text of bytes in a code page; of one that is not known as in Windows-1252. */
export function decodePage(bytes: readonly number[], page: number): string {
  if (page === SYMBOL_PAGE) return bytes.map(symbolFor).join('');
  if (page === 437 || page === 850) {
    return bytes
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (PAGE_850[byte - 0x80] ?? '')))
      .join('');
  }
  const data = Uint8Array.from(bytes);
  const name = NAMES[page] ?? (page >= 874 && page <= 1258 ? `windows-${page}` : 'windows-1252');
  return decodeAs(data, name) ?? decodeAs(data, 'windows-1252') ?? '';
}

/** What the signs of Symbol and Wingdings most often stand for; others are bullets. */
export function symbolFor(byte: number): string {
  switch (byte) {
    case 0x20:
      return ' ';
    case 0x2d:
      return '–';
    case 0x6f:
    case 0xa8:
      return '☐';
    case 0xfe:
    case 0xfd:
      return '☒';
    case 0xa7:
      return '▪';
    default:
      return '•';
  }
}
