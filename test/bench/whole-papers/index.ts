import { OFFICE_PAPERS } from './office-papers';
import type { WholePaper } from './paper';
import { PARTNERSHIPS } from './partnerships';
import { SCANS } from './scans';
import { SMALL_AGREEMENTS } from './small-agreements';

/**
 * The third set the detector was not made on: whole papers, laid out and broken into lines as offices
 * send them, invented and committed before any rule was changed by them.
 */
const WHOLE_PAPERS: readonly WholePaper[] = [
  ...PARTNERSHIPS,
  ...SMALL_AGREEMENTS,
  ...OFFICE_PAPERS,
  ...SCANS,
];

/** Every other of them: the rules were mended by what these showed, the others still unseen. */
export const FIRST_PAPERS = WHOLE_PAPERS.filter((_, at) => at % 2 === 0);

/** The rest: measured unseen after that, then looked at too. */
export const SECOND_PAPERS = WHOLE_PAPERS.filter((_, at) => at % 2 === 1);
