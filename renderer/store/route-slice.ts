import { AgreementId } from '../../shared/domain/ids';
import type { Api } from '../../shared/ipc/contract';
import type { Slice } from './index';
import { type Place, placeOf } from './settings-slice';

const SCREENS = [
  'agreements',
  'coding',
  'reliability',
  'disagreements',
  'duplicates',
  'export',
  'codebook',
  'journal',
  /** Every hit of a search; opened from the search itself. */
  'search',
] as const;
export type Screen = (typeof SCREENS)[number];

type DialogName = 'who' | 'new-reviewer' | 'names' | 'settings' | 'keys' | 'new-project' | 'verify';

export interface RouteSlice {
  /** Which screen is shown and, where that matters, of which agreement. */
  route: { readonly screen: Screen; readonly agreement: AgreementId | null };
  dialog: DialogName | null;
  goTo(screen: Screen, agreement?: AgreementId | null): void;
  openDialog(dialog: DialogName): void;
  closeDialog(): void;
}

const FIRST: RouteSlice['route'] = { screen: 'agreements', agreement: null };

export const createRouteSlice =
  (_api: Api): Slice<RouteSlice> =>
  (set, get) => ({
    route: FIRST,
    dialog: null,

    goTo: (screen, agreement) => {
      // Without an agreement the screen opens where it was left.
      const place = { screen, agreement: agreement ?? null };
      const next = agreement === undefined ? leftAt(screen, placeOf(get())) : place;
      const { route } = get();
      // Who goes elsewhere no longer comes from the search, even if what was sought never opened.
      if (next.screen !== route.screen || next.agreement !== route.agreement) get().arrived();
      set({ route: next });
      get().rememberPlace({ ...next, [leftKey(screen)]: next.agreement });
    },

    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
  });

const leftKey = (screen: Screen): string => `${screen}.agreement`;

/** The screen with the agreement that it was left at: coding and settling are rarely at the same one. */
function leftAt(screen: Screen, place: Place): RouteSlice['route'] {
  const agreement = AgreementId.safeParse(place[leftKey(screen)]);
  return { screen, agreement: agreement.success ? agreement.data : null };
}

/** The route that a place stands for; the first screen when it says none. */
export function routeAt(place: Place): RouteSlice['route'] {
  const screen = SCREENS.find((name) => name === place['screen']);
  const agreement = AgreementId.safeParse(place['agreement']);
  if (screen === undefined) return FIRST;
  return { screen, agreement: agreement.success ? agreement.data : null };
}
