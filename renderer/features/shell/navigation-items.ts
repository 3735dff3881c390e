import {
  BookOpenText,
  Download,
  FileText,
  type LucideIcon,
  Scale,
  ScrollText,
  SquarePen,
  Users,
} from 'lucide-react';

import type { Screen } from '../../store/route-slice';

export interface NavigationItem {
  readonly screen: Screen;
  /** Its text's key. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly group: 'material' | 'judgement' | 'results' | 'about';
}

/** The screens in the order of the work. */
export const navigation: readonly NavigationItem[] = [
  { screen: 'agreements', label: 'common:nav.agreements', icon: FileText, group: 'material' },
  { screen: 'coding', label: 'common:nav.coding', icon: SquarePen, group: 'judgement' },
  { screen: 'reliability', label: 'common:nav.reliability', icon: Users, group: 'judgement' },
  { screen: 'disagreements', label: 'common:nav.disagreements', icon: Scale, group: 'judgement' },
  { screen: 'export', label: 'common:nav.export', icon: Download, group: 'results' },
  { screen: 'codebook', label: 'common:nav.codebook', icon: BookOpenText, group: 'about' },
  { screen: 'journal', label: 'common:nav.journal', icon: ScrollText, group: 'about' },
];

/** Their headings; the last group stands at the bottom without one. */
export const navigationGroups = [
  { id: 'material', label: 'common:nav.material' },
  { id: 'judgement', label: 'common:nav.judgement' },
  { id: 'results', label: 'common:nav.results' },
  { id: 'about', label: null },
] as const;
