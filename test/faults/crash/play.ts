import { createApp } from '../../../functions/app.ts';
import { consumers } from '../../../functions/changes/consumers.ts';
import { Follower } from '../../../functions/changes/follower.ts';
import type { Deps } from '../../../functions/deps.ts';
import { jobHandlers } from '../../../functions/job/handlers.ts';
import { jobs } from '../../../functions/job/store.ts';
import { workOnJob } from '../../../functions/job/work.ts';
import { type Ask, askBy, believing } from '../caller.ts';

/** Told of each request as soon as it is answered. */
export type Answered = (what: string) => void;

/** What people can see at the end of a play, by name: the same for every way to it. */
export type Facts = Readonly<Record<string, unknown>>;

/** A course of requests that may be cut off anywhere and gone on with. */
export interface Play {
  /** Makes a record in a folder of its own, and says where and when it is. */
  prepare(): Promise<{ folder: string; now: string }>;
  /** Goes from wherever things stand to the end. */
  drive(deps: Deps, answered: Answered): Promise<void>;
  /** Of what was answered, what is not there. */
  lost(deps: Deps, answered: readonly string[]): Promise<readonly string[]>;
  facts(deps: Deps): Promise<Facts>;
}

/** One request of a play. It may be sent again: whether it was answered is not known after a crash. */
export interface Step {
  readonly name: string;
  /** Sent once more after a crash though it is done: it has a key by which it is known. */
  readonly isRepeated?: boolean;
  isDone(ask: Ask): Promise<boolean>;
  take(ask: Ask): Promise<unknown>;
}

/** The API within this process. */
export const askIn = (deps: Deps): Ask => {
  const app = createApp(believing(deps));
  return askBy((path, init) => app.request(path, init));
};

/** Follows all changes and works off all jobs, one thing after the other, as often as there is something. */
export const settle = async (deps: Deps): Promise<void> => {
  for (;;) {
    for (const consumer of consumers) {
      const follower = new Follower(deps, consumer);
      await follower.resume();
      while (await follower.step());
    }
    let worked = false;
    for await (const job of jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' })) {
      if (job.state !== 'queued' && job.state !== 'running') continue;
      await workOnJob(deps, jobHandlers, job.id);
      worked = true;
    }
    if (!worked) return;
  }
};

/** A play that takes its steps one after the other, and waits after each for what follows from it. */
export const stepping = (steps: readonly Step[]): Pick<Play, 'drive' | 'lost'> => ({
  drive: async (deps, answered) => {
    const ask = askIn(deps);
    await settle(deps);
    for (const step of steps) {
      if (!step.isRepeated && (await step.isDone(ask))) continue;
      await step.take(ask);
      answered(step.name);
      await settle(deps);
    }
  },
  lost: async (deps, answered) => {
    const ask = askIn(deps);
    const missing = [];
    for (const step of steps)
      if (answered.includes(step.name) && !(await step.isDone(ask))) missing.push(step.name);
    return missing;
  },
});
