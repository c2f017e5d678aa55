import type { Verb } from '../audit/actions.ts';
import type { Deps } from '../deps.ts';
import { stale } from '../errors.ts';
import { stamp } from '../stamp.ts';
import type { Operation, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import { hasEnded, leaseOf } from './rules.ts';
import type { StoredJob } from './schema.ts';
import { getJob, jobs } from './store.ts';

/** Why a worker lets go of a job: it was cancelled, its time is over, another worker has it or has brought it to its end. */
export class JobStopped extends Error {
  override name = 'JobStopped';
  readonly why: 'cancelled' | 'time' | 'lost' | 'ended';
  constructor(why: JobStopped['why']) {
    super(`The job is stopped: ${why}`);
    this.why = why;
  }
}

export interface Holder {
  deps: Deps;
  worker: string;
  leaseMs: number;
}

/**
 * A job that one worker has. Each of its writes renews the lease, and none succeeds once another worker has the job;
 * those of a worker come one after the other.
 */
export class JobInHand {
  readonly #holder: Holder;
  #job: StoredJob;
  #last: Promise<void> = Promise.resolve();

  constructor(holder: Holder, job: StoredJob) {
    this.#holder = holder;
    this.#job = job;
  }

  get job(): StoredJob {
    return this.#job;
  }

  /** Writes how far it is; stops when it was cancelled meanwhile. */
  goOn(change: Partial<StoredJob> = {}): Promise<void> {
    return this.#inTurn(() => this.#write(this.#holder.deps.table, { change, action: 'progress' }));
  }

  /** Writes what cannot be undone: all of it, or nothing when the job was cancelled or is another's. */
  decide(table: Table, operations: readonly Operation[]): Promise<void> {
    return this.#inTurn(() => this.#write(table, { change: {}, action: 'decide', operations }));
  }

  /** Writes how it ended, whether it was cancelled at the last moment or not. */
  end(
    change: Pick<StoredJob, 'error'> & { state: 'succeeded' | 'failed' | 'cancelled' },
    operations: readonly Operation[] = [],
  ): Promise<void> {
    const { deps } = this.#holder;
    const ended = { ...change, endedAt: deps.clock.now(), lease: undefined };
    const write = { change: ended, action: change.state, operations, isLast: true };
    return this.#inTurn(() => this.#write(deps.table, write));
  }

  /** Leaves it to whoever is handed it next. */
  letGo(): Promise<void> {
    const write = { change: { lease: undefined }, action: 'let_go', isLast: true } as const;
    return this.#inTurn(() => this.#write(this.#holder.deps.table, write));
  }

  /** Renews the lease when a third of it is over. */
  async renew(): Promise<void> {
    const { deps, leaseMs } = this.#holder;
    const left = Date.parse(this.#job.lease?.until ?? '') - Date.parse(deps.clock.now());
    if (left < (leaseMs * 2) / 3 && !hasEnded(this.#job)) await this.goOn();
  }

  #inTurn(write: () => Promise<void>): Promise<void> {
    const written = this.#last.then(write);
    this.#last = written.catch(() => {});
    return written;
  }

  async #write(
    table: Table,
    write: {
      change: Partial<StoredJob>;
      action: Verb<'job'>;
      operations?: readonly Operation[];
      isLast?: boolean;
    },
  ): Promise<void> {
    const { deps, worker, leaseMs } = this.#holder;
    const { change, action, operations = [], isLast = false } = write;
    for (;;) {
      if (this.#job.cancellation !== undefined && !isLast) throw new JobStopped('cancelled');
      const now = deps.clock.now();
      const next = { ...this.#job, lease: leaseOf(worker, now, leaseMs), ...change };
      const by = stamp({ kind: 'system', task: 'job' }, `job.${action}`, now);
      try {
        await table.write([jobs.update(next, by), ...operations]);
        this.#job = { ...next, version: next.version + 1 };
        return;
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
        if (!error.operations.includes(0)) throw stale('item');
        const found = await getJob(deps.table, this.#job.id);
        if (hasEnded(found)) throw new JobStopped('ended');
        if (found.lease?.worker !== worker) throw new JobStopped('lost');
        this.#job = found;
      }
    }
  }
}
