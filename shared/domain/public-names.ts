import type { PublicBody } from '../reference';
import { foldName } from './actor';

/** The ways in which the name of a municipality or region is written. */

interface Spellings {
  /** Compared after folding. */
  folded: string[];
  /** Compared letter by letter: short forms such as LG, which mean nothing in another case. */
  exact: string[];
}

/**
 * Spellings that stand for the body: id, code, official names, aliases and former names, each also
 * in the genitive; for a municipality its place name with *kommun* or *stad*, and the bare place
 * name where that can hardly be anything else (Mora is also a word, Uppsala also a region).
 */
export function spellingsOf(body: PublicBody): Spellings {
  const names =
    'agreementName' in body
      ? [
          body.legalName,
          body.agreementName,
          ...body.aliases,
          ...[body.name, genitive(body.name)].flatMap((name) => [`${name} kommun`, `${name} stad`]),
          ...(body.ambiguous === null ? [body.name] : []),
        ]
      : [body.name, ...body.aliases, ...body.formerNames];
  const isShort = (name: string) => name.length <= 4 && /\p{Lu}.*\p{Lu}/u.test(name);
  const long = names.filter((name) => !isShort(name));
  return {
    folded: [body.id, body.code, ...long, ...long.map(genitive)].map(foldName),
    exact: names.filter(isShort),
  };
}

/** Swedish genitive: Solna, Solnas; Borås, Borås. */
export function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? name : `${name}s`;
}

const unitWord =
  /(?<![\p{L}-])(?!läns)(?:[\p{L}-]*nämnd(?:en|er|erna|s|ens)?|[\p{L}-]*förvaltning(?:en|ar|arna|s|ens)?|(?:kommun|region|stads|landstings)styrelsen?s?|\p{L}{3,}kontor(?:et)?|\p{L}*fullmäktige|\p{L}*utskott(?:et)?|\p{L}*avdelning(?:en)?|\p{L}*enhet(?:en)?|socialtjänst(?:en)?|stadsdel(?:en)?|sdn)(?!\p{L})/u;

/** Whether the words name a board, an office or a city district, and not an organisation of its own. */
export function looksLikeUnit(text: string): boolean {
  return unitWord.test(foldName(text));
}

/** A name without what follows it in a list of parties: its number, what it is called further on. */
export function withoutFormalities(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/,? ?\(?(?:nedan|hädanefter|härefter|fortsättningsvis) .*$/i, '')
    .replace(/,? ?\(?(?:org(?:anisations)?\.? ?(?:nr|nummer)\.?:? ?)?(?:16)?\d{6}[-–]\d{4}\)?/i, '')
    .trim();
}
