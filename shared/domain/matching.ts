import type { PublicBody, SubBody } from '../reference';
import { type Actor, actorByName, foldName } from './actor';
import type { ActorMatchers } from './actor-text';
import { looksLikeUnit, spellingsOf, withoutFormalities } from './public-names';

export interface Matcher extends ActorMatchers {
  /** The municipality or region that a written name stands for beyond doubt, else `null`. */
  matchPublicBody(text: string): Actor | null;
  /** Municipalities, regions and their units that the typed letters may mean, the likeliest first. */
  suggestPublicBodies(text: string, limit: number): Actor[];
}

/**
 * A matcher over registers of public bodies and of their boards, offices and districts.
 *
 * It reads a code (`0184`, `14`), an official name, an alias, a former name, *X kommun* and *X stad*,
 * the genitive, and a body together with its unit in either order: `Solna stad, Socialnämnden`,
 * `Socialnämnden i Solna`, `Solna kommun genom socialnämnden`, `Göteborgs Stads socialförvaltning`.
 * A unit that only one body has (`Socialförvaltningen Centrum`) stands for that body. A spelling that
 * two bodies share, or that is also an ordinary word, is only suggested.
 *
 * Gotland is a municipality and a region in one legal person: its actor is the municipality.
 */
export function createMatcher(
  publicBodies: readonly PublicBody[],
  subBodies: readonly SubBody[],
): Matcher {
  const actors = new Map(publicBodies.map((body) => [body.id, actorOf(body, publicBodies)]));
  const folded = new Spelled<Actor>(({ id }) => id);
  const exact = new Spelled<Actor>(({ id }) => id);
  for (const body of publicBodies) {
    const actor = actors.get(body.id);
    if (actor === undefined) continue;
    const spellings = spellingsOf(body);
    for (const name of spellings.folded) folded.add(name, actor);
    for (const name of spellings.exact) exact.add(name, actor);
  }

  const units = new Spelled<Actor>(({ id }) => id);
  const unitNames = new Map<string, string>();
  for (const sub of subBodies) {
    const owner = sub.publicBody === null ? undefined : actors.get(sub.publicBody);
    for (const name of [sub.name, ...sub.aliases]) {
      unitNames.set(foldName(name), name);
      if (owner && namesItsBody(sub)) units.add(foldName(name), { ...owner, unit: name });
    }
  }

  const matchBody = (text: string) => exact.find(text) ?? folded.find(foldName(text));
  const unitNamed = (text: string) =>
    unitNames.get(foldName(text)) ?? (looksLikeUnit(text) ? text : null);

  function matchPublicBody(text: string): Actor | null {
    const clean = withoutFormalities(text).slice(0, 300);
    return (
      matchBody(clean) ?? units.find(foldName(clean)) ?? matchTogether(clean, matchBody, unitNamed)
    );
  }

  const entries = [
    ...publicBodies.flatMap((body) => {
      const actor = actors.get(body.id);
      const names = 'agreementName' in body ? [body.agreementName] : body.formerNames;
      return actor ? [{ actor, names: [body.name, ...names, ...body.aliases, body.code] }] : [];
    }),
    ...subBodies.flatMap((sub) => {
      const owner = sub.publicBody === null ? undefined : actors.get(sub.publicBody);
      return owner
        ? [{ actor: { ...owner, unit: sub.name }, names: [sub.name, ...sub.aliases] }]
        : [];
    }),
  ].map(({ actor, names }) => ({ actor, names: names.map(searchable) }));

  function suggestPublicBodies(text: string, limit: number): Actor[] {
    const wanted = searchable(text);
    if (wanted === '') return [];
    const sure = matchPublicBody(text);
    const found = entries
      .map(({ actor, names }) => ({
        actor,
        distance: Math.min(...names.map((name) => distance(name, wanted))),
      }))
      .filter((entry) => entry.distance < Infinity)
      .sort((a, b) => a.distance - b.distance || compareActors(a.actor, b.actor))
      .map(({ actor }) => actor);
    const shown = new Set<string>();
    return (sure === null ? found : [sure, ...found])
      .filter(({ id, unit }) => {
        const key = `${id}\n${foldName(unit ?? '')}`;
        return !shown.has(key) && shown.add(key);
      })
      .slice(0, limit);
  }

  return {
    matchPublicBody,
    suggestPublicBodies,
    publicActor: (name) => matchPublicBody(name) ?? actorByName(name),
    civilActor: (name) => actorByName(name),
  };
}

/** What names lead to; one that leads to two different things leads to none. */
class Spelled<T> {
  readonly #found = new Map<string, T | null>();
  readonly #idOf: (thing: T) => string;

  constructor(idOf: (thing: T) => string) {
    this.#idOf = idOf;
  }

  add(name: string, thing: T): void {
    const known = this.#found.get(name);
    if (known === undefined) this.#found.set(name, thing);
    else if (known !== null && this.#idOf(known) !== this.#idOf(thing)) this.#found.set(name, null);
  }

  find(name: string): T | null {
    return this.#found.get(name) ?? null;
  }
}

function actorOf(body: PublicBody, all: readonly PublicBody[]): Actor {
  if ('agreementName' in body) return { id: body.id, name: body.agreementName, unit: null };
  const twin = all.find(({ id }) => id === body.alsoMunicipality);
  return twin ? actorOf(twin, all) : { id: body.id, name: body.name, unit: null };
}

/** False for a board whose name any other municipality may have given one of its own. */
function namesItsBody(sub: SubBody): boolean {
  return sub.scope === 'one' && !foldName(sub.name).endsWith('nämnden');
}

/** Tries every place where a body may end and its unit begin, or the other way; longest body first. */
function matchTogether(
  text: string,
  matchBody: (text: string) => Actor | null,
  unitNamed: (text: string) => string | null,
): Actor | null {
  const words = text.split(' ');
  const splits = words
    .flatMap((_, at) => [
      { body: words.slice(0, at), unit: words.slice(at) },
      { body: words.slice(at), unit: words.slice(0, at) },
    ])
    .filter(({ body, unit }) => body.length > 0 && unit.length > 0)
    .sort((a, b) => b.body.length - a.body.length);
  for (const split of splits) {
    const actor = matchBody(trimmed(split.body.join(' ')));
    const unit = actor && unitNamed(withoutLinks(split.unit.join(' ')));
    if (actor && unit) return { ...actor, unit };
  }
  return null;
}

const trimmed = (text: string) => text.replace(/^[\s,:;/–(-]+|[\s,:;/–)-]+$/gu, '');

const withoutLinks = (text: string) =>
  trimmed(
    trimmed(text)
      .replace(/^(?:(?:genom|via|gm|dess|sin)\s+)+/iu, '')
      .replace(/\s(?:i|vid|inom|för|hos)$/iu, ''),
  );

/** Letters without marks, so that *goteborg* finds Göteborg. */
function searchable(text: string): string {
  return foldName(text).normalize('NFD').replace(/\p{M}/gu, '');
}

function distance(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`)) return 2;
  return wanted.length >= 3 && name.includes(wanted) ? 3 : Infinity;
}

function compareActors(a: Actor, b: Actor): number {
  if ((a.unit === null) !== (b.unit === null)) return a.unit === null ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : (a.unit ?? '') < (b.unit ?? '') ? -1 : 1;
}
