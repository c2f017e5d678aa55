import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { getImport } from '../../functions/import/store.ts';
import { jobsOnSqs } from '../../functions/job/on-sqs.ts';
import { getJob } from '../../functions/job/store.ts';
import { ofCycle, postings } from '../../functions/posting/store.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { check, cycleId, makeCycle, requestRun, upload } from '../support/imports.ts';
import { depsOn, type Places } from '../support/real-parts.ts';
import { emptyBucket } from '../support/s3.ts';
import { serviceUrl } from '../support/service.ts';
import { pollQueue } from '../../infra/local/lambda/queue-source.ts';
import { emptyQueue, type TestQueue } from '../support/sqs.ts';

const [dynamoDb, sqs, s3] = [serviceUrl('dynamo-db'), serviceUrl('sqs'), serviceUrl('s3')];
const script = fileURLToPath(new URL('../support/work-on-sqs.ts', import.meta.url));
const count = 1_200;

describe.skipIf([dynamoDb, sqs, s3].includes(undefined))('jobs on SQS', () => {
  let places: Places;
  let deps: Awaited<ReturnType<typeof depsOn>>;
  let queue: TestQueue;
  let jobId: string;
  let importId: string;

  /** An import of many rows, asked for. */
  beforeEach(async () => {
    const { name } = await emptyDynamoDb(dynamoDb ?? '');
    const { bucket } = await emptyBucket(s3 ?? '');
    places = { dynamoDb: dynamoDb ?? '', table: name, s3: s3 ?? '', bucket };
    deps = await depsOn(places);
    queue = await emptyQueue(sqs ?? '');
    await makeCycle(deps);
    const rows = Array.from({ length: count }, (_, at) => `Company ${at % 7},Posting ${at},1`);
    const found = await check(deps, await upload(deps, `company,title,capacity\n${rows.join('\n')}\n`));
    importId = found.id;
    ({ jobId } = await requestRun(deps, found));
  });
  afterEach(async () => {
    queue.close();
    deps.table.close();
    await deps.close();
  });

  const send = () => queue.queue.send({ id: jobId, topic: 'job', payload: { jobId } });
  /** What became of the job, of the import and of its drafts: how many there are, and how often each was written. */
  const outcome = async () => {
    const drafts = await Array.fromAsync(postings.all(deps.table, ofCycle(cycleId)));
    const { state, done } = await getJob(deps.table, jobId);
    const { counts } = await getImport(deps.table, importId);
    const versions = [...new Set(drafts.map(({ version }) => version))];
    return { state, done, imported: counts.imported, drafts: drafts.length, versions };
  };
  const whole = { state: 'succeeded', done: count, imported: count, drafts: count, versions: [1] };

  test('a job that a Lambda has no time for goes on in the next delivery from where it was', async () => {
    const work = jobsOnSqs(deps, queue);
    const progress: number[] = [];
    let deliveries = 0;
    const worker = pollQueue(queue, async (event) => {
      deliveries += 1;
      const isFirst = deliveries === 1;
      const answer = await work(event, { getRemainingTimeInMillis: () => (isFirst ? 1_000 : 900_000) });
      progress.push((await getJob(deps.table, jobId)).done);
      return answer;
    });
    await send();
    await worker.idle();
    await worker.stop();
    expect(progress).toEqual([500, count]);
    expect(await outcome()).toEqual(whole);
  });

  test('a job that is sent twice and delivered to two at once is carried out once', async () => {
    const work = jobsOnSqs(deps, { ...queue, leaseMs: 3_000 });
    const answers = { getRemainingTimeInMillis: () => 900_000 };
    const workers = [0, 1].map(() => pollQueue(queue, (event) => work(event, answers)));
    await Promise.all([send(), send()]);
    await Promise.all(workers.map(({ idle }) => idle()));
    await Promise.all(workers.map(({ stop }) => stop()));
    expect(await outcome()).toEqual(whole);
  });

  test('a job whose worker was killed goes on with another, though the queue would hide its message for long', async () => {
    const held = { heldSeconds: 2, leaseMs: 2_000 };
    const where = JSON.stringify({ places, sqs, queueUrl: queue.queueUrl, ...held });
    const child = spawn(process.execPath, [script, where], { stdio: ['ignore', 'ignore', 'inherit'] });
    await send();
    await expect
      .poll(async () => (await getJob(deps.table, jobId)).done, { timeout: 60_000 })
      .toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await getJob(deps.table, jobId)).toMatchObject({ state: 'running' });
    const work = jobsOnSqs(deps, { ...queue, ...held });
    const worker = pollQueue(queue, (event) => work(event, { getRemainingTimeInMillis: () => 900_000 }));
    await worker.idle();
    await worker.stop();
    expect(await outcome()).toEqual(whole);
  });
});
