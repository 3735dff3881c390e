import type { LegalForm } from '../luhn';

export type AreaId =
  | 'safety'
  | 'leisure_education'
  | 'health_rehabilitation'
  | 'crime_victims_prevention'
  | 'labour_integration'
  | 'disability'
  | 'basic_needs'
  | 'other';

export type TargetId = 'children_youth' | 'adults' | 'elderly' | 'all';

/** How a target group is written: `short` within other sentences, `long` in a sentence of its own. */
export interface TargetWords {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/** How an association of the theme is called, the umbrella (`umbrella:` left out) and its legal form. */
export type AssociationKind = readonly [pattern: string, umbrella: string | null, form?: LegalForm];

/**
 * The words that agreements about one theme of an intervention area are put together from: what
 * stands together in one agreement must make sense together.
 *
 * Placeholders: {K} and {C} are the defined terms for the public party and for civil society
 * ("Kommunen", "Föreningen"), {ort} the municipality or county, {plats} a district, {mål} the short
 * target group, {å3} the year three years before the agreement. In names {bygd} is an invented place,
 * {namn} an invented proper name and {kommun} a municipality that is not party. Goals, activities and support are infinitive phrases: they follow *att* or *ska*.
 */
export interface ThemeWords {
  readonly associations: readonly AssociationKind[];
  readonly topics: readonly string[];
  readonly targets: Readonly<Partial<Record<TargetId, TargetWords>>>;
  readonly goals: readonly string[];
  readonly activities: readonly string[];
  readonly support: readonly string[];
  readonly background: readonly string[];
  readonly indicators: readonly string[];
  /** Sentences that touch a neighbouring area, which is not the overriding one. */
  readonly secondary: Readonly<Partial<Record<AreaId, string>>>;
  readonly boards: readonly string[];
}
