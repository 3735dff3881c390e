import type { Random } from './random';
import type { NoiseLevel, OfficeFormat, OriginalType, TermFamily, TextEncoding } from './truth';
import type { AreaId, TargetId, ThemeWords } from './vocabulary/area';
import { areas } from './vocabulary/areas';
import { namedUnits, neighbours, publicProfiles } from './vocabulary/public-parties';

type Size = 'small' | 'medium' | 'large';

/** What one agreement shall be like, before any word of it is chosen. */
export interface Plan {
  readonly format: OfficeFormat;
  readonly encoding: TextEncoding | null;
  readonly noise: NoiseLevel;
  readonly family: TermFamily;
  readonly area: AreaId;
  readonly theme: ThemeWords;
  readonly target: TargetId;
  readonly documentType: OriginalType;
  readonly size: Size;
  /** One or two public bodies. */
  readonly bodies: readonly string[];
  /** Board or district that stands as party instead of its municipality. */
  readonly unit: { readonly name: string; readonly from: number; readonly until: number } | null;
  readonly associations: number;
  readonly terminated: boolean;
  /** How many extensions follow it. */
  readonly extensions: number;
  /** Whether it also arrives a second time, cleaned in another way. */
  readonly duplicated: boolean;
}

type Family = Exclude<TermFamily, 'H'>;
const families: Readonly<Record<Family, number>> = {
  A: 38,
  B: 20,
  C: 10,
  D: 7,
  E: 9,
  F: 5,
  G: 3,
  I: 3,
  J: 2,
};
const municipalAreas: Readonly<Record<AreaId, number>> = {
  crime_victims_prevention: 26,
  labour_integration: 17,
  health_rehabilitation: 15,
  leisure_education: 16,
  basic_needs: 8,
  safety: 7,
  disability: 6,
  other: 5,
};
const targets: Readonly<Record<AreaId, Readonly<Partial<Record<TargetId, number>>>>> = {
  safety: { children_youth: 60, all: 40 },
  leisure_education: { children_youth: 78, all: 22 },
  health_rehabilitation: { elderly: 50, adults: 24, children_youth: 14, all: 12 },
  crime_victims_prevention: { adults: 48, all: 27, children_youth: 25 },
  labour_integration: { adults: 78, all: 10, children_youth: 12 },
  disability: { children_youth: 30, adults: 30, all: 40 },
  basic_needs: { adults: 60, all: 40 },
  other: { all: 1 },
};
const documentTypes = {
  iop_understanding: 34,
  iop_agreement: 28,
  cooperation_agreement: 9,
  collaboration_agreement: 9,
  partnership_agreement: 7,
  special_understanding: 3,
  grant_agreement: 6,
  association_agreement: 4,
} as const;
/** Municipalities that the report counts most agreements for come more often. */
const bodyWeights: Readonly<Record<string, number>> = {
  'municipality:0180': 6,
  'municipality:1480': 4,
  'municipality:0580': 4,
  'municipality:1280': 3,
  'municipality:0381': 3,
  'municipality:2184': 3,
  'municipality:1490': 3,
  'municipality:0380': 3,
  'municipality:1980': 2,
  'municipality:0123': 2,
  'municipality:2182': 2,
};
const encodings = { 'utf-8': 2, 'utf-8-bom': 2, latin1: 2, 'utf-16le': 1 } as const;

/** Plans `count` agreements so that shares hold over the whole and every kind occurs. */
export function planCollection(count: number, random: Random): Plan[] {
  const familyDeck = random.deck(families, count);
  const areaDeck = random.deck(municipalAreas, count);
  const formats = random.deck({ pdf: 65, docx: 21, txt: 14 }, count);
  const texts = random.deck(encodings, formats.filter((format) => format === 'txt').length);
  const bodyKinds = random.deck({ one: 70, two: 10, region: 5, unit: 15 }, count);
  const sizes = random.deck({ small: 34, medium: 42, large: 24 }, count);
  const noises = random.deck({ '0': 44, '1': 26, '2': 19, '3': 11 }, count);
  const chains = random.deck({ none: count - 2, one: 1, two: 1 }, count);
  const terminated = new Set(random.sample(indices(familyDeck, ['B', 'E']), 2));
  let elderlySeen = false;
  const pairs = inTurn(neighbours, random);
  const units = inTurn(namedUnits, random);
  const regions = inTurn(
    publicProfiles.filter((each) => each.isRegion),
    random,
  );

  const plans = familyDeck.map((family, at): Plan => {
    const kind = bodyKinds[at] ?? 'one';
    const area: AreaId =
      kind === 'region'
        ? random.weighted<AreaId>({
            health_rehabilitation: 60,
            disability: 20,
            labour_integration: 20,
          })
        : (areaDeck[at] ?? 'other');
    let target = random.weighted<TargetId>(targets[area]);
    if (area === 'health_rehabilitation' && !elderlySeen) target = 'elderly';
    elderlySeen ||= target === 'elderly';
    const format: OfficeFormat = formats[at] ?? 'pdf';
    const noise = Number(noises[at] ?? 0) as NoiseLevel;
    const unit = kind === 'unit' ? units() : null;
    const size = family === 'J' ? 'small' : (sizes[at] ?? 'medium');
    return {
      format,
      encoding: format === 'txt' ? (texts.pop() ?? 'utf-8') : null,
      // Only pages can be scans.
      noise: format !== 'pdf' && noise > 1 ? 1 : noise,
      family,
      area,
      theme: random.pick(areas[area].filter((each) => each.targets[target] !== undefined)),
      target,
      documentType:
        area === 'leisure_education' && random.chance(0.2)
          ? 'facility_agreement'
          : random.weighted<OriginalType>(documentTypes),
      size: format === 'txt' && size === 'large' ? 'medium' : size,
      bodies:
        unit !== null
          ? [unit.body]
          : kind === 'two'
            ? [...pairs()]
            : [kind === 'region' ? regions().id : chooseMunicipality(random)],
      unit: unit === null ? null : { name: unit.unit, from: unit.from, until: unit.until },
      associations:
        random.weighted<string>({ '1': 82, '2': 12, '3': 6 }) === '1' ? 1 : random.int(2, 3),
      terminated: terminated.has(at),
      extensions: 0,
      duplicated: false,
    };
  });

  return markChains(plans, chains, random);
}

function indices(deck: readonly Family[], wanted: readonly Family[]): number[] {
  return deck.flatMap((family, at) => (wanted.includes(family) ? [at] : []));
}

function chooseMunicipality(random: Random): string {
  const weights = Object.fromEntries(
    publicProfiles
      .filter((each) => !each.isRegion)
      .map((each) => [each.id, bodyWeights[each.id] ?? 1]),
  );
  return random.weighted<string>(weights);
}

/** Deals out the items in random order and begins anew when all have been dealt. */
function inTurn<T>(items: readonly T[], random: Random): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = random.shuffle(items);
    const next = rest.pop();
    if (next === undefined) throw new Error('There is nothing to deal');
    return next;
  };
}

/** Chains begin at agreements with a fixed term; one clean PDF arrives twice. */
function markChains(plans: Plan[], chains: readonly string[], random: Random): Plan[] {
  const wanted = chains.filter((each) => each !== 'none').map((each) => (each === 'two' ? 2 : 1));
  const starts = random.shuffle(
    plans.flatMap((plan, at) => (plan.family === 'A' && !plan.terminated ? [at] : [])),
  );
  const extended = new Map(wanted.map((length, at) => [starts[at] ?? -1, length]));
  const duplicated = plans.findIndex(
    (plan, at) =>
      plan.format === 'pdf' && plan.noise === 0 && plan.size !== 'large' && !extended.has(at),
  );
  return plans.map((plan, at) => ({
    ...plan,
    extensions: extended.get(at) ?? 0,
    duplicated: at === duplicated,
  }));
}
