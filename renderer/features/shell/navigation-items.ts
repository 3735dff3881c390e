import type { Screen } from '../../store/route-slice';

export interface NavigationItem {
  readonly screen: Screen;
  /** Its text's key. */
  readonly label: string;
  readonly group: 'material' | 'judgement' | 'results' | 'about';
}

/** The screens in the order of the work. */
export const navigation: readonly NavigationItem[] = [
  { screen: 'agreements', label: 'common:nav.agreements', group: 'material' },
  { screen: 'coding', label: 'common:nav.coding', group: 'judgement' },
  { screen: 'reliability', label: 'common:nav.reliability', group: 'judgement' },
  { screen: 'disagreements', label: 'common:nav.disagreements', group: 'judgement' },
  { screen: 'export', label: 'common:nav.export', group: 'results' },
  { screen: 'codebook', label: 'common:nav.codebook', group: 'about' },
  { screen: 'journal', label: 'common:nav.journal', group: 'about' },
  // Last here, so that the other screens keep their keys; it stands with the material.
  { screen: 'duplicates', label: 'common:nav.duplicates', group: 'material' },
];

/** Their headings; the last group stands at the bottom without one. */
export const navigationGroups = [
  { id: 'material', label: 'common:nav.material' },
  { id: 'judgement', label: 'common:nav.judgement' },
  { id: 'results', label: 'common:nav.results' },
  { id: 'about', label: null },
] as const;

/** The screens as they stand in the navigation, from the top. */
export const navigationFromTop: readonly NavigationItem[] = navigationGroups.flatMap(({ id }) =>
  navigation.filter(({ group }) => group === id),
);
