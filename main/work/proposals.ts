import { createHash } from 'node:crypto';

import { isAppError, AppError } from '../../shared/domain/app-error';
import { EMPTY_ANSWER, fitsVariable, isCoded } from '../../shared/domain/answer';
import { variableOf } from '../../shared/domain/codebook';
import {
  type Candidate,
  DETECTOR_VERSION,
  type Finding,
} from '../../shared/domain/detector/proposal';
import { samePassage } from '../../shared/domain/evidence';
import type { AgreementId, ReviewerId, VariableId } from '../../shared/domain/ids';
import {
  inReliabilitySample,
  type ProposalsOff,
  proposalsShown,
} from '../../shared/domain/proposals-shown';
import type { ProposalRule, ProposalsView } from '../../shared/domain/proposal-views';
import type { DetectorHost } from '../detector/detector-host';
import { FindingsCache, findingsKey } from '../detector/findings-cache';
import { type PageSource, readPages } from '../documents/read-pages';
import { codebookOf, codersWantedIn } from '../handlers/deps';
import { newEvidenceId } from '../ids';
import { listDocumentsOf } from '../store/queries/documents';
import { isSubmitted, listOwnAnswers } from '../store/queries/codings';
import { allowedInSample, wasShown } from '../store/queries/proposals';
import type { ProjectStore } from '../store/project-store';
import { isOpenTo, refuseIfClosed } from './coding-draft';
import { viewCoding, type CodingStep } from './codings';

/** What proposals are made from. */
export interface ProposalSource extends PageSource {
  readonly store: ProjectStore;
  readonly detector: DetectorHost;
}

/** Further pages of an agreement are not read for proposals. */
const MOST_PAGES = 400;

/**
 * What the detector proposes for an agreement, if this reviewer may be shown it; that it was shown
 * is written in the journal once for each set of offers. Where it is off nothing is looked for, so
 * nothing can be handed out.
 *
 * Throws `agreement-unknown`, `detector-failed` and what recording throws.
 */
export async function showProposals(
  source: ProposalSource,
  step: CodingStep,
): Promise<ProposalsView> {
  const { store } = source;
  const why = whyOff(store, step);
  if (why !== null) return { detectorVersion: DETECTOR_VERSION, off: why, findings: [] };
  viewCoding(step);
  const findings = await findingsOf(source, step.agreement);
  // Handed in, or turned off, while it was looked for.
  const since = whyOff(store, step);
  if (since !== null) return { detectorVersion: DETECTOR_VERSION, off: since, findings: [] };
  if (findings.length > 0) recordShown(store, step, findings);
  return { detectorVersion: DETECTOR_VERSION, off: null, findings };
}

/**
 * Makes a proposal the answer, with its passages as evidence, in one step. Throws as `recordAnswer`,
 * `proposals-off`, `proposal-gone`, and `already-answered` when the variable has an answer.
 */
export async function takeProposal(
  source: ProposalSource,
  step: CodingStep,
  variable: VariableId,
  proposal: string,
): Promise<void> {
  const { store } = source;
  const { agreement, reviewer } = step;
  viewCoding(step);
  refuseIfClosed(store, step);
  if (whyOff(store, step) !== null) {
    throw new AppError(
      'proposals-off',
      'Proposals are off for this agreement, since reliability is measured on it. Answer by hand.',
    );
  }
  const findings = await findingsOf(source, agreement);
  const candidate = candidateOf(findings, variable, proposal);
  const known = variableOf(codebookOf(store), variable);
  if (candidate === null || known === undefined || !fitsVariable(known, candidate.value)) {
    throw new AppError(
      'proposal-gone',
      'That proposal is not made any more: the text was read anew. Open the agreement again.',
    );
  }
  refuseIfClosed(store, step);
  const own = listOwnAnswers(store.db, agreement, reviewer).find(
    (each) => each.variable === variable,
  );
  const standing = own?.answer ?? EMPTY_ANSWER;
  if (isCoded(standing)) {
    throw new AppError(
      'already-answered',
      'This variable has an answer. Take that away first, if the proposal is to stand instead.',
    );
  }
  const attached = own?.evidence ?? [];
  store.append(
    [
      {
        kind: 'proposal.taken',
        payload: {
          agreement,
          variable,
          reviewer,
          proposal,
          answer: { ...standing, value: candidate.value },
          evidence: candidate.passages
            .filter((passage) => !attached.some((each) => samePassage(each.passage, passage)))
            .map((passage) => ({ id: newEvidenceId(), passage })),
        },
      },
    ],
    { reviewer, at: step.at },
  );
}

/** What the project has decided about proposals, and what follows. */
export function proposalRule(store: ProjectStore): ProposalRule {
  const inSample = inReliabilitySample({ codersWanted: codersWantedIn(store) });
  const allowed = allowedInSample(store.db);
  return { inSample, allowedInSample: allowed, shown: !inSample || allowed };
}

/** Turns proposals on or off for agreements by which reliability is measured. */
export function allowProposals(
  store: ProjectStore,
  inSample: boolean,
  by: { reviewer: ReviewerId | null; at: string },
): void {
  if (allowedInSample(store.db) === inSample) return;
  store.append([{ kind: 'proposals.allowed', payload: { inReliabilitySample: inSample } }], by);
}

function whyOff(store: ProjectStore, { agreement, reviewer }: CodingStep): ProposalsOff | null {
  const decided = proposalsShown({
    inSample: inReliabilitySample({ codersWanted: codersWantedIn(store) }),
    allowedInSample: allowedInSample(store.db),
    isDone: isSubmitted(store.db, agreement, reviewer) || !isOpenTo(store, { agreement, reviewer }),
    isReadOnly: store.readOnlyReason !== null,
  });
  return decided.shown ? null : decided.why;
}

/** What the detector finds in an agreement's documents, from the cache or anew. */
async function findingsOf(source: ProposalSource, agreement: AgreementId): Promise<Finding[]> {
  const { store, detector } = source;
  const cache = new FindingsCache(source.pages);
  const pages: Parameters<DetectorHost['detect']>[1][number][] = [];
  for (const document of listDocumentsOf(store.db, agreement)) {
    if (pages.length >= MOST_PAGES) break;
    try {
      await readPages(source, document, 1, 0);
    } catch (error) {
      // A document that cannot be read proposes nothing; that it cannot is told where it is shown.
      if (!isAppError(error)) throw error;
      continue;
    }
    const texts = cache.textsOf(document.id, MOST_PAGES - pages.length);
    pages.push(...texts.map((page) => ({ document: document.id, ...page })));
  }
  if (pages.every(({ text }) => text.trim() === '')) return [];
  const codebook = codebookOf(store);
  const key = findingsKey(codebook, pages);
  const known = cache.find(key);
  if (known !== null) return known;
  const found = onlyExact(await detector.detect(codebook, pages), pages);
  cache.keep(key, found);
  return found;
}

/** The detector's word is checked: a passage must stand where it says, or it is left out. */
function onlyExact(
  findings: readonly Finding[],
  pages: readonly { document: string; number: number; text: string }[],
): Finding[] {
  const texts = new Map(pages.map(({ document, number, text }) => [`${document}/${number}`, text]));
  const stands = ({ document, page, start, end, quote }: Candidate['passages'][number]) =>
    texts.get(`${document}/${page}`)?.slice(start, end) === quote;
  return findings.map((finding) => ({
    ...finding,
    unclear: finding.unclear.filter(stands),
    candidates: finding.candidates.filter(({ passages }) => passages.every(stands)),
  }));
}

function candidateOf(
  findings: readonly Finding[],
  variable: VariableId,
  proposal: string,
): Candidate | null {
  const finding = findings.find((each) => each.variable === variable);
  return finding?.candidates.find(({ id }) => id === proposal) ?? null;
}

function recordShown(store: ProjectStore, step: CodingStep, findings: readonly Finding[]): void {
  const { agreement, reviewer, at } = step;
  const offered = findings.map(({ variable, outcome, candidates }) => ({
    variable,
    outcome,
    candidates: candidates.map(({ id }) => id),
  }));
  const offer = createHash('sha256')
    .update(JSON.stringify([DETECTOR_VERSION, offered]))
    .digest('hex')
    .slice(0, 16);
  if (wasShown(store.db, agreement, reviewer, offer)) return;
  store.append(
    [
      {
        kind: 'proposals.shown',
        payload: { agreement, reviewer, detectorVersion: DETECTOR_VERSION, offer, offered },
      },
    ],
    { reviewer, at },
  );
}
