import { extname } from 'node:path';

/** Headers that programs write and hardly any person does. */
const WRITTEN_BY_PROGRAMS =
  /^(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature|content-type|x-[a-z0-9-]+)$/;
const WRITTEN_BY_PEOPLE = /^(?:from|to|cc|subject|date|sender|reply-to)$/;

/**
 * Whether text begins with the headers of a mail: only headers until the first blank line, of which
 * one that a program writes, or a name that ends in `.eml`. A note that begins with "From: Anna" is
 * no mail.
 *
 * @param start the first bytes of a file as Latin-1
 */
export function isMail(start: string, fileName: string): boolean {
  const text = start.replace(/^\xef\xbb\xbf/, '').replace(/^\s*From [^\n]*\n/, '');
  const names = headerNames(text);
  if (names === null || !names.some((name) => WRITTEN_BY_PEOPLE.test(name))) return false;
  return (
    extname(fileName).toLowerCase() === '.eml' ||
    names.some((name) => WRITTEN_BY_PROGRAMS.test(name))
  );
}

/** The headers' names in lower case; `null` where something else stands among them. */
function headerNames(text: string): string[] | null {
  const names: string[] = [];
  const lines = text.split(/\r?\n/);
  // The last line may be cut off.
  for (const line of lines.slice(0, Math.max(1, lines.length - 1))) {
    if (line === '') return names.length > 0 ? names : null;
    const name = /^([\x21-\x39\x3b-\x7e]{1,100}):/.exec(line)?.[1];
    if (name !== undefined) names.push(name.toLowerCase());
    else if (!/^[ \t]/.test(line) || names.length === 0) return null;
  }
  return names;
}
