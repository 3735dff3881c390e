import type { LooseBlock } from './page-breaks';

/** A header or footer is some lines; one larger than this is left out. */
const PART_LENGTH = 1_000_000;

/**
 * The text of a Word file's page headers, or footers, each different one once.
 *
 * mammoth leaves them out, but a municipality's letterhead and record number often stand there.
 */
export function letterhead(
  parts: ReadonlyMap<string, Uint8Array>,
  which: 'header' | 'footer',
): LooseBlock[] {
  const names = [...parts.keys()]
    .filter((name) => new RegExp(`^word/${which}\\d*\\.xml$`).test(name))
    .toSorted();
  const seen = new Set<string>();
  for (const name of names) {
    const part = parts.get(name);
    if (part === undefined || part.length > PART_LENGTH) continue;
    for (const line of paragraphTexts(new TextDecoder().decode(part))) seen.add(line);
  }
  return [...seen].map((text) => ({ kind: 'paragraph', level: 0, text }));
}

function paragraphTexts(xml: string): string[] {
  return xml
    .replace(/<mc:Choice\b[\s\S]*?<\/mc:Choice>/g, '')
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\b[^>]*>/g)]
        .map((match) => (match[2] === undefined ? unescaped(match[1] ?? '') : ' '))
        .join('')
        .trim(),
    )
    .filter((text) => text !== '');
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (...match) => {
    const [whole, hex, decimal, name] = match as (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : (whole ?? '');
  });
}
