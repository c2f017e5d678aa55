import { movableClock } from '../cycle/timekeeper.ts';
import { dynamoDbRecord } from '../record.ts';
import { anyPort } from '../services/ports.ts';
import { ServiceUnavailable } from '../services/service.ts';
import { startService } from '../services/start.ts';
import { withTemporaryServer } from '../temporary-server.ts';
import { acceptingPost } from './accepting-post.ts';
import { Observed } from './observe.ts';
import { linesOf } from './report.ts';
import { useAll } from './visits.ts';

/** `npm run access-patterns`: plays a cycle on a DynamoDB Local of its own, and prints what each way to read and write cost. */
try {
  const service = await startService('dynamo-db', await anyPort('dynamo-db'));
  try {
    const observed = new Observed();
    const clock = movableClock();
    const record = await dynamoDbRecord({
      endpoint: service.url,
      table: 'access-patterns',
      clock,
      consumed: observed.consumed,
    });
    const server = {
      seed: 'coordinators',
      site: false,
      passwordCost: 2 ** 10,
      log: () => {},
      clock,
      post: acceptingPost,
    } as const;
    await withTemporaryServer({ ...server, record: observed.watch(record) }, (running) =>
      useAll(running, clock),
    );
    for (const line of linesOf(observed)) console.log(line);
  } finally {
    await service.stop();
  }
} catch (error) {
  console.error(error instanceof ServiceUnavailable ? error.message : error);
  process.exitCode = 1;
}
