import type { Actor } from '../actor';
import { looksLikeUnit } from '../public-names';
import type { FlatText } from './flat-text';
import { SIDE_LABEL } from './party-labels';
import { reason, type Reason } from './proposal';
import type { Registers } from './registers';

/** Municipalities and regions, with the boards and offices that act for them. */

/** Words that make a place a body; *stad* alone, for Halmstad ends in it. */
const bodyWords = /(?<!\p{L})(?:kommun(?:en)?s?|stad(?:en)?s?)(?!\p{L})|region|landsting/iu;

/** What stands between a body and the board that acts for it. */
const unitLabel = new RegExp(
  `^(?:${SIDE_LABEL}|(?:f[öo]r[ec]tr[äa]d[ds]?|r[ec]pr[ec]s[ec]nt[ec]ras?d?)[ ]av[ ]|g[ec]nom[ ](?:d[ec]ss[ ])?)`,
  'iu',
);
/** *de fyra socialförvaltningarna*: which of them, other lines say. */
const severalUnits = /(?:nämnd[ec]rna|f[öo]rvaltningarna|kontor[ec]n)(?!\p{L})/iu;

/** A body with the board that acts for it, or the body alone where no single one is named. */
function withUnit(body: Actor, written: string): { actor: Actor; reasons: Reason[] } {
  const unit = written.replace(unitLabel, '').trim();
  if (unit === '' || severalUnits.test(unit))
    return { actor: { ...body, unit: null }, reasons: [] };
  return { actor: { ...body, unit }, reasons: [reason('board-of-body', body.name)] };
}

/** A public body, alone or together with its board: `Solna stad genom socialnämnden`. */
export function publicActor(
  name: string,
  registers: Registers,
): { actor: Actor; reasons: Reason[] } | null {
  const clean = name.replace(/\s+/g, ' ').trim();
  const exact = registers.matcher.matchPublicBody(clean);
  if (exact !== null) {
    const isBare = exact.unit === null && !bodyWords.test(clean);
    if (!isBare) {
      return exact.unit === null ? { actor: exact, reasons: [] } : withUnit(exact, exact.unit);
    }
  }
  const whole = registers.publicBody(clean);
  if (whole !== null) return { actor: whole, reasons: [reason('misread-letters')] };
  const [, first = '', second = ''] =
    /^(.{3,60}?)(?:(?:,| genom(?: dess)?| via| gm\.?) | \()(.{3,80}?)\)?$/iu.exec(clean) ?? [];
  const body = first === '' ? null : registers.publicBody(first);
  if (body !== null && looksLikeUnit(second)) return withUnit(body, second);
  const board = registers.board(clean);
  return board?.owner == null
    ? null
    : {
        actor: { ...board.owner, unit: clean },
        reasons: [reason('board-of-body', board.owner.name)],
      };
}

/** A body in letterhead or footer, with where it stands. */
interface Letterhead {
  readonly side: 'public';
  readonly actor: Actor;
  readonly within: FlatText;
  readonly start: number;
  readonly end: number;
}

/** Bodies in letterhead and footer, and at the very top: whose paper it is, which need not be a party. */
export function letterheadBodies(flat: FlatText, registers: Registers): Letterhead[] {
  const found = new Map<string, Letterhead>();
  const look = (within: FlatText, text: string, offset: number) => {
    for (const line of text.matchAll(/[^\n]{4,200}/g)) {
      const words = [...line[0].matchAll(/[\p{L}\d-]+/gu)];
      words.forEach((word, at) => {
        const isLast = /^(?:k[o0]mmuns?|kornmuns?|stads?)$/iu.test(word[0]);
        const isFirst = /^r[ec]gion$/iu.test(word[0]);
        if (!isLast && !isFirst) return;
        for (let more = 3; more >= 1; more -= 1) {
          const [from, to] = isLast ? [words[at - more], word] : [word, words[at + more]];
          if (from === undefined || to === undefined) continue;
          const end = to.index + to[0].length;
          const actor = registers.publicBody(line[0].slice(from.index, end));
          if (actor === null) continue;
          if (!found.has(actor.id)) {
            const start = offset + line.index + from.index;
            found.set(actor.id, {
              side: 'public',
              actor,
              within,
              start,
              end: offset + line.index + end,
            });
          }
          return;
        }
      });
    }
  };
  look(flat, flat.text.slice(0, 220), 0);
  if (found.size === 0 && flat.furniture !== null) {
    look(flat.furniture, flat.furniture.text.slice(0, 2_000), 0);
  }
  if (found.size === 0) look(flat, flat.text.slice(-400), Math.max(0, flat.text.length - 400));
  return [...found.values()];
}
