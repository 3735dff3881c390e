import type { AgreementId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import type { Handlers } from '../../shared/ipc/contract';
import { listRevealedAgreements } from '../store/queries/decisions';
import {
  countAgreed,
  settle,
  settleAgreed,
  settleAllAgreed,
  viewDisagreements,
  withdraw,
} from '../work/disagreements';
import { type Deps, codingIn } from './deps';

/**
 * All of these need to know who is asking: a reviewer with a coding of their own under way sees
 * nothing of the others', and nobody gets round that by being nobody.
 */
export const disagreements: Handlers<Deps>['disagreements'] = {
  list: (deps, { variable, includeSettled }) => {
    const { store, reviewer } = codingIn(deps);
    return listRevealedAgreements(store.db, { includeSettled, reviewer }).filter(
      (row) => variable === null || row.open.includes(variable),
    );
  },
  get: (deps, { agreement }) => {
    const { store, reviewer } = codingIn(deps);
    return viewDisagreements(store, agreement, reviewer);
  },
  settle: (deps, { agreement, ...choice }) => {
    const { store, reviewer } = codingIn(deps);
    store.append([settle(store, agreement, choice, reviewer)], { reviewer, at: deps.now() });
    return tell(deps, agreement);
  },
  countUnanimous: (deps, { agreement }) => {
    const { store, reviewer, longWork } = codingIn(deps);
    return longWork.run('count-agreed', (slices) =>
      countAgreed(store, agreement, reviewer, slices),
    );
  },
  settleUnanimous: async (deps, { agreement }) => {
    const { store, reviewer, longWork } = codingIn(deps);
    const author = { reviewer, at: deps.now() };
    let happenings: Happening[];
    if (agreement === null) {
      happenings = await longWork.run('settle-agreed', (slices) =>
        settleAllAgreed(store, author, slices),
      );
    } else {
      happenings = settleAgreed(store, agreement, reviewer);
      store.append(happenings, author);
    }
    deps.publish({ topic: 'decisions', agreement, command: null });
    const touched = new Set(
      happenings.map(({ payload }) => ('agreement' in payload ? payload.agreement : null)),
    );
    return { agreements: touched.size, decisions: happenings.length };
  },
  withdraw: (deps, { agreement, variable }) => {
    const { store, reviewer } = codingIn(deps);
    store.append([withdraw(store, agreement, variable, reviewer)], { reviewer, at: deps.now() });
    return tell(deps, agreement);
  },
};

function tell(deps: Deps, agreement: AgreementId) {
  const { store, reviewer } = codingIn(deps);
  deps.publish({ topic: 'decisions', agreement, command: null });
  return viewDisagreements(store, agreement, reviewer);
}
