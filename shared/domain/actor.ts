import { z } from 'zod';

/**
 * An organisation that is party to an agreement, as a reviewer answered it.
 *
 * `id` says who it is and is what two answers are compared by: `municipality:0184`, `region:14`, or
 * `name:<folded name>` for one that no register knows yet. `unit` is the board or office that signed
 * for a public body; it belongs to the body and is shown, not compared.
 */
export const Actor = z.object({
  id: z.string().min(1).max(300),
  name: z.string().trim().min(1).max(300),
  unit: z.string().trim().min(1).max(300).nullable(),
});
export type Actor = z.output<typeof Actor>;

/**
 * Folds a written name to what two spellings of it share: case, spacing, dashes and quotes are
 * levelled; å, ä and ö stay letters of their own. Composed at the end too, since what is left out may
 * have stood between a letter and its mark; so folding a folded name changes nothing.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[–—−]/g, '-')
    .replace(/["'’”“`´]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.,;:\s]+$/g, '')
    .trim()
    .normalize('NFC');
}

/** The actor that a name stands for while no register knows it. */
export function actorByName(name: string, unit: string | null = null): Actor {
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return { id: `name:${foldName(clean)}`.slice(0, 300), name: clean, unit };
}

/** True when both sets hold the same actors, whatever they were called and in whatever order. */
export function sameActors(a: readonly Actor[], b: readonly Actor[]): boolean {
  const ids = (actors: readonly Actor[]) => [...new Set(actors.map((actor) => actor.id))].sort();
  return ids(a).join('\n') === ids(b).join('\n');
}
