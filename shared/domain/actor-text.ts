import { Actor, actorByName } from './actor';

/** Who a written name stands for; always somebody: one that no register knows is an actor by name. */
export interface ActorMatchers {
  publicActor(name: string): Actor;
  civilActor(name: string): Actor;
}

/** Takes every name as it stands: for where no register is at hand. */
export const byName: ActorMatchers = {
  publicActor: (name) => actorByName(name),
  civilActor: (name) => actorByName(name),
};

/**
 * Actors as one text: names with `; ` between, the unit in parentheses after its actor.
 *
 * A name or unit that holds `;`, `(`, `)` or `"` stands in quotation marks, doubled inside it
 * (`"Ada; kvinnojour"`). So does every unit of an actor that no register knows: parentheses after
 * such a name may be part of it (`Kvinnojouren (KIS)` is one name, `Bolaget ("Kansliet")` has a unit).
 */
export function formatActors(actors: readonly Actor[]): string {
  return actors.map(formatActor).join('; ');
}

function formatActor({ id, name, unit }: Actor): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const special = /[;()"]/;
  const written = special.test(name) ? quoted(name) : name;
  if (unit === null) return written;
  return `${written} (${id.startsWith('name:') || special.test(unit) ? quoted(unit) : unit})`;
}

/** One actor up to the next `;`: name, quoted or bare, and perhaps a unit, quoted or bare. */
const item =
  / ?(?<whole>(?:"(?<quotedName>(?:[^"]|"")*)"|(?<bareName>(?! ?")[^;]*?)) ?(?:\( ?(?:"(?<quotedUnit>(?:[^"]|"")*)"|(?<bareUnit>(?! ?")[^;()]+)) ?\))?) ?(?:;|$)/y;

/**
 * Reads what `formatActors` writes, and what people type. Bare parentheses after a public actor's
 * name are its unit; after a civil-society actor's they are part of the name. An actor that is named
 * twice counts once. A string in return is the reason why the text cannot be read.
 */
export function parseActors(
  text: string,
  side: 'public' | 'civil',
  matchers: ActorMatchers,
): Actor[] | string {
  const levelled = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const actors: Actor[] = [];
  let at = 0;
  while (at < levelled.length) {
    item.lastIndex = at;
    const groups = item.exec(levelled)?.groups;
    if (groups === undefined) {
      return `the name at character ${at + 1} begins with a quotation mark; close it after the name, and double the marks inside it`;
    }
    at = item.lastIndex;
    if (groups['whole'] === '') continue;
    const actor = Actor.safeParse(readActor(groups, side, matchers));
    if (!actor.success) return 'a name or unit is empty or longer than 300 characters';
    const known = actors.some(({ id, unit }) => id === actor.data.id && unit === actor.data.unit);
    if (!known) actors.push(actor.data);
  }
  return actors.length === 0 ? 'no name is given' : actors;
}

function readActor(
  groups: Record<string, string | undefined>,
  side: 'public' | 'civil',
  matchers: ActorMatchers,
): Actor {
  const unquote = (quoted: string | undefined) => quoted?.replaceAll('""', '"');
  const quotedName = unquote(groups['quotedName']);
  const quotedUnit = unquote(groups['quotedUnit']);
  if (side === 'civil') {
    const bare = quotedUnit === undefined ? groups['whole'] : groups['bareName'];
    return { ...matchers.civilActor(quotedName ?? bare ?? ''), unit: quotedUnit ?? null };
  }
  const actor = matchers.publicActor(quotedName ?? groups['bareName'] ?? '');
  return { ...actor, unit: quotedUnit ?? groups['bareUnit'] ?? actor.unit };
}
