import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import type { Random } from '../../../scripts/sample/random';

/** Numbers at which programs go wrong: ends of ranges, negatives, what is no number. */
const NUMBERS = [
  '0',
  '-1',
  '1',
  '255',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '99999999999999999999',
  '-0.0000001',
  '1e400',
  'NaN',
];

/** Words that mean something in one of the formats, so that they meet where they were not expected. */
const WORDS = [
  'obj',
  'endobj',
  'stream',
  'endstream',
  'xref',
  'trailer',
  '/Kids',
  '/Parent 1 0 R',
  '/Length',
  '/FlateDecode',
  '/JavaScript',
  '<<',
  '>>',
  '[',
  ']',
  '1 0 R',
  '</w:p>',
  '<w:tbl>',
  '<!DOCTYPE x [<!ENTITY a "aaaa">]>',
  '&a;',
  ']]>',
  '<![CDATA[',
  '<script>',
  '<table><tr><td>',
  '{\\rtf1',
  '\\bin99999',
  '\\u-1?',
  '}',
  '\r\n\r\n',
  'Content-Type: multipart/mixed; boundary="x"',
  '--x',
  '=?utf-8?B?//8=?=',
  '../../../etc/passwd',
  'file:///etc/passwd',
  'http://127.0.0.1/',
  '"',
  ';',
  '\0',
  '\ufeff',
  '\ud800',
];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const mutations: readonly Mutation[] = [
  flipBits,
  flipBits,
  overwrite,
  cutOut,
  cutOff,
  repeat,
  swap,
  insertWord,
  insertWord,
  changeNumber,
  changeNumber,
];

/** Size that a mutant may have; some mutations double. */
const LARGEST = 4_000_000;

/**
 * A file changed in one to six places, as chance and malice change files. The same random numbers
 * give the same mutant. A zip is changed half of the time within one of its parts and packed again,
 * for else hardly a mutant would come further than its checksums.
 */
export function mutant(sound: Uint8Array, random: Random): Uint8Array {
  // A copy, and no Buffer, whose slices would share its memory.
  const original = Uint8Array.from(sound);
  const isZip = original[0] === 0x50 && original[1] === 0x4b;
  return isZip && random.chance(0.7) ? mutatedPart(original, random) : changed(original, random);
}

function changed(original: Uint8Array, random: Random): Uint8Array {
  let bytes = original;
  const times = random.int(1, 6);
  for (let time = 0; time < times && bytes.length > 0; time += 1) {
    bytes = random.pick(mutations)(bytes, random).subarray(0, LARGEST);
  }
  return bytes;
}

function mutatedPart(original: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(original);
  const name = random.pick(Object.keys(parts));
  const part = parts[name] ?? new Uint8Array();
  return zipSync({ ...parts, [name]: changed(part, random) }, { level: 1 });
}

function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const times = random.int(1, 16);
  for (let time = 0; time < times; time += 1) {
    const at = random.int(0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return copy;
}

function overwrite(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice();
  const { start, end } = stretch(bytes, random, 64);
  const filling = random.pick([0, 0xff, 0x20, 0x41, null]);
  for (let at = start; at < end; at += 1) copy[at] = filling ?? random.int(0, 255);
  return copy;
}

function cutOut(bytes: Uint8Array, random: Random): Uint8Array {
  const { start, end } = stretch(bytes, random, 4_000);
  return joined(bytes.subarray(0, start), bytes.subarray(end));
}

function cutOff(bytes: Uint8Array, random: Random): Uint8Array {
  return random.chance(0.5) ? bytes.slice(0, random.int(0, bytes.length)) : bytes;
}

function repeat(bytes: Uint8Array, random: Random): Uint8Array {
  const { start, end } = stretch(bytes, random, 2_000);
  const times = random.pick([1, 2, 50]);
  const copies = Array.from({ length: times }, () => bytes.subarray(start, end));
  return joined(bytes.subarray(0, end), ...copies, bytes.subarray(end));
}

function swap(bytes: Uint8Array, random: Random): Uint8Array {
  const [a, b] = [stretch(bytes, random, 500), stretch(bytes, random, 500)];
  if (a.end > b.start) return bytes;
  return joined(
    bytes.subarray(0, a.start),
    bytes.subarray(b.start, b.end),
    bytes.subarray(a.end, b.start),
    bytes.subarray(a.start, a.end),
    bytes.subarray(b.end),
  );
}

function insertWord(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.int(0, bytes.length);
  return joined(bytes.subarray(0, at), strToU8(random.pick(WORDS)), bytes.subarray(at));
}

/** Puts another number in the place of one that stands in the file as text. */
function changeNumber(bytes: Uint8Array, random: Random): Uint8Array {
  const numbers = [...strFromU8(bytes, true).matchAll(/\d+/g)];
  if (numbers.length === 0) return bytes;
  const found = random.pick(numbers);
  return joined(
    bytes.subarray(0, found.index),
    strToU8(random.pick(NUMBERS)),
    bytes.subarray(found.index + found[0].length),
  );
}

function stretch(bytes: Uint8Array, random: Random, longest: number) {
  const start = random.int(0, Math.max(0, bytes.length - 1));
  return { start, end: Math.min(bytes.length, start + random.int(1, longest)) };
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}
