import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../functions/clock/clock.ts';
import { systemClock } from '../../functions/clock/system.ts';
import type { Deps } from '../../functions/deps.ts';
import { getJob } from '../../functions/job/store.ts';
import { type JobHandler, type Task, workOnJob } from '../../functions/job/work.ts';
import type { Table } from '../../functions/table/table.ts';
import { testClock } from '../support/clock.ts';
import { makeDeps } from '../support/deps.ts';
import { askForJob, cancelJob, handlersWith } from '../support/job.ts';

const script = fileURLToPath(new URL('../support/work-on-jobs.ts', import.meta.url));
const start = '2026-05-15T10:00:00.000Z';
const stamp = { by: 'test', action: 'test', at: start };

export interface JobTable {
  table: Table;
  /** By which another process finds it. */
  place: string;
  close: () => Promise<void>;
}

/** What holds of jobs on every table, whoever works on them. */
export function jobContract(
  name: string,
  /** Undefined where the table's service cannot be had. */
  makeTable: ((clock: Clock) => Promise<JobTable>) | undefined,
): void {
  describe.skipIf(makeTable === undefined)(`jobs: ${name}`, () => {
    let clock: ReturnType<typeof testClock>;
    let place: string;
    let deps: Deps;
    let close: () => Promise<void>;
    const open = async (timed: Clock): Promise<void> => {
      const made = await makeTable?.(timed);
      if (made === undefined) throw new Error('A skipped contract was run.');
      const others = await makeDeps();
      place = made.place;
      deps = { ...others, table: made.table, clock: timed };
      close = async () => {
        await made.close();
        await others.close();
      };
    };
    beforeEach(() => {
      clock = testClock(start);
    });
    const children: ChildProcess[] = [];
    afterEach(async () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
      await close();
    });

    const never = new AbortController().signal;
    const work = (
      jobId: string,
      carryOut: JobHandler<'close_silent_applications'>,
      worker = 'one',
      signal: AbortSignal = never,
    ) => workOnJob(deps, handlersWith(carryOut), jobId, { worker, signal });
    const nobody: JobHandler<'close_silent_applications'> = () =>
      Promise.reject(new Error('not to be called'));
    const decision = (task: Task, by: string) =>
      task.decide(deps.table, [
        { put: { pk: 'DECIDED', sk: task.id, body: { by }, stamp }, if: { absent: true } },
      ]);
    const decidedBy = async (jobId: string) => (await deps.table.get({ pk: 'DECIDED', sk: jobId }))?.body.by;

    test('a job that is handed over twice at the same moment is carried out once', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      const inside: string[] = [];
      const gate = Promise.withResolvers<void>();
      const hold = (worker: string) =>
        work(
          jobId,
          async () => {
            inside.push(worker);
            await gate.promise;
          },
          worker,
        );
      const both = [hold('one'), hold('two')];
      expect(await Promise.race(both)).toEqual({ againInMs: 61_000 });
      gate.resolve();
      expect(await Promise.all(both)).toContain(undefined);
      expect(inside).toHaveLength(1);
      expect(await work(jobId, nobody, 'late')).toBeUndefined();
      expect((await getJob(deps.table, jobId)).state).toBe('succeeded');
    });

    test('a worker that slept past its lease stops where it is, and decides nothing', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      const asleep = Promise.withResolvers<void>();
      const reached = Promise.withResolvers<void>();
      const refusals: unknown[] = [];
      const first = work(
        jobId,
        async (_, __, progress, task) => {
          reached.resolve();
          await asleep.promise;
          await decision(task, 'one').catch((error: unknown) => refusals.push(error));
          await progress(1);
        },
        'one',
      );
      await reached.promise;
      clock.advance(60_000);
      const awake = Promise.withResolvers<void>();
      const taken = Promise.withResolvers<void>();
      const second = work(
        jobId,
        async (_, __, ___, task) => {
          taken.resolve();
          await awake.promise;
          await decision(task, 'two');
        },
        'two',
      );
      await taken.promise;
      asleep.resolve();
      expect(await first).toEqual({ againInMs: 60_000 });
      awake.resolve();
      expect(await second).toBeUndefined();
      expect(refusals).toMatchObject([{ why: 'lost' }]);
      expect(await decidedBy(jobId)).toBe('two');
      expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'succeeded', lostWorkers: 1 });
    });

    test('a job whose worker’s time is over keeps its progress, and another goes on at once', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      const time = new AbortController();
      const again = await work(
        jobId,
        async (_, __, progress) => {
          await progress(3, 10);
          time.abort();
          await progress(4, 10);
          throw new Error('went on');
        },
        'one',
        time.signal,
      );
      expect(again).toEqual({ againInMs: 0 });
      expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'running', done: 4, total: 10 });
      expect(await work(jobId, async (_, __, progress) => progress(10, 10), 'two')).toBeUndefined();
      const ended = await getJob(deps.table, jobId);
      expect(ended).toMatchObject({ state: 'succeeded', done: 10 });
      expect(ended).not.toHaveProperty('lostWorkers');
    });

    test('a cancelled job stops at its next safe point', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      let steps = 0;
      const ended = await work(jobId, async (_, __, progress) => {
        for (;;) {
          steps += 1;
          if (steps === 3) await cancelJob(deps, jobId);
          await progress(steps);
        }
      });
      expect(ended).toBeUndefined();
      expect(steps).toBe(3);
      expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'cancelled', done: 2, endedAt: start });
    });

    test('a job that was cancelled before anyone took it is never carried out', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      await cancelJob(deps, jobId);
      await work(jobId, nobody);
      expect((await getJob(deps.table, jobId)).state).toBe('cancelled');
    });

    test('a job decides nothing once it was cancelled, and is not cancelled once it has decided and ended', async () => {
      await open(clock);
      const [early, late] = [await askForJob(deps), await askForJob(deps)];
      await work(early, async (_, __, ___, task) => {
        await cancelJob(deps, early);
        await decision(task, 'one');
      });
      expect((await getJob(deps.table, early)).state).toBe('cancelled');
      expect(await decidedBy(early)).toBeUndefined();
      await work(late, async (_, __, ___, task) => {
        await decision(task, 'one');
        await cancelJob(deps, late);
      });
      expect(await getJob(deps.table, late)).toMatchObject({
        state: 'succeeded',
        cancellation: { at: start },
      });
      expect(await decidedBy(late)).toBe('one');
    });

    test('a job in which one worker after the other is lost is given up', async () => {
      await open(clock);
      const jobId = await askForJob(deps);
      for (let lost = 0; lost < 5; lost += 1) {
        const reached = Promise.withResolvers<void>();
        void work(
          jobId,
          () => {
            reached.resolve();
            return new Promise(() => {});
          },
          `worker ${lost}`,
        );
        await reached.promise;
        clock.advance(60_000);
      }
      expect(await work(jobId, nobody, 'the last')).toBeUndefined();
      expect(await getJob(deps.table, jobId)).toMatchObject({
        state: 'failed',
        error: { code: 'workers_lost' },
      });
    });

    const processOf = (worker: string, leaseMs: number, mode: 'work' | 'hang', jobIds: readonly string[]) => {
      const child = spawn(process.execPath, [script, place, worker, String(leaseMs), mode, ...jobIds], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      return child;
    };

    test('processes that are handed the same jobs at the same time never both carry one out', async () => {
      await open(systemClock);
      const jobIds = await Promise.all(Array.from({ length: 12 }, () => askForJob(deps)));
      const started = ['one', 'two', 'three'].map((worker) => processOf(worker, 60_000, 'work', jobIds));
      let working = 0;
      for (const child of started)
        child.stdout.on('data', (said: Buffer) => {
          working += said.toString().split('working').length - 1;
        });
      await Promise.all(started.map((child) => once(child, 'close')));
      const states = await Promise.all(jobIds.map(async (id) => (await getJob(deps.table, id)).state));
      expect(states).toEqual(jobIds.map(() => 'succeeded'));
      expect(working).toBe(jobIds.length);
    });

    test('a process that works keeps its job beyond its lease; once it is killed another goes on with it', async () => {
      await open(systemClock);
      const leaseMs = 2_000;
      const jobId = await askForJob(deps);
      const child = processOf('one', leaseMs, 'hang', [jobId]);
      await once(child.stdout, 'data');
      await setTimeout(2 * leaseMs);
      expect(await work(jobId, nobody, 'two')).toHaveProperty('againInMs');
      child.kill('SIGKILL');
      await once(child, 'close');
      for (;;) {
        const again = await work(jobId, async (_, __, progress) => progress(1, 1), 'two');
        if (!again) break;
        await setTimeout(again.againInMs);
      }
      expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'succeeded', done: 1, lostWorkers: 1 });
    });
  });
}
