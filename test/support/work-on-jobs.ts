import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../functions/clock/system.ts';
import { workOnJob } from '../../functions/job/work.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { makeDeps } from './deps.ts';
import { handlersWith } from './job.ts';

/**
 * Works on jobs in a process of its own: `work-on-jobs.ts PLACE WORKER LEASE_MS MODE JOB…`. PLACE is a SQLite file, or
 * a table of DynamoDB as `NAME@ENDPOINT`. MODE `hang` says `working` and never ends; with `work` whoever finds another
 * inside fails the job.
 */
const [place = '', worker = '', leaseMs = '', mode = '', ...jobIds] = process.argv.slice(2);
const [name = '', endpoint] = place.split('@');
const table =
  endpoint === undefined
    ? openSqliteTable({ file: name, clock: systemClock })
    : openDynamoDbTable({ table: name, endpoint, clock: systemClock });
const deps = { ...(await makeDeps()), table, clock: systemClock };
const stamp = { by: worker, action: 'test', at: systemClock.now() };

const handlers = handlersWith(async (_, __, progress, task) => {
  process.stdout.write('working\n');
  if (mode === 'hang') await new Promise(() => setInterval(() => {}, 1_000));
  const inside = { pk: `INSIDE#${task.id}`, sk: 'INSIDE' };
  await table.write([{ put: { ...inside, body: { worker }, stamp }, if: { absent: true } }]);
  await setTimeout(20);
  await progress(1);
  await table.write([{ delete: { ...inside, stamp } }]);
});

for (const id of jobIds)
  for (;;) {
    const again = await workOnJob(deps, handlers, id, {
      worker,
      signal: new AbortController().signal,
      leaseMs: Number(leaseMs),
    });
    if (!again) break;
    await setTimeout(Math.min(again.againInMs, 50));
  }
table.close();
await deps.close();
