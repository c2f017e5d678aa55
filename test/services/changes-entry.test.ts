import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from '../../functions/application/store.ts';
import { listAudit } from '../../functions/audit/store.ts';
import { askForReplay, deadChanges } from '../../functions/changes/dead-change.ts';
import { companies } from '../../functions/company/store.ts';
import { requestJob } from '../../functions/job/store.ts';
import { noticeSettings } from '../../functions/notice/store.ts';
import { postings } from '../../functions/posting/store.ts';
import { students } from '../../functions/student/store.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import type { Operation } from '../../functions/table/table.ts';
import { type Cloud, startCloud } from '../support/cloud.ts';
import { applicationIn, companyIn, cycleIn, postingIn } from '../support/entities.ts';
import type { HandedOver } from '../../infra/local/lambda/stream-source.ts';
import { eventOf } from '../support/lambda.ts';
import { profile } from '../support/samples.ts';
import { serviceUrl } from '../support/service.ts';

const dynamoDb = serviceUrl('dynamo-db');
const sqs = serviceUrl('sqs');
const at = '2026-04-14T08:00:00.000Z';
/** A clock that has no search documents to keep, whatever the hour. */
const withDomain = { SEARCH_ENDPOINT: 'http://127.0.0.1:9' };
const stamp = (action: string) => ({ by: 'company:recruiter-1', action, at });
/** Stores for the first time what an update would store. */
const first = (update: Operation): Operation =>
  'put' in update ? { put: update.put, if: { absent: true } } : update;

describe.skipIf(dynamoDb === undefined || sqs === undefined)('the function that follows the stream', () => {
  let cloud: Cloud;
  const load = async () => (await import('../../functions/changes.ts')).handler;
  type Handler = Awaited<ReturnType<typeof load>>;
  let record: Handler;
  const clockHandler = async () => (await import('../../functions/clock.ts')).handler;

  beforeEach(async () => {
    cloud = await startCloud({ dynamoDb: dynamoDb ?? '', sqs: sqs ?? '' });
    record = await cloud.starting(load, { CONSUMERS: 'record' });
  });
  afterEach(() => cloud.stop());

  const write = (...operations: Operation[]) => cloud.table.write(operations);
  /** Company, posting, student, an application that was shortlisted, and a job: something for every consumer. */
  const writeMarket = async (): Promise<HandedOver[]> => {
    const application = applicationIn('shortlisted');
    const { operation } = requestJob(
      () => 'aaaaaaaaaaaaaaaaaaaa',
      { kind: 'close_silent_applications', cycleId: cycleIn('applying').id },
      stamp('cycle.close_silent'),
    );
    await write(first(companies.update(companyIn('verified'), stamp('company.create'))));
    await write(first(postings.update(postingIn('published'), stamp('posting.published'))));
    const email = 'student-1@example.com';
    await write(
      students.create(
        { id: application.studentId, email, profile: profile(), updatedAt: at },
        stamp('profile.save'),
      ),
    );
    // At whatever hour this runs, the student sleeps somewhere.
    const inbox = { kind: 'student', studentId: application.studentId } as const;
    const awake = { inbox, digestAt: '08:00', topics: {} };
    await write(noticeSettings.create(awake, stamp('notice_settings.save')));
    await write(first(applications.update(application, stamp('application.shortlisted'))));
    await write(operation);
    return cloud.stream.read();
  };
  const taken = (handler: Handler, records: readonly HandedOver[]) => handler(eventOf(records));
  const allTaken = { batchItemFailures: [] };
  const trail = async () =>
    (await listAudit(cloud.table, at, { limit: 100 })).items.map(({ action }) => action).toSorted();
  const suggestions = async () =>
    (await cloud.table.query({ pk: `SUGGESTIONS#${cycleIn('applying').id}#role` })).items;
  const messages = async () => {
    const { client, queueUrl } = cloud.queue;
    const receive = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 1,
    });
    return ((await client.send(receive)).Messages ?? []).map(({ Body = '' }) => JSON.parse(Body).topic);
  };
  const dead = () => Array.fromAsync(deadChanges(cloud.table));
  const sequenceOf = (one: HandedOver | undefined) => one?.dynamodb.SequenceNumber;

  it('writes trail and letters, hands jobs on, and says that all was taken', async () => {
    expect(await taken(record, await writeMarket())).toEqual(allTaken);
    expect(await trail()).toEqual([
      'application.shortlisted',
      'company.create',
      'posting.published',
      'profile.save',
    ]);
    expect(cloud.aws.delivered.map(({ to }) => to)).toEqual([['student-1@example.com']]);
    expect(await messages()).toEqual(['job']);
  });

  it('changes nothing by records that come twice, or in the opposite order', async () => {
    const records = await writeMarket();
    await taken(record, records);
    const before = { trail: await trail(), suggestions: (await suggestions()).map(({ body }) => body) };
    await taken(record, records);
    await taken(record, records.toReversed());
    expect({ trail: await trail(), suggestions: (await suggestions()).map(({ body }) => body) }).toEqual(
      before,
    );
    expect(cloud.aws.delivered).toHaveLength(1);
    expect(await dead()).toEqual([]);
  });

  it('lays a record that is none of our items aside, takes those behind it, and takes it again when it is mended', async () => {
    const client = dynamoDbAt({ endpoint: dynamoDb ?? '' });
    const posting = postingIn('published');
    const key = { pk: { S: `POSTING#${posting.id}` }, sk: { S: 'POSTING' } };
    await client.send(new PutItemCommand({ TableName: cloud.name, Item: { ...key, version: { S: 'new' } } }));
    const poison = await cloud.stream.read();
    expect(await taken(record, [...poison, ...(await writeRest())])).toEqual(allTaken);
    expect((await dead()).map(({ consumer, cut }) => `${consumer} ${cut}`).toSorted()).toEqual([
      'audit true',
      'follow-up true',
      'notify true',
      'suggest true',
      'webhooks true',
    ]);
    expect(await trail()).toEqual(['company.create']);

    // Still damaged: it stays, with one failure more.
    const ask = async () => {
      for (const one of await dead()) await askForReplay(cloud.table, one, 'asItIs', stamp('replay'));
      return taken(record, await cloud.stream.read());
    };
    expect(await ask()).toEqual(allTaken);
    expect(new Set((await dead()).map(({ failures }) => failures))).toEqual(new Set([2]));

    await client.send(new PutItemCommand({ TableName: cloud.name, Item: kept(posting) }));
    expect(await ask()).toEqual(allTaken);
    expect(await dead()).toEqual([]);
    // The mended item is a change as well.
    expect(await trail()).toEqual(['company.create', 'posting.published', 'posting.published']);
    client.destroy();
  });
  const writeRest = async () => {
    await write(first(companies.update(companyIn('verified'), stamp('company.create'))));
    return cloud.stream.read();
  };
  /** A posting's item as DynamoDB keeps it. */
  const kept = ({ version, ...posting }: ReturnType<typeof postingIn>) => ({
    pk: { S: `POSTING#${posting.id}` },
    sk: { S: 'POSTING' },
    version: { N: `${version}` },
    body: { S: JSON.stringify(posting) },
    write: { S: 'by hand' },
    stamp: {
      M: { by: { S: 'operator' }, action: { S: 'posting.published' }, at: { S: at } },
    },
  });

  it('lets a letter wait while SES does not answer, does all else, and sends it with the clock', async () => {
    cloud.aws.troubles.push(
      ...Array.from({ length: 5 }, () => ({ status: 429, type: 'TooManyRequestsException' })),
    );
    expect(await taken(record, await writeMarket())).toEqual(allTaken);
    expect(cloud.aws.delivered).toEqual([]);
    expect(await trail()).toContain('application.shortlisted');
    expect(await dead()).toEqual([expect.objectContaining({ consumer: 'notify', waits: true })]);

    const tick = await cloud.starting(clockHandler, withDomain);
    await tick();
    expect(await taken(record, await cloud.stream.read())).toEqual(allTaken);
    expect(cloud.aws.delivered).toHaveLength(1);
    expect(await dead()).toEqual([]);
  });

  it('lets a job wait while its queue does not answer', async () => {
    const nowhere = 'http://127.0.0.1:9/queue';
    const more = { CONSUMERS: 'record', JOB_QUEUE_URL: nowhere, AWS_ENDPOINT_URL_SQS: nowhere };
    const cutOff = await cloud.starting(load, more);
    expect(await taken(cutOff, await writeMarket())).toEqual(allTaken);
    expect(await dead()).toEqual([expect.objectContaining({ consumer: 'jobs', waits: true })]);
    const tick = await cloud.starting(clockHandler, withDomain);
    await tick();
    expect(await taken(record, await cloud.stream.read())).toEqual(allTaken);
    expect(await messages()).toEqual(['job']);
    expect(await dead()).toEqual([]);
  });

  it('asks for the rest again from the first record that the search could not take', async () => {
    const search = await cloud.starting(load, { CONSUMERS: 'search', SEARCH_ENDPOINT: 'http://127.0.0.1:9' });
    const records = await writeMarket();
    const job = records.slice(-1);
    expect(await taken(search, job)).toEqual(allTaken);
    expect(await taken(search, [...job, ...records])).toEqual({
      batchItemFailures: [{ itemIdentifier: sequenceOf(records[0]) }],
    });
    expect(await dead()).toEqual([]);
  });

  it('asks for everything again while the table takes no writes', async () => {
    const records = await writeMarket();
    const lost = await cloud.starting(load, { CONSUMERS: 'record', TABLE_NAME: 'not-there' });
    expect(await taken(lost, records)).toEqual({
      batchItemFailures: [{ itemIdentifier: sequenceOf(records[0]) }],
    });
    expect(await taken(record, records)).toEqual(allTaken);
  });
});
