import { describe, expect, it } from 'vitest';

import { dispatch, type ReportBug } from '../../main/ipc/dispatch';
import { AppError } from '../../shared/domain/app-error';
import { ReviewerId } from '../../shared/domain/ids';
import type { Handlers } from '../../shared/ipc/contract';

interface Deps {
  readonly names: readonly string[];
}

/** Handlers of which only those that a test gives are there. */
function handlersWith(parts: {
  readonly [Topic in keyof Handlers<Deps>]?: Partial<Handlers<Deps>[Topic]>;
}): Handlers<Deps> {
  return parts as Handlers<Deps>;
}

const deps: Deps = { names: ['Granskare A'] };
const noBugs: ReportBug = (error) => {
  throw error;
};

describe('dispatch', () => {
  it('gives the handler what came in, as the contract reads it, and what it works with', async () => {
    const handlers = handlersWith({
      reviewers: {
        add: ({ names }, { name }) => ({
          id: ReviewerId.parse('r1'),
          name: `${names[0]} och ${name}`,
          colour: 1,
        }),
      },
    });

    const reply = await dispatch(handlers, deps, 'reviewers', 'add', { name: ' B ' }, noBugs);

    expect(reply).toEqual({
      ok: true,
      value: { id: 'r1', name: 'Granskare A och B', colour: 1 },
    });
  });

  it('names the field of an input that the contract refuses, and runs nothing', async () => {
    const handlers = handlersWith({ reviewers: { add: () => expect.unreachable() } });

    const reply = await dispatch(handlers, deps, 'reviewers', 'add', { name: 7 }, noBugs);

    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'bad-input', details: { topic: 'reviewers', name: 'add', field: 'name' } },
    });
  });

  it('passes on an error that a person can do something about', async () => {
    const handlers = handlersWith({
      codebook: {
        current: () => {
          throw new AppError('no-project', 'No project is open.', { folder: '/x' });
        },
      },
    });

    const reply = await dispatch(handlers, deps, 'codebook', 'current', undefined, noBugs);

    expect(reply).toEqual({
      ok: false,
      error: { code: 'no-project', message: 'No project is open.', details: { folder: '/x' } },
    });
  });

  it('reports an exception with what was going on, and tells the window no more than that', async () => {
    const reported: unknown[] = [];
    const handlers = handlersWith({
      codebook: {
        current: () => {
          throw new TypeError('secret is undefined');
        },
      },
    });

    const reply = await dispatch(
      handlers,
      deps,
      'codebook',
      'current',
      undefined,
      (error, context) => reported.push([String(error), context]),
    );

    expect(reported).toEqual([
      ['TypeError: secret is undefined', { topic: 'codebook', name: 'current', step: 'handler' }],
    ]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
  });

  it('takes away what the contract does not name', async () => {
    const handlers = handlersWith({
      reviewers: {
        current: () =>
          ({ id: 'r1' as never, name: 'A', colour: 1, answers: ['another’s'] }) as never,
      },
    });

    const reply = await dispatch(handlers, deps, 'reviewers', 'current', undefined, noBugs);

    expect(reply).toEqual({ ok: true, value: { id: 'r1', name: 'A', colour: 1 } });
  });

  it('reports an answer that breaks the contract as a bug of ours', async () => {
    const reported: unknown[] = [];
    const handlers = handlersWith({ reviewers: { current: () => ({ name: 'A' }) as never } });

    const reply = await dispatch(handlers, deps, 'reviewers', 'current', undefined, (_, context) =>
      reported.push(context),
    );

    expect(reported).toEqual([{ topic: 'reviewers', name: 'current', step: 'output' }]);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it.each([
    ['nothing', 'at-all'],
    ['constructor', 'name'],
    ['__proto__', 'toString'],
    ['codebook', 'constructor'],
  ])('knows no call %s.%s', async (topic, name) => {
    const handlers = handlersWith({ codebook: {} });

    const reply = await dispatch(handlers, deps, topic, name, undefined, noBugs);

    expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-call' } });
  });
});
