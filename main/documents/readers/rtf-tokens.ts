/** What an RTF file is made of, as the parser hands it on. Bytes are told as numbers, 0–255. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** A control word such as `\par` or `\u8211`; `null` where it has no number. */
  word(name: string, value: number | null): void;
  /** A control symbol such as `\~`: its character. */
  symbol(character: string): void;
  /** A byte of text, as it stands or written `\'e5`. */
  byte(byte: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const isLetter = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/**
 * Takes an RTF file apart, from its first brace to the one that closes it; what follows is ignored.
 *
 * Raw data after `\bin` is passed over. Returns whether the last brace was there: a file without it
 * was cut off. As in the RTF specification 1.9.1, "RTF syntax".
 */
export function parseRtf(bytes: Uint8Array, handler: RtfHandler): boolean {
  let depth = 0;
  let at = bytes.indexOf(OPEN);
  if (at < 0) return false;
  const end = bytes.length;
  while (at < end) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === OPEN) {
      depth += 1;
      handler.open();
    } else if (byte === CLOSE) {
      depth -= 1;
      handler.close();
      if (depth <= 0) return true;
    } else if (byte === BACKSLASH) {
      at = control(bytes, at, handler);
    } else if (byte !== 0x0a && byte !== 0x0d && byte !== 0) handler.byte(byte);
  }
  return false;
}

/** What follows a backslash; returns where the text goes on. */
function control(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  let at = start;
  const first = bytes[at] ?? 0;
  if (!isLetter(first)) {
    at += 1;
    if (first === 0x27) {
      const digits = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
      if (/^[\da-f]{2}$/i.test(digits)) {
        handler.byte(Number.parseInt(digits, 16));
        at += 2;
      }
    } else if (first === 0x0a || first === 0x0d) handler.word('par', null);
    else handler.symbol(String.fromCharCode(first));
    return at;
  }
  let name = '';
  while (name.length < 32 && isLetter(bytes[at] ?? 0)) {
    name += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
  if (isNegative) at += 1;
  let digits = '';
  while (digits.length < 10 && isDigit(bytes[at] ?? 0)) {
    digits += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  if (bytes[at] === 0x20) at += 1;
  const value = digits === '' ? null : Number(digits) * (isNegative ? -1 : 1);
  if (name === 'bin') return Math.min(bytes.length, at + Math.max(0, value ?? 0));
  handler.word(name, value);
  return at;
}
