import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { systemClock } from '../../functions/clock/system.ts';
import { everyStudent, students as studentStore } from '../../functions/student/store.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { itemBytes } from '../../functions/table/size.ts';
import type { Call } from '../../web/api/client.ts';
import { Observed } from '../local/access-patterns/observe.ts';
import { callerOf } from '../local/cycle/client.ts';
import * as pages from '../local/cycle/pages.ts';
import { playCycle } from '../local/cycle/play.ts';
import type { Progress } from '../local/cycle/progress.ts';
import { password } from '../local/cycle/cast.ts';
import { dynamoDbRecord } from '../local/record.ts';
import { withTemporaryServer } from '../local/temporary-server.ts';
import { changedSince } from '../move/quiet.ts';

/** What a part of the use came to. */
export interface Use {
  requests: number;
  /** Bytes that were answered. */
  bytes: number;
  readUnits: number;
  writeUnits: number;
  /** Calls of the record. */
  calls: number;
  processorSeconds: number;
}

export interface Measured {
  students: number;
  postings: number;
  played: Use;
  /** One visit. */
  visit: Use;
  letters: number;
  changes: number;
  jobs: number;
  storedBytes: number;
  fileBytes: number;
  /** Where the units went, in words. */
  patterns: readonly { name: string; kind: 'read' | 'write'; units: number }[];
}

/** Counts what this process answers below /v1; asking whether a job is done is left out, for it depends on the clock. */
const servedRequests = () => {
  const served = { requests: 0, bytes: 0 };
  const written = new WeakMap<Socket, number>();
  const onFinish = (message: unknown): void => {
    const { request } = message as { request: IncomingMessage }; // oxlint-disable-line -- what Node's channel carries
    const { socket, url = '' } = request;
    const bytes = socket.bytesWritten - (written.get(socket) ?? 0);
    written.set(socket, socket.bytesWritten);
    if (!/^\/v1\/(?!jobs)/.test(url)) return;
    served.requests += 1;
    served.bytes += bytes;
  };
  subscribe('http.server.response.finish', onFinish);
  return { served, stop: () => unsubscribe('http.server.response.finish', onFinish) };
};

const visit = async (call: Call): Promise<void> => {
  await pages.arrive(call);
  await pages.openToday(call);
  const { items } = await pages.openForYou(call);
  for (const { posting } of items.slice(0, 3)) await pages.openPosting(call, posting.id);
  await pages.openApplications(call);
  await pages.openResult(call);
};

const visitors = 10;

/** Plays a cycle and some visits on DynamoDB, and says what they took. */
export const measure = async (
  endpoint: string,
  asked: { students: number; postings: number },
  progress: Progress,
): Promise<Measured> => {
  const observed = new Observed();
  const table = 'costs';
  const record = await dynamoDbRecord({ endpoint, table, clock: systemClock, consumed: observed.consumed });
  const { served, stop } = servedRequests();
  const sum = (which: 'requests' | 'units', of: Observed['reads'] | Observed['writes']): number =>
    [...of.values()].reduce((total, figures) => total + figures[which], 0);
  const now = (): Use => {
    const { user, system } = process.cpuUsage();
    return {
      ...served,
      readUnits: sum('units', observed.reads),
      writeUnits: sum('units', observed.writes),
      calls: sum('requests', observed.reads) + sum('requests', observed.writes),
      processorSeconds: (user + system) / 1e6,
    };
  };
  const server = { seed: 'coordinators', site: false, passwordCost: 2 ** 10, log: () => {} } as const;
  try {
    return await withTemporaryServer({ ...server, record: observed.watch(record) }, async (running) => {
      const before = now();
      const report = await playCycle(running.origin, { ...asked, seed: 'costs' }, progress);
      if (report.faults.length > 0) throw new Error(`The cycle went wrong: ${report.faults.join(' ')}`);
      await running.settled();
      const afterPlay = now();
      const patterns = [
        ...[...observed.reads].map(
          ([{ finds, asks }, { units }]) => ({ name: `${finds} (${asks})`, kind: 'read', units }) as const,
        ),
        ...[...observed.writes].map(([name, { units }]) => ({ name, kind: 'write', units }) as const),
      ];
      const { items } = await studentStore.list(running.deps.table, { ...everyStudent, limit: visitors });
      const callers = await Promise.all(
        items.map(({ email }) => callerOf(running.origin, { email, password })),
      );
      const begun = now();
      for (const { call } of callers) await visit(call);
      const each = differenceOf(begun, now(), callers.length);
      const whole = openDynamoDbTable({ endpoint, table, clock: systemClock });
      const stored = await Array.fromAsync(whole.items());
      const { keys } = await changedSince(whole, undefined);
      whole.close();
      return {
        ...asked,
        played: differenceOf(before, afterPlay, 1),
        visit: each,
        letters: observed.writes.get('mail.send')?.requests ?? 0,
        changes: keys.length,
        jobs: stored.filter(({ sk }) => sk === 'JOB').length,
        storedBytes: stored.reduce((total, item) => total + itemBytes(item), 0),
        fileBytes: report.proof.snapshot.byteLength + report.proof.result.byteLength,
        patterns,
      };
    });
  } finally {
    stop();
  }
};

const differenceOf = (from: Use, to: Use, by: number): Use => ({
  requests: (to.requests - from.requests) / by,
  bytes: (to.bytes - from.bytes) / by,
  readUnits: (to.readUnits - from.readUnits) / by,
  writeUnits: (to.writeUnits - from.writeUnits) / by,
  calls: (to.calls - from.calls) / by,
  processorSeconds: (to.processorSeconds - from.processorSeconds) / by,
});
