import { anyOf, phrases } from './ocr';
import { LOCAL_BRANCH, SIDE_LABEL } from './party-labels';
import type { NameMention } from './party-mention';

/** Before those who made the agreement. */
const MADE_BY = [
  'ingås av',
  'sluts av',
  'tecknas av',
  'tecknats av',
  'träffas av',
  'träffats av',
  'ingåtts av',
  'slutits av',
] as const;

const clauseOpening = new RegExp(
  // *Mellan parterna gäller …* names nobody.
  `${phrases('mellan')}(?![ \\n]part[ec]rna)|${phrases(
    ...MADE_BY,
    'parter i detta avtal är',
    'parter i denna överenskommelse är',
    'parter',
    'parter är',
    'parter i partnerskapet är',
    'parter i avtalet är',
    'parter i överenskommelsen är',
    'parterna är',
    'part är',
    'avtalsparter är',
    'avtalsparterna är',
    'samverkansparter är',
    'samverkansparterna är',
    'samverkande parter är',
  )}`,
  'iu',
);
/** A sentence that has one of these may present the parties. */
export const clauseCues = anyOf(
  'mellan',
  'parter',
  'parterna är',
  'parter är',
  'avtalsparter~',
  'samverkansparter~',
  'nedan',
  'nedan kallad',
  'nedan kallat',
  'ingår denna överenskommelse',
  'ingår detta avtal',
  'har träffats',
  'har ingåtts',
  'har följande',
  ...MADE_BY,
  'har kommit överens',
  'tillsammans kallade',
);
/** What stands between the names of parties and is not part of them. */
const separator = new RegExp(
  [
    `,? ?\\(?org(?:anis?[aá]t?[ií1l]?ons?|anisations)?\\.?[ \\n]?-?(?:nr|nummer|nurnmer)\\.?:?[ \\n]?(?:16)?[0-9OolI]{5,6}[-–‑ ]?[0-9OolI]{3,4}\\)?`,
    `,? ?\\(?(?:16)?[0-9OolI]{6}[-–‑]?[0-9OolI]{4}\\)?`,
    `,?[ \\n]\\(?(?:${phrases('nedan', 'hädanefter', 'härefter', 'fortsättningsvis', 'i det följande', 'i fortsättningen')})(?:[ \\n](?:${phrases('kallad', 'kallat', 'kallade', 'benämnd', 'benämnt', 'benämnda', 'kallas', 'benämns')}))?[ \\n](?:de )?["”“]?[\\p{L}]{2,24}["”“]?\\)?`,
    // *Svenska kyrkan, Mora församling* is one.
    `,(?!${LOCAL_BRANCH})|[;•]`,
    // *(IKF)*, *("Kommunen")*: what it is called further on. *(socialnämnden)* is the one that signs.
    `[ \\n]\\((?!\\p{L}*(?:nämnd|förvaltning|styrelse|kontor|tjänst))["”“'’]?[\\p{L}-]{2,24}["”“'’]?\\)`,
    `[ \\n]${SIDE_LABEL}(?![\\p{L} -]{1,50}?(?:nämnd|förvaltning))`,
    // What one side gives the other stands between their names.
    `,?[ \\n](?:uppl[åa]t[ec]r|[öo]v[ec]rl[åa]t[ec]r|l[äa]mnar|uppdrar|b[ec]viljar)(?:[ \\n]h[äa]rm[ec]d)?[ \\n](?:till|[åa]t)(?=[ \\n])`,
    `[ \\n]å andra sidan|[ \\n]å ena sidan`,
  ].join('|'),
  'giu',
);
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly side: NameMention['side'];
}

/** A municipality by its own word, known to the register or misread: never the beginning of another's name. */
const body = /\p{L}[ \n](?:kommun|stad)$/iu;

/** The names in a sentence that lists parties, between its numbers, its definitions and its *och*. */
export function piecesOf(text: string, isPublic: (name: string) => boolean): Piece[] {
  const opening = clauseOpening.exec(text);
  let from = opening === null ? 0 : opening.index + opening[0].length;
  const closing =
    /(?:,?[ \n](?:har(?=[ \n])|ing[åa]r (?:d[ec]nna|d[ec]tta)|kommit [öo]v[ec]r[ec]ns|tillsammans kallad|om id[ée]bur|tr[äa]ffas|tr[äa]ffad[ec]s|g[äa]ll[ec]r|avs[ec][ec]nd[ec]|avtal[ec]t|[öo]v[ec]r[ec]nskomm[ec]ls[ec]n|partn[ec]rskap[ec]t|part[ec]rna|b[ec]slutad|godk[äa]nd|antag[ec]n|dnr|om (?=\p{Ll})|ang[åa][ec]nd[ec]|r[öo]rand[ec]|f[öo]rl[äa]ng))|(?:godk[äa]nns)/iu.exec(
      text.slice(from),
    );
  const to = closing === null ? text.length : from + closing.index;
  const whole = text.slice(0, to);
  const side = /id[ée]burna part[ec]r/iu.test(text.slice(0, from + 12)) ? 'civil' : null;
  const pieces: Piece[] = [];
  const cuts: { start: number; end: number; word: boolean }[] = [];
  for (const match of whole.slice(from).matchAll(separator)) {
    cuts.push({
      start: from + match.index,
      end: from + match.index + match[0].length,
      word: false,
    });
  }
  for (const match of whole
    .slice(from)
    .matchAll(
      /[ \n](?:och|samt)[ \n](?=[\p{Lu}\d"”]|de |den (?:\p{Ll}+[ \n])?(?:f[öo]r[ec]ning|stift[ec]ls|organisation|f[öo]rsamling))/gu,
    )) {
    cuts.push({ start: from + match.index, end: from + match.index + match[0].length, word: true });
  }
  cuts.sort((a, b) => a.start - b.start);
  const listed = cuts.some(({ word }) => !word);
  for (const cut of cuts) {
    if (cut.start < from) continue;
    if (cut.word) {
      const left = whole.slice(from, cut.start).trim();
      const right =
        whole
          .slice(cut.end)
          .split(/,|[ \n](?:och|nedan|org)[ .\n]/u, 1)[0]
          ?.trim() ?? '';
      const splits = left === '' || listed || body.test(left) || isPublic(left) || isPublic(right);
      if (!splits || left.endsWith('-')) continue;
    }
    pieces.push({ start: from, end: cut.start, side });
    from = cut.end;
  }
  pieces.push({ start: from, end: to, side });
  return pieces;
}
