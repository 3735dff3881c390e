import type { Handlers } from '../../shared/ipc/contract';
import { agreements } from './agreements';
import { app } from './app';
import { codebook } from './codebook';
import { codings } from './codings';
import type { Deps } from './deps';
import { comparisons } from './comparisons';
import { disagreements } from './disagreements';
import { documents } from './documents';
import { exports } from './exports';
import { journal } from './journal';
import { projects } from './projects';
import { proposals } from './proposals';
import { reliability } from './reliability';
import { scans } from './scans';
import { reviewers } from './reviewers';
import { search } from './search';

/** One handler per call of the contract; a missing one does not compile. */
export const handlers: Handlers<Deps> = {
  app,
  projects,
  reviewers,
  scans,
  documents,
  agreements,
  codings,
  proposals,
  disagreements,
  comparisons,
  reliability,
  exports,
  codebook,
  journal,
  search,
};
