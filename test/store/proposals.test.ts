import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import type { Codebook } from '../../shared/domain/codebook';
import { DETECTOR_VERSION, type DetectorPage } from '../../shared/domain/detector/proposal';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import { BlobStore } from '../../main/documents/blob-store';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { listEntriesUnder } from '../../main/store/queries/journal';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { recordAnswer, redo, submitCoding, undo, viewCoding } from '../../main/work/codings';
import {
  allowProposals,
  proposalRule,
  type ProposalSource,
  showProposals,
  takeProposal,
} from '../../main/work/proposals';
import { summariseReliability } from '../../main/work/reliability';
import { aDetector } from '../support/detector';
import { ids } from '../support/entries';
import {
  aProject,
  anAnswer,
  category,
  date,
  handIn,
  now,
  type TestProject,
} from '../support/project';

const text =
  'Samarbetsavtal\n1. Parter\nOffentlig part: Solna stad\nIdéburen part: Nattvandrarna i Åsby\n5. Avtalstid\nAvtalet gäller från och med 2024-01-01 till och med 2026-12-31.';
const startVariable = ids.variable('start');

let project: TestProject;
let pages: PageCache;
let asked: number;
let first: AgreementId;

function begin(codersWanted: number): void {
  project = aProject({ codersWanted });
  [first] = project.agreements as [AgreementId];
  pages = openPageCache(project.folder);
  for (const name of ['1', '2']) {
    const writer = pages.receive(ids.document(name));
    writer.add({ number: 1, width: 0, height: 0, text, words: [], blocks: [] });
    writer.finish({ format: 'text', pageCount: 1, notices: [] });
  }
  asked = 0;
}
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  pages.close();
  project.close();
});

/** What proposals are made from here: pages that were read before, and the detector in this process. */
const source = (): ProposalSource => ({
  store: project.store,
  pages,
  blobs: new BlobStore(project.folder),
  reader: { read: () => Promise.reject(new Error('Nothing is read in this test')) },
  detector: {
    detect: (codebook: Codebook, read: readonly DetectorPage[]) => {
      asked += 1;
      return Promise.resolve(aDetector()(codebook, read));
    },
    close: () => undefined,
  },
});
const show = (reviewer: ReviewerId, agreement = first) =>
  showProposals(source(), project.step(agreement, reviewer));
const startOf = async (reviewer: ReviewerId) => {
  const { findings } = await show(reviewer);
  return findings.find(({ variable }) => variable === 'start')?.candidates[0]?.id ?? '';
};
const take = (reviewer: ReviewerId, proposal: string) =>
  takeProposal(source(), project.step(first, reviewer), startVariable, proposal);
const kinds = () =>
  listEntriesUnder(project.store.db, first)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('proposal'));
const answerOf = (reviewer: ReviewerId) =>
  viewCoding(project.step(first, reviewer)).answers.find((own) => own.variable === 'start');

describe('in a project where each agreement is coded once', () => {
  beforeEach(() => begin(1));

  it('a reviewer is shown what the text proposes, and that is told once', async () => {
    const shown = await show(project.anna);
    await show(project.anna);

    expect(shown.off).toBeNull();
    expect(shown.findings.map(({ variable, outcome }) => [variable, outcome])).toEqual([
      ['public_actors', 'proposed'],
      ['civil_actors', 'proposed'],
      ['start', 'proposed'],
      ['end', 'proposed'],
    ]);
    expect(kinds()).toEqual(['proposals.shown']);
    expect(asked).toBe(1);
  });

  it('what one reviewer was shown is told of that reviewer, with what was offered', async () => {
    const { findings } = await show(project.anna);

    const [entry] = listEntriesUnder(project.store.db, first).filter(
      ({ kind }) => kind === 'proposals.shown',
    );

    expect(entry?.payload).toMatchObject({
      agreement: first,
      reviewer: project.anna,
      detectorVersion: DETECTOR_VERSION,
      offered: findings.map(({ variable, outcome, candidates }) => ({
        variable,
        outcome,
        candidates: candidates.map(({ id }) => id),
      })),
    });
  });

  it('nothing is answered by showing', async () => {
    await show(project.anna);

    expect(viewCoding(project.step(first, project.anna)).answers).toEqual([]);
  });

  it('taking one records the answer with its passage, in one step that undo takes back', async () => {
    await take(project.anna, await startOf(project.anna));

    const own = answerOf(project.anna);
    expect(own?.answer).toEqual(anAnswer({ value: date('2024-01-01') }));
    expect(own?.evidence.map(({ passage }) => passage.quote)).toEqual(['från och med 2024-01-01']);

    undo(project.step(first, project.anna));
    expect(answerOf(project.anna)).toBeUndefined();

    redo(project.step(first, project.anna));
    expect(answerOf(project.anna)?.answer).toEqual(own?.answer);
    expect(answerOf(project.anna)?.evidence).toEqual(own?.evidence);
    expect(kinds()).toEqual([
      'proposals.shown',
      'proposal.taken',
      'proposal.returned',
      'proposal.taken',
    ]);
  });

  it('undoing what came after a proposal leaves the proposal', async () => {
    const step = project.step(first, project.anna);
    await take(project.anna, await startOf(project.anna));
    recordAnswer(step, 'start', anAnswer({ value: date('2025') }));

    undo(step);

    expect(answerOf(project.anna)?.answer.value).toEqual(date('2024-01-01'));
  });

  it('keeps a note and a doubt that were there before', async () => {
    const step = project.step(first, project.anna);
    recordAnswer(step, 'start', anAnswer({ unsure: true, note: 'Se sidan 2' }));
    await take(project.anna, await startOf(project.anna));

    expect(answerOf(project.anna)?.answer).toEqual(
      anAnswer({ value: date('2024-01-01'), unsure: true, note: 'Se sidan 2' }),
    );

    undo(step);
    expect(answerOf(project.anna)?.answer).toEqual(anAnswer({ unsure: true, note: 'Se sidan 2' }));
  });

  it('refuses one that the text does not propose, and one where an answer stands', async () => {
    const proposal = await startOf(project.anna);

    await expect(take(project.anna, 'start-00000000')).rejects.toMatchObject({
      code: 'proposal-gone',
    });
    recordAnswer(project.step(first, project.anna), 'start', anAnswer({ value: date('2020') }));
    await expect(take(project.anna, proposal)).rejects.toMatchObject({ code: 'already-answered' });
  });

  it('nothing is shown once the coding is handed in', async () => {
    handIn(project.step(first, project.anna), { target_group: category('all') });

    expect(await show(project.anna)).toMatchObject({ off: 'submitted', findings: [] });
    expect(kinds()).toEqual([]);
  });

  it('findings that are lost with the cache are made again', async () => {
    await show(project.anna);
    pages.use(undefined, (db) => void db.exec('DELETE FROM finding'));

    expect((await show(project.anna)).findings).toHaveLength(4);
    expect(asked).toBe(2);
  });

  it('a detector that misquotes is not believed', async () => {
    const lying = source();
    const { findings } = await showProposals(
      {
        ...lying,
        detector: {
          detect: async (codebook, read) =>
            (await lying.detector.detect(codebook, read)).map((finding) => ({
              ...finding,
              candidates: finding.candidates.map((each) => ({
                ...each,
                passages: each.passages.map((passage) => ({ ...passage, quote: 'påhittat' })),
              })),
            })),
          close: () => undefined,
        },
      },
      project.step(first, project.anna),
    );

    expect(findings.flatMap(({ candidates }) => candidates)).toEqual([]);
  });
});

describe('where reliability is measured', () => {
  beforeEach(() => begin(2));

  it('nothing is looked for, handed out or told', async () => {
    expect(await show(project.anna)).toMatchObject({ off: 'reliability-sample', findings: [] });
    expect(asked).toBe(0);
    expect(kinds()).toEqual([]);
  });

  it('nothing can be taken either, even by who knows what it would be', async () => {
    const [finding] = aDetector()(IOP_CODEBOOK, [
      { document: ids.document('1'), number: 1, text },
    ]).filter(({ variable }) => variable === 'start');

    await expect(take(project.anna, finding?.candidates[0]?.id ?? '')).rejects.toMatchObject({
      code: 'proposals-off',
    });
  });

  it('the coordinator can turn them on, and off again', async () => {
    const by = { reviewer: project.anna, at: now };
    allowProposals(project.store, true, by);
    expect((await show(project.bo)).findings).not.toHaveLength(0);
    expect(proposalRule(project.store)).toEqual({
      inSample: true,
      allowedInSample: true,
      shown: true,
    });

    allowProposals(project.store, false, by);
    expect(await show(project.bo)).toMatchObject({ off: 'reliability-sample', findings: [] });
  });

  it('reliability is told for agreements with and without proposals shown', async () => {
    const [one, two] = project.agreements as [AgreementId, AgreementId];
    allowProposals(project.store, true, { reviewer: null, at: now });
    await show(project.anna, one);
    for (const agreement of [one, two]) {
      for (const reviewer of [project.anna, project.bo]) {
        handIn(project.step(agreement, reviewer), { target_group: category('all') });
      }
    }

    const count = (which: 'all' | 'with' | 'without') =>
      summariseReliability(project.store, null, which);

    expect((await count('all')).byProposals).toEqual({ all: 2, without: 1, with: 1 });
    expect((await count('with')).agreements).toBe(1);
    expect((await count('without')).agreements).toBe(1);
    expect((await count('all')).agreements).toBe(2);
  });

  it('a coding that holds a taken proposal is handed in like any other', async () => {
    allowProposals(project.store, true, { reviewer: null, at: now });
    await take(project.anna, await startOf(project.anna));
    submitCoding(project.step(first, project.anna));

    expect(viewCoding(project.step(first, project.anna)).state).toBe('submitted');
  });
});
