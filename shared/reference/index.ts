import { z } from 'zod';

import publicBodiesFile from './public-bodies.json';
import subBodiesFile from './sub-bodies.json';
import umbrellasFile from './umbrellas.json';

/**
 * The registers that the program brings along: municipalities, regions, their boards and offices,
 * and the national organisations that local associations belong to. Where each figure comes from is
 * told in `SOURCES.md` beside the files. The files are read and checked at the first question, so
 * that they cost nothing at start-up; what is returned is shared and must not be changed.
 */

const Count = z.int().positive();

const Municipality = z.object({
  /** `municipality:` and the four digits of the municipality code. */
  id: z.string().regex(/^municipality:\d{4}$/),
  code: z.string().regex(/^\d{4}$/),
  /** The bare place name: "Solna". */
  name: z.string().min(1),
  legalName: z.string().min(1),
  /** How it writes itself as party to an agreement: "Solna stad", "Region Gotland". */
  agreementName: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  /** Why the bare name alone proves little (it is also a word, a surname, a county); `null` when it does. */
  ambiguous: z.string().nullable(),
  county: z.string().min(1),
  region: z.string().regex(/^region:\d{2}$/),
  /** Inhabitants on `populationDate`. */
  population: Count,
});
type Municipality = Readonly<z.output<typeof Municipality>>;

const Region = z.object({
  id: z.string().regex(/^region:\d{2}$/),
  code: z.string().regex(/^\d{2}$/),
  name: z.string().min(1),
  county: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  /** Names from before it became a region; short ones must be matched with their case. */
  formerNames: z.array(z.string().min(1)),
  /** First day of the present name. */
  nameSince: z.iso.date(),
  organisationNumber: z.string().regex(/^\d{6}-\d{4}$/),
  /** How many municipalities it has. */
  municipalities: Count,
  /** The municipality that is the same legal person (Gotland), else `null`. */
  alsoMunicipality: Municipality.shape.id.nullable(),
  population: Count,
});
type Region = Readonly<z.output<typeof Region>>;

export type PublicBody = Municipality | Region;

export const SubBody = z.object({
  id: z.string().startsWith('sub-body:'),
  name: z.string().min(1),
  kind: z.enum([
    'nämnd',
    'stadsdelsnämnd',
    'stadsområdesnämnd',
    'styrelse',
    'fullmäktige',
    'förvaltning',
  ]),
  /** `one`: belongs to `publicBody`. Else a name that any municipality, any region or either may use. */
  scope: z.enum(['one', 'municipality', 'region', 'any']),
  publicBody: Municipality.shape.id.nullable(),
  /** Years of its first and last mandate, where known. */
  from: z.int().nullable(),
  until: z.int().nullable(),
  aliases: z.array(z.string().min(1)),
  note: z.string(),
});
export type SubBody = Readonly<z.output<typeof SubBody>>;

export const Umbrella = z.object({
  id: z.string().startsWith('umbrella:'),
  name: z.string().min(1),
  kind: z.enum([
    'riksorganisation',
    'organisation',
    'studieförbund',
    'lokal föreningstyp',
    'stiftelse',
    'ungdomsförbund',
    'trossamfund',
    'paraplyorganisation',
    'kooperativ',
    'idrottsförbund',
    'generisk',
    'arbetsgivar-/branschorganisation',
  ]),
  field: z.string(),
  aliases: z.array(z.string().min(1)),
  /** Regular expressions with the placeholders {ORT} and {NAMN}; see `umbrellaExpression`. */
  patterns: z.array(z.string().min(1)).min(1),
  examples: z.array(z.string().min(1)),
  counterExamples: z.array(z.string().min(1)),
  note: z.string(),
});
export type Umbrella = Readonly<z.output<typeof Umbrella>>;

const PublicBodies = z.object({
  populationDate: z.iso.date(),
  municipalities: z.array(Municipality),
  regions: z.array(Region),
});
const SubBodies = z.object({ subBodies: z.array(SubBody) });
const Umbrellas = z.object({
  placeholders: z.object({ ORT: z.string(), NAMN: z.string() }),
  umbrellas: z.array(Umbrella),
});

const publicBodies = once(() => PublicBodies.parse(publicBodiesFile));
const subBodies = once(() => SubBodies.parse(subBodiesFile));
const umbrellas = once(() => Umbrellas.parse(umbrellasFile));
const bodiesById = once(
  () =>
    new Map<string, PublicBody>(
      [...listMunicipalities(), ...listRegions()].map((body) => [body.id, body]),
    ),
);

/** The 290 municipalities by code. */
export function listMunicipalities(): readonly Municipality[] {
  return publicBodies().municipalities;
}

/** The 21 regions by code. */
export function listRegions(): readonly Region[] {
  return publicBodies().regions;
}

/** The municipality or region with that id (`municipality:0184`, `region:14`), or `undefined`. */
export function findPublicBody(id: string): PublicBody | undefined {
  return bodiesById().get(id);
}

/** How a public body is written in an agreement: "Solna stad", "Region Skåne". */
export function agreementNameOf(body: PublicBody): string {
  return 'agreementName' in body ? body.agreementName : body.name;
}

/** Boards, offices and city districts: those of one public body, and names that many of them use. */
export function listSubBodies(): readonly SubBody[] {
  return subBodies().subBodies;
}

/** National organisations and kinds of local association, with patterns for the names of branches. */
export function listUmbrellas(): readonly Umbrella[] {
  return umbrellas().umbrellas;
}

/** The day that all population figures are for (ISO). */
export function populationDate(): string {
  return publicBodies().populationDate;
}

/**
 * A pattern of an umbrella as an expression that finds whole names in running text (flags `gu`).
 * {ORT} and {NAMN} can take one word too many; whoever matches cuts it against the municipalities.
 */
export function umbrellaExpression(pattern: string): RegExp {
  const { ORT, NAMN } = umbrellas().placeholders;
  const body = pattern.replaceAll('{ORT}', ORT).replaceAll('{NAMN}', NAMN);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, 'gu');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
