import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import {
  createProcessPool,
  type PoolLimits,
  type PoolWork,
} from '../../main/documents/process-pool';

type Said = { kind: 'ready' } | { kind: 'done'; job: number };

interface Task {
  readonly document: string;
}

interface Handed {
  readonly document: string;
  readonly job: number;
}

interface Exit {
  readonly code: number | null;
  readonly errorOutput: string;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A process that does nothing but what a test has it say. */
function silentProcess(handed: Handed[]) {
  let hear: (message: unknown) => void = () => undefined;
  let exit: (how: Exit) => void = () => undefined;
  let isEnded = false;
  return {
    handed,
    isEnded: () => isEnded,
    say: (said: Said) => hear(said),
    finish: () => hear({ kind: 'done', job: handed.at(-1)?.job ?? 0 }),
    crash: () => exit({ code: 9, errorOutput: '' }),
    child: {
      send: (message: Handed) => void handed.push(message),
      onMessage: (listener: (message: unknown) => void) => {
        hear = listener;
      },
      onExit: (listener: (how: Exit) => void) => {
        exit = listener;
      },
      kill: () => {
        isEnded = true;
      },
    },
  };
}

type SilentProcess = ReturnType<typeof silentProcess>;

const work: PoolWork<Handed, Said, Task, string> = {
  understand: (message) => message as Said,
  hand: (child, { document }, job) => child.send({ document, job }),
  hear: ({ document }) => ({ result: `${document} done` }),
  tookTooLong: ({ document }, limit) => new Error(`${document} took more than ${limit}`),
  outOfOrder: () => new Error('out of order'),
  crashed: ({ document }) => new Error(`${document} crashed`),
  closed: () => new Error('closed'),
};

function poolOf(
  limits: Partial<PoolLimits> = {},
  preferred: (processes: readonly SilentProcess[], task: Task) => SilentProcess | undefined = () =>
    undefined,
) {
  const processes: SilentProcess[] = [];
  const fork = () => {
    const started = silentProcess([]);
    processes.push(started);
    return started.child;
  };
  const prefer: typeof work.prefer = (free, task) => {
    const best = preferred(processes, task)?.child;
    return free.find((child) => child === best);
  };
  const pool = createProcessPool(
    fork,
    { ...work, prefer },
    { processes: 1, limit: 1_000, idle: 500, ...limits },
  );
  /** The process of that number, which was started and can begin. */
  const ready = (at: number): SilentProcess => {
    const process = processes[at];
    if (process === undefined) throw new Error(`Process ${at} was not started.`);
    process.say({ kind: 'ready' });
    return process;
  };
  const documentsOf = () => processes.map(({ handed }) => handed.map(({ document }) => document));
  return { pool, processes, ready, documentsOf };
}

describe('a pool of processes', () => {
  it('replaces a process that has had its number of tasks', async () => {
    const { pool, ready, documentsOf } = poolOf({ tasksPerProcess: 2 });
    const results = ['a', 'b', 'c'].map((document) => pool.run({ document }));

    const first = ready(0);
    first.finish();
    expect(first.isEnded()).toBe(false);
    first.finish();
    expect(first.isEnded()).toBe(true);
    ready(1).finish();

    expect(await Promise.all(results)).toEqual(['a done', 'b done', 'c done']);
    expect(documentsOf()).toEqual([['a', 'b'], ['c']]);
  });

  it('ends a process when it has been idle, and starts one for the next task', async () => {
    const { pool, ready, documentsOf } = poolOf();
    const result = pool.run({ document: 'a' });
    const first = ready(0);
    first.finish();
    await result;

    vi.advanceTimersByTime(499);
    expect(first.isEnded()).toBe(false);
    vi.advanceTimersByTime(1);
    expect(first.isEnded()).toBe(true);

    const next = pool.run({ document: 'b' });
    ready(1).finish();
    expect(await next).toBe('b done');
    expect(documentsOf()).toEqual([['a'], ['b']]);
  });

  it('does not end a process as idle that has a task', async () => {
    const { pool, ready } = poolOf();
    const before = pool.run({ document: 'a' });
    const process = ready(0);
    process.finish();
    await before;
    vi.advanceTimersByTime(400);
    const result = pool.run({ document: 'b' });
    vi.advanceTimersByTime(400);

    expect(process.isEnded()).toBe(false);
    process.finish();
    expect(await result).toBe('b done');
  });

  it('gives the same document to the same process', async () => {
    const { pool, ready, documentsOf } = poolOf({ processes: 2 }, (processes, { document }) =>
      processes.find(({ handed }) => handed.at(-1)?.document === document),
    );
    const both = [pool.run({ document: 'a' }), pool.run({ document: 'b' })];
    const [first, second] = [ready(0), ready(1)];
    first.finish();
    second.finish();
    await Promise.all(both);

    const again = pool.run({ document: 'b' });
    second.finish();

    expect(await again).toBe('b done');
    expect(documentsOf()).toEqual([['a'], ['b', 'b']]);
  });

  it('ends what takes too long, and goes on with what waits', async () => {
    const { pool, ready } = poolOf();
    const slow = pool.run({ document: 'slow' });
    const next = pool.run({ document: 'next' });
    const first = ready(0);

    vi.advanceTimersByTime(1_000);

    await expect(slow).rejects.toThrow('slow took more than 1000');
    expect(first.isEnded()).toBe(true);
    ready(1).finish();
    expect(await next).toBe('next done');
  });

  it('cancels a task that waits, and leaves the one under way', async () => {
    const { pool, processes, ready, documentsOf } = poolOf();
    const controller = new AbortController();
    const underWay = pool.run({ document: 'a' });
    const waiting = pool.run({ document: 'b' }, controller.signal);
    const last = pool.run({ document: 'c' });
    const process = ready(0);

    controller.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
    process.finish();
    process.finish();

    expect(await Promise.all([underWay, last])).toEqual(['a done', 'c done']);
    expect(processes.length).toBe(1);
    expect(documentsOf()).toEqual([['a', 'c']]);
  });

  it('rejects what waits and what is under way when it is closed, and ends its processes', async () => {
    const { pool, processes, ready } = poolOf();
    const tasks = [pool.run({ document: 'a' }), pool.run({ document: 'b' })];
    ready(0);

    pool.close();

    for (const task of tasks) await expect(task).rejects.toThrow('closed');
    expect(processes.map((process) => process.isEnded())).toEqual([true]);
  });

  it('has room while a process is free or may be started', async () => {
    const { pool, ready } = poolOf();
    expect(pool.hasRoom()).toBe(true);
    const result = pool.run({ document: 'a' });
    expect(pool.hasRoom()).toBe(false);
    ready(0).finish();
    await result;
    expect(pool.hasRoom()).toBe(true);
  });

  it('tells of the task whose process crashed, and does the next in another', async () => {
    const { pool, ready } = poolOf();
    const crashing = pool.run({ document: 'a' });
    const next = pool.run({ document: 'b' });

    ready(0).crash();

    await expect(crashing).rejects.toThrow('a crashed');
    ready(1).finish();
    expect(await next).toBe('b done');
  });
});
