import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ProjectView } from '../../shared/domain/views';
import type { Reviewer } from '../../shared/domain/reviewer';
import { ids } from '../support/entries';
import { type TestApplication, anApplication } from '../support/application';
import { anAnswer, category, now } from '../support/project';

let program: TestApplication;
const people: Record<string, Reviewer> = {};
const agreement = ids.agreement('1');

beforeEach(async () => {
  program = anApplication();
  await program.ask<ProjectView>('projects', 'create', { name: 'Prov', parent: program.home });
  for (const name of ['Anna', 'Bo', 'Cia']) {
    people[name] = await program.ask('reviewers', 'add', { name });
  }
  program.application.deps.project?.store.append(
    [{ kind: 'agreement.opened', payload: { agreement, number: 1 } }],
    { reviewer: null, at: now },
  );
});
afterEach(() => program.close());

const sits = (name: string) =>
  program.ask('reviewers', 'choose', { reviewer: people[name]?.id ?? null });
const answers = async (name: string, value: string) => {
  await sits(name);
  await program.ask('codings', 'recordAnswer', {
    agreement,
    variable: 'target_group',
    answer: anAnswer({ value: category(value) }),
  });
};
const submits = async (name: string) => {
  await sits(name);
  await program.ask('codings', 'submit', { agreement });
};
const log = async () => {
  const rows = await program.ask<
    { reviewer: string | null; kind: string; variable: string | null }[]
  >('journal', 'list', { before: null, limit: 500 });
  return rows
    .filter(({ kind }) => kind === 'answer.recorded')
    .map(({ reviewer, variable }) => ({ reviewer, variable }));
};

it('names in the log no variable of a coding that is still blind', async () => {
  await answers('Anna', 'elderly');
  await submits('Anna');
  await answers('Bo', 'all');
  const annas = { reviewer: 'Anna', variable: 'target_group' };
  const bos = { reviewer: 'Bo', variable: 'target_group' };

  expect(await log()).toEqual([bos, { ...annas, variable: null }]);
  await sits('nobody');
  expect(await log()).toEqual([
    { ...bos, variable: null },
    { ...annas, variable: null },
  ]);

  await submits('Bo');
  expect(await log()).toEqual([bos, annas]);
});

it('does not tell in the log what another was shown and took of the proposals', async () => {
  const [anna, bo] = [people['Anna'], people['Bo']];
  const variable = ids.variable('target_group');
  const proposal = 'target_group-0123abcd';
  if (anna === undefined || bo === undefined) throw new Error('Nobody codes');
  program.application.deps.project?.store.append(
    [
      {
        kind: 'proposals.shown',
        payload: {
          agreement,
          reviewer: anna.id,
          detectorVersion: 1,
          offer: '0123456789abcdef',
          offered: [{ variable, outcome: 'proposed', candidates: [proposal] }],
        },
      },
      {
        kind: 'proposal.taken',
        payload: {
          agreement,
          variable,
          reviewer: anna.id,
          proposal,
          answer: anAnswer({ value: category('elderly') }),
          evidence: [],
        },
      },
    ],
    { reviewer: anna.id, at: now },
  );
  const kinds = async () => {
    const rows = await program.ask<{ kind: string; reviewer: string | null }[]>('journal', 'list', {
      before: null,
      limit: 2,
    });
    return rows.map(({ kind }) => kind);
  };

  await sits('Anna');
  expect(await kinds()).toEqual(['proposal.taken', 'proposals.shown']);
  await sits('Bo');
  expect(await kinds()).toEqual(['coding.worked', 'coding.worked']);
});

it('tells a reviewer with a draft nothing of the others by figures, counts or exports', async () => {
  await answers('Cia', 'adults');
  await answers('Anna', 'elderly');
  await submits('Anna');
  await answers('Bo', 'all');
  await submits('Bo');
  const target = join(program.home, 'dataset');
  mkdirSync(target);
  const told = async () => ({
    reliability: await program.ask('reliability', 'summarise', { proposals: 'all' }),
    counts: await program.ask('agreements', 'counts'),
    exported: await program.call('exports', 'run', { folder: target }),
  });

  await sits('Cia');
  const blind = await told();
  expect(blind).toMatchObject({
    reliability: { agreements: 0, reviewers: [] },
    counts: { disputedAgreements: 0, openDisagreements: 0 },
    exported: { ok: false, error: { code: 'export-blind' } },
  });
  expect(JSON.stringify(blind.reliability)).not.toContain('elderly');

  await submits('Cia');
  expect(await told()).toMatchObject({
    reliability: { agreements: 1 },
    counts: { disputedAgreements: 1, openDisagreements: 1 },
    exported: { ok: true },
  });
});

it('lets nobody be named who decides on an agreement that they have a draft of', async () => {
  await answers('Cia', 'adults');
  await answers('Anna', 'elderly');
  await submits('Anna');
  await answers('Bo', 'all');
  await submits('Bo');
  const settle = (...names: string[]) =>
    program.call('disagreements', 'settle', {
      agreement,
      variable: 'target_group',
      value: category('all'),
      missing: null,
      rationale: 'Alla nämns.',
      decidedBy: names.map((name) => people[name]?.id),
    });

  expect(await settle('Bo', 'Cia')).toMatchObject({
    ok: false,
    error: { code: 'coding-blind' },
  });
  expect(await settle('Bo', 'Anna')).toMatchObject({ ok: true });
});
