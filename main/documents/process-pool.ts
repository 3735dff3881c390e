import type { ForkChild, RunningChild } from './reader-child';

/** What every process says of itself: that it can begin, or something about the task of that number. */
type FromChild = { kind: 'ready' } | { kind: string; job: number };

/** What is said about a task. */
export type AboutTask<Said extends FromChild> = Extract<Said, { job: number }>;

/** A task is over: with what it was for, or with the reason why there is none. */
export type Outcome<Result> = { result: Result } | { reason: unknown };

/** What a pool's processes work on, and what is told of those that do not do it. */
export interface PoolWork<ToChild, Said extends FromChild, Task, Result> {
  /** Checks what a process said; `null`: no process of ours says that, and it is ended. */
  understand(message: unknown): Said | null;
  /** Gives a task to a process, which repeats the number in all that it says of it. */
  hand(child: RunningChild<ToChild>, task: Task, job: number): void;
  /**
   * Takes what a process says of its task; `null`: there is more to come. What it throws ends the
   * process, too, and is what the task fails with.
   */
  hear(task: Task, said: AboutTask<Said>, child: RunningChild<ToChild>): Outcome<Result> | null;
  /** The task was given up: it may take so many milliseconds. */
  tookTooLong(task: Task, limit: number): unknown;
  /** A process said what cannot be understood while it had this task. */
  outOfOrder(task: Task): unknown;
  /** The process ended by itself while it had this task. */
  crashed(task: Task, exit: { code: number | null; errorOutput: string }): unknown;
  /** The pool was closed before the task was over. */
  closed(): unknown;
  /** Which of the free processes suits a task best; without it, any. */
  prefer?(free: readonly RunningChild<ToChild>[], task: Task): RunningChild<ToChild> | undefined;
  /**
   * Makes a task ready to be begun once more. With it, a task whose process crashed after others
   * before it gets a second try before it is blamed: the crash may be their doing.
   */
  beginAgain?(task: Task): void;
}

export interface PoolLimits {
  /** Processes at a time. */
  processes: number;
  /** Milliseconds that a task may take; then its process is killed. */
  limit: number;
  /** Milliseconds that a process may take to start. Without it, starting counts as the first task's. */
  startLimit?: number;
  /** Milliseconds after which an idle process is ended, to give its memory back. */
  idle: number;
  /** A process that has had so many tasks is replaced, whatever it may have kept. */
  tasksPerProcess?: number;
}

export interface ProcessPool<Task, Result> {
  /**
   * Has a task done, in its turn. Rejects with what the work tells of a process that did not do it,
   * or with the signal's reason when it is cancelled.
   *
   * @param mostTime milliseconds it may take, where that is less than any task may
   */
  run(task: Task, signal?: AbortSignal, mostTime?: number): Promise<Result>;
  /** Whether a task that came now would be begun at once. */
  hasRoom(): boolean;
  /** Ends all processes; tasks that wait or are under way are rejected. */
  close(): void;
}

interface Job<Task, Result> {
  readonly id: number;
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly mostTime: number;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

interface Member<ToChild, Task, Result> {
  readonly child: RunningChild<ToChild>;
  isReady: boolean;
  tasks: number;
  job: Job<Task, Result> | null;
  /** Runs out when its task has taken too long, or when it has been idle for long. */
  timer: NodeJS.Timeout | undefined;
}

/**
 * Runs processes that work on what anyone may have sent, one task at a time in each, and replaces
 * those that hang, crash or answer nonsense, so that a bad task costs itself and none of its
 * neighbours.
 */
export function createProcessPool<ToChild, Said extends FromChild, Task, Result>(
  fork: ForkChild<ToChild>,
  work: PoolWork<ToChild, Said, Task, Result>,
  { processes, limit, startLimit, idle, tasksPerProcess = Infinity }: PoolLimits,
): ProcessPool<Task, Result> {
  type OwnJob = Job<Task, Result>;
  type OwnMember = Member<ToChild, Task, Result>;
  const members = new Set<OwnMember>();
  const waiting: OwnJob[] = [];
  let lastJob = 0;

  function startNext(): void {
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      const member = freeFor(job.task) ?? started();
      if (member === null) return;
      waiting.shift();
      member.job = job;
      member.tasks += 1;
      limitTime(member, member.isReady ? job.mostTime : (startLimit ?? job.mostTime));
      if (member.isReady) work.hand(member.child, job.task, job.id);
    }
  }

  function freeFor(task: Task): OwnMember | undefined {
    const free = [...members].filter(({ job }) => job === null);
    const best = work.prefer?.(
      free.map(({ child }) => child),
      task,
    );
    return free.find(({ child }) => child === best) ?? free[0];
  }

  function started(): OwnMember | null {
    if (members.size >= processes) return null;
    const child = fork();
    const member: OwnMember = { child, isReady: false, tasks: 0, job: null, timer: undefined };
    members.add(member);
    child.onMessage((message) => {
      if (members.has(member)) hear(member, message);
    });
    child.onExit((exit) => {
      if (!members.delete(member)) return;
      clearTimeout(member.timer);
      giveUp(member, exit);
      startNext();
    });
    return member;
  }

  function limitTime(member: OwnMember, time: number): void {
    clearTimeout(member.timer);
    member.timer = setTimeout(() => {
      if (member.job !== null) end(member, work.tookTooLong(member.job.task, limit));
    }, time);
  }

  function hear(member: OwnMember, message: unknown): void {
    const said = work.understand(message);
    const { job } = member;
    if (said === null) {
      end(member, job === null ? null : work.outOfOrder(job.task));
    } else if (isAboutTask(said)) {
      // A late word about an earlier task is passed over.
      if (job !== null && said.job === job.id) hearOf(member, job, said);
    } else {
      member.isReady = true;
      if (job === null) return;
      if (startLimit !== undefined) limitTime(member, job.mostTime);
      work.hand(member.child, job.task, job.id);
    }
  }

  function hearOf(member: OwnMember, job: OwnJob, said: AboutTask<Said>): void {
    let outcome: Outcome<Result> | null;
    try {
      outcome = work.hear(job.task, said, member.child);
    } catch (error) {
      end(member, error);
      return;
    }
    if (outcome === null) return;
    if ('result' in outcome) job.resolve(outcome.result);
    else job.reject(outcome.reason);
    release(member);
  }

  /** The task is over; the process stays for the next one, or goes when it is old or not needed. */
  function release(member: OwnMember): void {
    member.job = null;
    clearTimeout(member.timer);
    if (member.tasks >= tasksPerProcess) end(member, null);
    else {
      member.timer = setTimeout(() => end(member, null), idle);
      member.timer.unref();
    }
    startNext();
  }

  function end(member: OwnMember, reason: unknown): void {
    members.delete(member);
    clearTimeout(member.timer);
    member.child.kill();
    member.job?.reject(reason);
    member.job = null;
    startNext();
  }

  /** The process is gone, of itself. */
  function giveUp(member: OwnMember, exit: { code: number | null; errorOutput: string }): void {
    const { job } = member;
    member.job = null;
    if (job === null) return;
    if (work.beginAgain !== undefined && member.tasks > 1 && job.signal?.aborted !== true) {
      work.beginAgain(job.task);
      waiting.unshift(job);
    } else job.reject(work.crashed(job.task, exit));
  }

  function cancel(job: OwnJob): void {
    const reason: unknown = job.signal?.reason;
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    for (const member of members) if (member.job === job) end(member, reason);
    job.reject(reason);
  }

  return {
    run: (task, signal, mostTime = limit) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        lastJob += 1;
        const stop = () => cancel(job);
        const settled = () => signal?.removeEventListener('abort', stop);
        const job: OwnJob = {
          id: lastJob,
          task,
          signal,
          mostTime,
          resolve: (result) => {
            settled();
            resolve(result);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        waiting.push(job);
        startNext();
      }),
    hasRoom: () =>
      waiting.length === 0 &&
      (members.size < processes || [...members].some(({ job }) => job === null)),
    close: () => {
      const reason = work.closed();
      for (const job of waiting.splice(0)) job.reject(reason);
      for (const member of [...members]) end(member, reason);
    },
  };
}

function isAboutTask<Said extends FromChild>(said: Said): said is AboutTask<Said> {
  return 'job' in said;
}
