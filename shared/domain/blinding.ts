/**
 * Whether the codings of an agreement may be read by somebody.
 *
 * Only when as many as wanted have been handed in, so that nobody reads another's coding while
 * still making one; and never by a reviewer who has begun a coding of the agreement without having
 * handed it in, however many others have.
 */
export function mayReadCodings(state: {
  /** Codings handed in. */
  submitted: number;
  /** Independent codings that an agreement should have. */
  codersWanted: number;
  /** The asking reviewer has begun and not handed in. */
  ownDraft: boolean;
}): boolean {
  return state.submitted >= Math.max(1, state.codersWanted) && !state.ownDraft;
}

/**
 * Whether somebody who has not handed in a coding of the agreement may code it. Who may read the
 * others' codings may not: theirs would not be blind. A draft that was begun before may go on.
 */
export function mayCode(state: Parameters<typeof mayReadCodings>[0]): boolean {
  return !mayReadCodings(state);
}

/** A submission may be taken back as long as nobody else can have seen it. */
export function mayReopen(state: {
  ownSubmitted: boolean;
  submitted: number;
  codersWanted: number;
}): boolean {
  return state.ownSubmitted && state.submitted < Math.max(1, state.codersWanted);
}
