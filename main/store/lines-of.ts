import { createReadStream } from 'node:fs';

/**
 * The lines in the first so many bytes of a file, between line feeds, and whether the line feed is there.
 *
 * Errors: a `RangeError` at a line of more than `longest` bytes, before the whole of it is in memory;
 * those of the system.
 */
export async function* linesOf(
  file: string,
  { size = Infinity, longest = Infinity }: { size?: number; longest?: number } = {},
): AsyncGenerator<{ text: string; ended: boolean }> {
  if (size === 0) return;
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      rest.push(chunk.subarray(from, at));
      yield { text: Buffer.concat(rest).toString('utf8'), ended: true };
      rest = [];
      length = 0;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > longest) throw new RangeError(`A line of more than ${longest} bytes.`);
  }
  if (rest.length > 0) yield { text: Buffer.concat(rest).toString('utf8'), ended: false };
}
