import { documentError } from '../errors';

/** Bytes that begin a text and tell its encoding. */
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16LE_MARK = [0xff, 0xfe];
const UTF16BE_MARK = [0xfe, 0xff];

/** Windows-1252's characters for 0x80–0x9f, where Latin-1 has control characters; five are unassigned. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Share of control characters above which bytes are no text. */
const CONTROLS_ALLOWED = 0.005;

/**
 * The text that bytes hold, or `null` where they hold none.
 *
 * By byte order mark first; then UTF-16 by its many zero bytes, UTF-8 (a few broken bytes allowed),
 * what the document says of itself (`declared`, a name as the web has them), and else Windows-1252,
 * which holds Latin-1. Line breaks become `\n`.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | null {
  const text = decoded(bytes, declared).replace(/\r\n?|\u2028|\u2029/g, '\n');
  return isText(text) ? text : null;
}

/**
 * The text of a file that is nothing but text; `declared` as above.
 *
 * Errors: `file-not-supported` where its bytes are no text, `file-empty`.
 */
export function textIn(
  bytes: Uint8Array,
  fileName: string,
  declared: string | null = null,
): string {
  const text = decodeText(bytes, declared);
  if (text === null) throw documentError('file-not-supported', fileName, { context: 'unknown' });
  if (text.trim() === '') throw documentError('file-empty', fileName);
  return text;
}

function decoded(bytes: Uint8Array, declared: string | null): string {
  if (startsWith(bytes, UTF8_MARK)) return new TextDecoder('utf-8').decode(bytes.subarray(3));
  if (startsWith(bytes, UTF16LE_MARK)) return utf16(bytes.subarray(2), 'le');
  if (startsWith(bytes, UTF16BE_MARK)) return utf16(bytes.subarray(2), 'be');
  const order = byteOrderOf(bytes);
  if (order !== null) return utf16(bytes, order);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  // A text that happens to be sound UTF-8 beyond ASCII is UTF-8, whatever it says; one in which nearly
  // all is sound may have been pasted together, and is believed when it says so or nothing.
  if (!utf8.includes('\ufffd')) return utf8;
  if (declared === null || /^utf-?8$/.test(declared)) {
    return looksLikeUtf8(utf8) ? utf8 : windows1252(bytes);
  }
  return decodeAs(bytes, declared) ?? windows1252(bytes);
}

/** Names of encodings that the web takes for Windows-1252. */
const LATIN_NAMES = /^(?:windows-1252|cp-?1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/;

/** The text of bytes in a named encoding; `null` where the name is unknown. */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  if (LATIN_NAMES.test(encoding)) return windows1252(bytes);
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function utf16(bytes: Uint8Array, order: 'le' | 'be'): string {
  const buffer = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (order === 'be') buffer.swap16();
  return buffer.toString('utf16le');
}

/** UTF-16 without a mark: in European text every second byte is zero, and the others hardly ever. */
function byteOrderOf(bytes: Uint8Array): 'le' | 'be' | null {
  const sample = bytes.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs === 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  if (odd > 0.7 * pairs && even < 0.05 * pairs) return 'le';
  if (even > 0.7 * pairs && odd < 0.05 * pairs) return 'be';
  return null;
}

/** Far more good characters beyond ASCII than broken ones; a Latin-1 text has only broken ones. */
function looksLikeUtf8(text: string): boolean {
  const broken = count(text, (code) => code === 0xfffd);
  return broken === 0 || count(text, (code) => code > 0x7f && code !== 0xfffd) > 9 * broken;
}

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80] ?? char);
}

function isText(text: string): boolean {
  if (text.includes('\0')) return false;
  return count(text, isControl) <= CONTROLS_ALLOWED * text.length;
}

/** Control characters other than tab, line break and form feed, and what could not be decoded. */
function isControl(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0c;
  return (code >= 0x7f && code < 0xa0) || code === 0xfffd;
}

function count(text: string, matches: (code: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (matches(text.charCodeAt(index))) found += 1;
  }
  return found;
}
