import { createReadStream } from 'node:fs';

/** The lines in the first so many bytes of a file, between line feeds, and whether the line feed is there. */
export async function* linesOf(
  file: string,
  size = Infinity,
): AsyncGenerator<{ text: string; ended: boolean }> {
  if (size === 0) return;
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: size - 1 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      rest.push(chunk.subarray(from, at));
      yield { text: Buffer.concat(rest).toString('utf8'), ended: true };
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield { text: Buffer.concat(rest).toString('utf8'), ended: false };
}
