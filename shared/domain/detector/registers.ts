import type { PublicBody, SubBody, Umbrella } from '../../reference';
import { type Actor, foldName } from '../actor';
import { createMatcher, type Matcher } from '../matching';
import { looksLikeUnit, spellingsOf } from '../public-names';
import { skeleton } from './ocr';

/** The registers that the detector reads by, made ready for looking up. */
export interface Registers {
  readonly matcher: Matcher;
  /** The body that a name stands for, also misread or in the genitive; `null` when it is none or two. */
  publicBody(name: string): Actor | null;
  /** A board or office by its register name, with its body where the name tells it. */
  board(name: string): { unit: string; owner: Actor | null } | null;
  /** The national organisation or kind of association whose patterns fit the whole name. */
  umbrellaOf(name: string): Umbrella | null;
}

export interface RegisterFiles {
  readonly publicBodies: readonly PublicBody[];
  readonly subBodies: readonly SubBody[];
  readonly umbrellas: readonly Umbrella[];
  /** A pattern of an umbrella as an expression; see `shared/reference`. */
  readonly expression: (pattern: string) => RegExp;
}

const styled = /(?<!\p{L})(?:kommuns?|stads?|region|regionen|landstingets?|landsting)(?!\p{L})/iu;

export function prepareRegisters(files: RegisterFiles): Registers {
  const matcher = createMatcher(files.publicBodies, files.subBodies);
  const bodies = new Map<string, Actor | null>();
  const put = (name: string, actor: Actor) => {
    const key = skeleton(name);
    const known = bodies.get(key);
    if (known === undefined) bodies.set(key, actor);
    else if (known !== null && known.id !== actor.id) bodies.set(key, null);
  };
  for (const body of files.publicBodies) {
    for (const name of spellingsOf(body).folded) {
      // A bare place name is no party: `Lund` may be where, `Lunds kommun` is who.
      if (!styled.test(name)) continue;
      const actor = matcher.matchPublicBody(name);
      if (actor !== null) put(name, actor);
    }
  }
  const boards = new Map<string, { unit: string; owner: Actor | null }>();
  const actorOf = (id: string | null) => (id === null ? null : matcher.matchPublicBody(id));
  for (const sub of files.subBodies) {
    for (const name of [sub.name, ...sub.aliases]) {
      const key = skeleton(name);
      const owner = sub.scope === 'one' ? actorOf(sub.publicBody) : null;
      const known = boards.get(key);
      const same = known !== undefined && known.owner?.id === owner?.id;
      boards.set(key, { unit: name, owner: known === undefined || same ? owner : null });
    }
  }
  const compiled = new Map<string, RegExp>();
  const expressionOf = (umbrella: Umbrella): RegExp => {
    const known = compiled.get(umbrella.id);
    if (known !== undefined) return known;
    const sources = umbrella.patterns.map((pattern) => files.expression(pattern).source);
    const made = new RegExp(sources.join('|'), 'u');
    compiled.set(umbrella.id, made);
    return made;
  };
  /** Names come back, from one document to the next. */
  const asked = new Map<string, Umbrella | null>();
  const ranked = [...files.umbrellas].sort((a, b) => rankOf(a) - rankOf(b));

  return {
    matcher,
    publicBody: (name) => bodies.get(skeleton(name)) ?? null,
    board(name) {
      const known = boards.get(skeleton(name));
      if (known !== undefined) return known;
      const clean = name.trim();
      return looksLikeUnit(clean) && foldName(clean).split(' ').length <= 6
        ? { unit: clean, owner: null }
        : null;
    },
    umbrellaOf(name) {
      const clean = name.slice(0, 120);
      const known = asked.get(clean);
      if (known !== undefined) return known;
      const found =
        ranked.find((umbrella) => {
          const match = expressionOf(umbrella).exec(clean);
          return match !== null && match[0].length >= clean.length * 0.6;
        }) ?? null;
      if (asked.size > 2_000) asked.clear();
      asked.set(clean, found);
      return found;
    },
  };
}

const rankOf = ({ kind }: Umbrella): number =>
  kind === 'generisk' ? 2 : kind === 'lokal föreningstyp' ? 1 : 0;
