import type { Handlers } from '../../shared/ipc/contract';
import { allowProposals, proposalRule, showProposals, takeProposal } from '../work/proposals';
import { viewCoding } from '../work/codings';
import { type Deps, codingIn, openProjectOf } from './deps';

export const proposals: Handlers<Deps>['proposals'] = {
  forAgreement: (deps, { agreement }) => {
    const project = codingIn(deps);
    return showProposals(sourceOf(deps), { ...project, agreement, at: deps.now() });
  },
  take: async (deps, { agreement, variable, proposal }) => {
    const step = { ...codingIn(deps), agreement, at: deps.now() };
    await takeProposal(sourceOf(deps), step, variable, proposal);
    deps.publish({ topic: 'codings', agreement, command: null });
    return viewCoding(step);
  },
  rule: (deps) => proposalRule(openProjectOf(deps).store),
  allow: (deps, { inReliabilitySample }) => {
    const { store, reviewer } = codingIn(deps);
    allowProposals(store, inReliabilitySample, { reviewer, at: deps.now() });
    deps.publish({ topic: 'project', agreement: null, command: null });
    return proposalRule(store);
  },
};

function sourceOf(deps: Deps) {
  const { store, blobs, pages } = openProjectOf(deps);
  return { store, blobs, pages, reader: deps.reader, detector: deps.detector };
}
