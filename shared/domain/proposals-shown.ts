/**
 * Whether a reviewer is shown what the detector proposes for an agreement.
 *
 * Proposals pull readers towards each other: two who take the same proposal agree without having read
 * alike. So they are off wherever reliability is measured, unless the coordinator has turned them on,
 * and nobody is shown any once the coding is handed in.
 */
export function proposalsShown(state: {
  readonly inSample: boolean;
  /** What the coordinator decided for agreements in the sample. */
  readonly allowedInSample: boolean;
  /** The reviewer's own coding is handed in, or can no longer be begun. */
  readonly isDone: boolean;
  readonly isReadOnly: boolean;
}): { readonly shown: true } | { readonly shown: false; readonly why: ProposalsOff } {
  if (state.isReadOnly) return { shown: false, why: 'read-only' };
  if (state.isDone) return { shown: false, why: 'submitted' };
  if (state.inSample && !state.allowedInSample) return { shown: false, why: 'reliability-sample' };
  return { shown: true };
}

export type ProposalsOff = 'read-only' | 'submitted' | 'reliability-sample';

/**
 * Whether reliability is measured on an agreement: every one is in the sample of a project that
 * wants two or more independent codings of each.
 */
export function inReliabilitySample({ codersWanted }: { readonly codersWanted: number }): boolean {
  return codersWanted >= 2;
}
