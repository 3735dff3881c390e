import { strToU8, zipSync, type Zippable } from 'fflate';

/** Clock time without a zone, as the format stores it: the same parts give the same bytes everywhere. */
const mtime = new Date(2024, 11, 31, 12, 0, 0);

/** A zip of these parts, in this order; those named in `stored` are put in as they are. */
export function aZip(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { stored = [] }: { stored?: readonly string[] } = {},
): Buffer {
  const files = Object.entries(parts).map(([name, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return [name, [bytes, { mtime, level: stored.includes(name) ? 0 : 6 }]] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(files) as unknown as Zippable));
}
