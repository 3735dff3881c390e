import { afterEach, beforeEach, expect, it } from 'vitest';

import { channels } from '../../shared/ipc/channels';
import type { ProjectView } from '../../shared/domain/views';
import type { Reviewer } from '../../shared/domain/reviewer';
import { ids } from '../support/entries';
import { type TestApplication, anApplication } from '../support/application';
import { anAnswer, category, now } from '../support/project';

/** What Anna says and nobody else may see: an answer, a note and a passage that occur nowhere else. */
const SECRETS = ['Ur Annas penna', 'elderly', 'passagen som Anna valde'];

let program: TestApplication;
let anna: Reviewer;
let bo: Reviewer;
const agreement = ids.agreement('1');

beforeEach(async () => {
  program = anApplication();
  await program.ask<ProjectView>('projects', 'create', { name: 'Prov', parent: program.home });
  anna = await program.ask('reviewers', 'add', { name: 'Anna' });
  bo = await program.ask('reviewers', 'add', { name: 'Bo' });
  program.application.deps.project?.store.append(
    [
      { kind: 'agreement.opened', payload: { agreement, number: 1 } },
      {
        kind: 'document.received',
        payload: {
          document: ids.document('1'),
          agreement,
          fileName: 'avtal.txt',
          size: 10,
          format: 'text',
          pageCount: 1,
        },
      },
    ],
    { reviewer: null, at: now },
  );
  await program.ask('reviewers', 'choose', { reviewer: anna.id });
  await program.ask('codings', 'recordAnswer', {
    agreement,
    variable: 'target_group',
    answer: anAnswer({ value: category('elderly'), note: SECRETS[0] ?? '' }),
  });
  await program.ask('codings', 'attachEvidence', {
    agreement,
    variable: 'target_group',
    passage: {
      document: ids.document('1'),
      page: 1,
      start: 0,
      end: 23,
      quote: SECRETS[2],
      prefix: '',
      suffix: '',
    },
  });
});
afterEach(() => program.close());

/** Everything that the window can be told, asked for in every way that reads. */
async function everythingBoCanSee(): Promise<string> {
  const inputs: Record<string, unknown> = {
    'agreements.list': {},
    'agreements.get': { agreement },
    'codings.next': { after: null },
    'codings.open': { agreement },
    'codings.undo': { agreement },
    'codings.redo': { agreement },
    'codings.suggestActors': { variable: 'civil_actors', text: 'a' },
    'disagreements.list': { variable: null, includeSettled: true },
    'disagreements.get': { agreement },
    'disagreements.settleUnanimous': { agreement: null },
    'journal.list': { before: null, limit: 500 },
    'search.passages': { text: 'penna', byDocument: false, offset: 0, limit: 50 },
    'search.answers': { text: 'penna', language: 'sv' },
  };
  // Left out: what ends the view (choose, close, open …), asks the desktop, or needs a reader.
  const leftOut =
    /choose|close|create|open$|verify|reveal|add|cancel|readPages|notices|run|submit|reopen/i;
  const replies: unknown[] = [];
  for (const [topic, names] of Object.entries(channels)) {
    for (const name of names) {
      const key = `${topic}.${name}`;
      if (leftOut.test(name) && !(key in inputs)) continue;
      replies.push(await program.call(topic, name, inputs[key]));
    }
  }
  // What a window would try that wants to get round it.
  replies.push(await program.call('codings', 'open', { agreement, reviewer: anna.id }));
  replies.push(await program.call('disagreements', 'get', { agreement, viewer: anna.id }));
  for (const text of ['passagen som Anna', 'annas', 'Äldre']) {
    for (const language of ['sv', 'en']) {
      replies.push(await program.call('search', 'answers', { text, language, reviewer: anna.id }));
    }
  }
  return JSON.stringify(replies.filter((reply) => reply !== undefined)).replaceAll(
    JSON.stringify(await program.ask('codebook', 'current')),
    '',
  );
}

it('shows one reviewer nothing of another until both have submitted', async () => {
  await program.ask('codings', 'submit', { agreement });
  await program.ask('reviewers', 'choose', { reviewer: bo.id });

  const seen = await everythingBoCanSee();

  for (const secret of SECRETS) expect(seen).not.toContain(secret);
});

it('shows nothing to a window in which nobody is chosen', async () => {
  await program.ask('codings', 'submit', { agreement });
  await program.ask('reviewers', 'choose', { reviewer: null });

  const seen = await everythingBoCanSee();

  for (const secret of SECRETS) expect(seen).not.toContain(secret);
  expect(await program.call('disagreements', 'get', { agreement })).toMatchObject({
    ok: false,
    error: { code: 'reviewer-not-chosen' },
  });
});

it('shows both codings side by side once both have submitted', async () => {
  await program.ask('codings', 'submit', { agreement });
  await program.ask('reviewers', 'choose', { reviewer: bo.id });
  await program.ask('codings', 'recordAnswer', {
    agreement,
    variable: 'target_group',
    answer: anAnswer({ value: category('all') }),
  });
  expect(JSON.stringify(await program.call('disagreements', 'get', { agreement }))).toContain(
    'coding-blind',
  );
  await program.ask('codings', 'submit', { agreement });

  const seen = JSON.stringify(await program.ask('disagreements', 'get', { agreement }));

  for (const secret of SECRETS) expect(seen).toContain(secret);
});

it('tells in the log what was answered and decided, to those who may read it', async () => {
  await program.ask('codings', 'submit', { agreement });
  const log = async () =>
    JSON.stringify(await program.ask('journal', 'list', { before: null, limit: 50 }));
  expect(await log()).toContain('elderly');
  expect(await log()).toContain(SECRETS[2]);
  await program.ask('reviewers', 'choose', { reviewer: bo.id });
  for (const secret of SECRETS) expect(await log()).not.toContain(secret);
  await program.ask('codings', 'recordAnswer', {
    agreement,
    variable: 'target_group',
    answer: anAnswer({ value: category('all') }),
  });
  await program.ask('codings', 'submit', { agreement });
  await program.ask('disagreements', 'settle', {
    agreement,
    variable: 'target_group',
    value: category('all'),
    missing: null,
    rationale: 'Alla nämns',
    decidedBy: [anna.id, bo.id],
  });

  const [newest] = await program.ask<{ said: unknown; origin: string; text: string }[]>(
    'journal',
    'list',
    { before: null, limit: 1 },
  );

  expect(newest).toMatchObject({
    kind: 'decision.settled',
    said: { value: category('all'), missing: null },
    origin: 'consensus',
    text: 'Alla nämns',
  });
});
