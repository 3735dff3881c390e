import type { SettlingGap } from '../../shared/domain/decision';
import type { AgreementId, ReviewerId, VariableId } from '../../shared/domain/ids';
import type { DisagreementRow, DisagreementView } from '../../shared/domain/views';
import { IDLE, type Loadable, type Problem } from './loadable';
import type { Drafts } from './settling';

/** What the step over all that is agreed would settle; `apart` of it differs in what is only shown. */
export interface AgreedCount {
  readonly agreements: number;
  readonly decisions: number;
  readonly apart: number;
}

export interface DisagreementsState {
  readonly list: Loadable<readonly DisagreementRow[]>;
  /** Only agreements with this variable open. */
  readonly variable: VariableId | null;
  readonly includeSettled: boolean;
  readonly view: Loadable<DisagreementView>;
  /** The variable that the keys work on. */
  readonly active: VariableId | null;
  readonly drafts: Drafts;
  /** Who decides; `null` until somebody says: whoever sits there. */
  readonly decidedBy: readonly ReviewerId[] | null;
  /** What was missing at the last attempt to settle, by variable. */
  readonly gaps: Readonly<Record<string, SettlingGap>>;
  /** Why a variable could not be settled or opened again, by variable; `all` for the step over all. */
  readonly problems: Readonly<Record<string, Problem>>;
  readonly isSettling: boolean;
  /** What was settled since the project was opened, newest last: the next undo takes that back. */
  readonly steps: readonly { readonly agreement: AgreementId; readonly variable: VariableId }[];
}

export const FRESH_DISAGREEMENTS: DisagreementsState = {
  list: IDLE,
  variable: null,
  includeSettled: false,
  view: IDLE,
  active: null,
  drafts: {},
  decidedBy: null,
  gaps: {},
  problems: {},
  isSettling: false,
  steps: [],
};

/** Who decides as things stand: those who were chosen, else whoever sits there. */
export function decidersIn(store: {
  disagreements: DisagreementsState;
  reviewers: { value: { current: { id: ReviewerId } | null } | null };
}): readonly ReviewerId[] {
  const current = store.reviewers.value?.current?.id;
  return store.disagreements.decidedBy ?? (current === undefined ? [] : [current]);
}
