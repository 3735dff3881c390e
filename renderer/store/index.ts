import { createContext, useContext } from 'react';
import { useStore as useZustand, type StateCreator, type StoreApi } from 'zustand';
import { createStore } from 'zustand/vanilla';

import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import { createAgreementsSlice, type AgreementsSlice } from './agreements-slice';
import { createCodebookSlice, type CodebookSlice } from './codebook-slice';
import { createCodingsSlice, type CodingsSlice } from './codings-slice';
import { createComparisonsSlice, type ComparisonsSlice } from './comparisons-slice';
import { createCountsSlice, type CountsSlice } from './counts-slice';
import { createDisagreementsSlice, type DisagreementsSlice } from './disagreements-slice';
import { createDocumentsSlice, type DocumentsSlice } from './documents-slice';
import { createExportsSlice, type ExportsSlice } from './exports-slice';
import { createJournalSlice, type JournalSlice } from './journal-slice';
import { createNoticesSlice, type NoticesSlice } from './notices-slice';
import { createPlacingSlice, type PlacingSlice } from './placing-slice';
import { createProjectSlice, type ProjectSlice } from './project-slice';
import { createProposalsSlice, type ProposalsSlice } from './proposals-slice';
import { createReliabilitySlice, type ReliabilitySlice } from './reliability-slice';
import { createReviewersSlice, type ReviewersSlice } from './reviewers-slice';
import { createRouteSlice, type RouteSlice } from './route-slice';
import { createSavingSlice, watchWrites, type SavingSlice } from './saving-slice';
import { createScansSlice, type ScansSlice } from './scans-slice';
import { createSearchSlice, type SearchSlice } from './search-slice';
import { createSettingsSlice, type SettingsSlice } from './settings-slice';

export type { Loadable, Problem } from './loadable';

export type Store = AgreementsSlice &
  CodebookSlice &
  CodingsSlice &
  ComparisonsSlice &
  CountsSlice &
  DisagreementsSlice &
  DocumentsSlice &
  ExportsSlice &
  JournalSlice &
  NoticesSlice &
  PlacingSlice &
  ProjectSlice &
  ProposalsSlice &
  ReliabilitySlice &
  ReviewersSlice &
  RouteSlice &
  SavingSlice &
  ScansSlice &
  SearchSlice &
  SettingsSlice;

/** How every slice is made: `createXSlice(api)` gives this. */
export type Slice<Part> = StateCreator<Store, [], [], Part>;

export type AppStore = StoreApi<Store>;

/** The window's one store. Every call that writes is watched, so that the save indicator tells the truth. */
export function createAppStore(api: Api): AppStore {
  const watched = watchWrites(api, (change) => store.getState().writeChanged(change));
  const store = createStore<Store>()((...args) => ({
    ...createAgreementsSlice(watched)(...args),
    ...createCodebookSlice(watched)(...args),
    ...createCodingsSlice(watched)(...args),
    ...createComparisonsSlice(watched)(...args),
    ...createCountsSlice(watched)(...args),
    ...createDisagreementsSlice(watched)(...args),
    ...createDocumentsSlice(watched)(...args),
    ...createExportsSlice(watched)(...args),
    ...createJournalSlice(watched)(...args),
    ...createNoticesSlice(watched)(...args),
    ...createPlacingSlice(watched)(...args),
    ...createProjectSlice(watched)(...args),
    ...createProposalsSlice(watched)(...args),
    ...createReliabilitySlice(watched)(...args),
    ...createReviewersSlice(watched)(...args),
    ...createRouteSlice(watched)(...args),
    ...createSavingSlice(watched)(...args),
    ...createScansSlice(watched)(...args),
    ...createSearchSlice(watched)(...args),
    ...createSettingsSlice(watched)(...args),
  }));
  return store;
}

/**
 * Main told that something changed, or the window knows it itself: each slice asks again for what it
 * shows of it. A slice whose state is `idle` shows nothing and asks nothing.
 */
export function tellChange(store: AppStore, event: ChangeEvent): void {
  const state = store.getState();
  state.projectChanged(event);
  state.settingsChanged(event);
  state.reviewersChanged(event);
  state.countsChanged(event);
  state.documentsChanged(event);
  state.scansChanged(event);
  state.agreementsChanged(event);
  state.placingChanged(event);
  state.codingsChanged(event);
  state.proposalsChanged(event);
  state.disagreementsChanged(event);
  state.comparisonsChanged(event);
  state.reliabilityChanged(event);
  state.exportsChanged(event);
  state.codebookChanged(event);
  state.journalChanged(event);
  state.searchChanged(event);
}

const StoreContext = createContext<AppStore | null>(null);
export const StoreProvider = StoreContext.Provider;

/** The store itself, for those who act outside rendering. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useAppStore needs a StoreProvider above it');
  return store;
}

/** What the selector picks of the store; renders again when that changes. */
export function useStore<T>(selector: (store: Store) => T): T {
  return useZustand(useAppStore(), selector);
}
