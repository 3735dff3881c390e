/** What the person asked of a run. */
export interface Options {
  /** Fewer runs and smaller projects: to see that everything works, not to judge by. */
  readonly quick: boolean;
}
