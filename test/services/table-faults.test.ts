import { CreateTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { Unavailable } from '../../functions/errors.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { checkTable } from '../../functions/table/dynamo-db/create.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { TableUnusable } from '../../functions/table/dynamo-db/errors.ts';
import type { Condition, Operation, Table } from '../../functions/table/table.ts';
import { WriteConflict } from '../../functions/table/table.ts';
import { makeDeps } from '../support/deps.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { faultyLine } from '../support/faulty-line.ts';
import { serviceUrl } from '../support/service.ts';
import { allChanges } from '../support/table.ts';

const url = serviceUrl('dynamo-db');
const stamp = { by: 'tester', action: 'test.write', at: '2026-05-15T10:00:00.000Z' };
const cancelled = (...codes: string[]) => ({
  status: 400,
  type: 'TransactionCanceledException',
  more: { CancellationReasons: codes.map((Code) => ({ Code })) },
});
const quietly = { lost: async () => {} };

describe.skipIf(url === undefined)('DynamoDB on a bad line', () => {
  /** The same table, by a line that always works. */
  let sure: Awaited<ReturnType<typeof emptyDynamoDb>>;
  let line: Awaited<ReturnType<typeof faultyLine>>;
  let table: ReturnType<typeof openDynamoDbTable>;
  beforeAll(async () => {
    sure = await emptyDynamoDb(url ?? '');
  });
  afterAll(() => sure.close());
  beforeEach(async () => {
    line = await faultyLine(url ?? '');
    table = openDynamoDbTable({ table: sure.name, endpoint: line.url });
  });
  afterEach(async () => {
    table.close();
    await line.close();
  });

  let cases = 0;
  const fresh = (): string => `FAULT#${(cases += 1)}`;
  const put = (pk: string, n: number, condition?: Condition, sk = 'a'): Operation => ({
    put: { pk, sk, body: { n }, stamp },
    ...(condition && { if: condition }),
  });
  const toEnd = async (from: Table) => {
    for (let position: string | undefined; ;) {
      const read = await from.changes(position, 1_000);
      if (read.changes.length === 0) return read;
      position = read.position;
    }
  };
  const changesOf = async (pk: string) =>
    (await allChanges(sure.table)).filter(({ key }) => key.pk === pk).map(({ after }) => after?.version);

  test.each<[string, Condition | undefined]>([
    ['for an absent item', { absent: true }],
    ['at a version', { version: 2 }],
    ['without a condition', undefined],
  ])('a put %s whose answer was lost is done once, and is no conflict with itself', async (_, condition) => {
    const pk = fresh();
    const before = condition && 'version' in condition ? [put(pk, 1), put(pk, 2)] : [];
    for (const operation of before) await sure.table.write([operation]);
    line.meets(quietly);
    await table.write([put(pk, 3, condition)]);
    expect(line.asked).toHaveLength(2);
    expect(await sure.table.get({ pk, sk: 'a' })).toMatchObject({
      version: before.length + 1,
      body: { n: 3 },
    });
    expect(await changesOf(pk)).toEqual([...before, 1].map((__, at) => at + 1));
  });

  test('a delete at a version whose answer was lost is done once', async () => {
    const pk = fresh();
    await sure.table.write([put(pk, 1)]);
    line.meets(quietly);
    await table.write([{ delete: { pk, sk: 'a', stamp }, if: { version: 1 } }]);
    expect(line.asked).toHaveLength(2);
    expect(await changesOf(pk)).toEqual([1, undefined]);
  });

  test.each([
    { next: 'repeated', faults: [quietly] },
    { next: 'found busy', faults: [quietly, cancelled('TransactionConflict', 'None')] },
  ])('a write of several items whose answer was lost, and $next, is done once', async ({ faults }) => {
    const pk = fresh();
    line.meets(...faults);
    await table.write([put(pk, 1), put(pk, 2, { absent: true }, 'b')]);
    expect(line.asked).toHaveLength(faults.length + 1);
    expect(await changesOf(pk)).toEqual([1, 1]);
  });

  test('a repeat that meets the work of another is a conflict', async () => {
    const pk = fresh();
    await sure.table.write([put(pk, 1), put(pk, 1, undefined, 'b')]);
    line.meets({ status: 500, type: 'InternalServerError' });
    await sure.table.write([put(pk, 2, { version: 1 })]);
    await expect(table.write([put(pk, 3, { version: 1 })])).rejects.toBeInstanceOf(WriteConflict);
  });

  test('a repeat that cannot know whether it was done says so', async () => {
    const pk = fresh();
    line.meets({ lost: () => sure.table.write([put(pk, 2, { version: 1 })]) });
    await expect(table.write([put(pk, 1, { absent: true })])).rejects.toBeInstanceOf(Unavailable);
    expect(await sure.table.get({ pk, sk: 'a' })).toMatchObject({ version: 2, body: { n: 2 } });
  });

  test.each([
    { status: 400, type: 'ThrottlingException' },
    { status: 400, type: 'ProvisionedThroughputExceededException' },
    { status: 500, type: 'InternalServerError' },
    { status: 503, type: 'ServiceUnavailable' },
  ])('tries again what was answered with $type', async (fault) => {
    const pk = fresh();
    line.meets(fault, fault);
    await table.write([put(pk, 1)]);
    line.meets(fault, fault);
    expect(await table.get({ pk, sk: 'a' })).toMatchObject({ version: 1 });
  });

  test('tries again what another transaction was at', async () => {
    const pk = fresh();
    line.meets(cancelled('None', 'TransactionConflict'), {
      status: 400,
      type: 'TransactionInProgressException',
    });
    await table.write([put(pk, 1), put(pk, 2, undefined, 'b')]);
    expect(line.asked).toHaveLength(3);
    expect(await changesOf(pk)).toEqual([1, 1]);
  });

  test('gives up after a bounded number of tries', async () => {
    line.meets(...Array.from({ length: 40 }, () => cancelled('TransactionConflict', 'None')));
    const pk = fresh();
    await expect(table.write([put(pk, 1), put(pk, 2, undefined, 'b')])).rejects.toBeInstanceOf(Unavailable);
    expect(line.asked.length).toBeLessThanOrEqual(10);
  });

  test.each([
    { type: 'ExpiredIteratorException', lost: false, told: [2, 3] },
    { type: 'TrimmedDataAccessException', lost: true, told: [1, 2, 3] },
  ])('reads the change feed on after $type', async ({ type, lost, told }) => {
    const pk = fresh();
    const { position: end } = await toEnd(table);
    await table.write([put(pk, 1)]);
    const { position } = await table.changes(end, 1);
    for (const n of [2, 3]) await table.write([put(pk, n)]);
    line.meets({ status: 400, type });
    const first = await table.changes(position, 100);
    expect(first.lost).toBe(lost);
    const rest = await allChanges(table, first.position);
    const own = [...first.changes, ...rest].filter(({ key }) => key.pk === pk);
    expect(own.map(({ after }) => after?.body['n'])).toEqual(told);
  });

  test('says that nobody answers', async () => {
    await line.close();
    await expect(table.get({ pk: 'a', sk: 'a' })).rejects.toBeInstanceOf(Unavailable);
    line = await faultyLine(url ?? '');
  });

  test.each(['UnrecognizedClientException', 'AccessDeniedException', 'ExpiredTokenException'])(
    'says that credentials are refused: %s',
    async (type) => {
      line.meets({ status: 400, type }, { status: 400, type }, { status: 400, type });
      await expect(table.get({ pk: 'a', sk: 'a' })).rejects.toThrow(/credentials .*Exception/);
    },
  );

  test('says that the table is missing, on a request and at the start', async () => {
    const missing = openDynamoDbTable({ table: 'missing', endpoint: url ?? '' });
    const uses: ((table: Table) => Promise<unknown>)[] = [
      (at) => at.get({ pk: 'a', sk: 'a' }),
      (at) => at.query({ pk: 'a' }),
      (at) => at.write([put('a', 1)]),
      (at) => at.write([put('a', 1), put('b', 1)]),
      (at) => at.changes(undefined, 10),
    ];
    for (const use of uses) {
      await expect(use(missing)).rejects.toBeInstanceOf(TableUnusable);
      await expect(use(missing)).rejects.toThrow(/missing/);
    }
    missing.close();
  });

  test('answers a request with 503 and no detail while its table is missing', async () => {
    const missing = openDynamoDbTable({ table: 'missing', endpoint: url ?? '' });
    const deps = await makeDeps({ record: missing });
    const logged: object[] = [];
    const app = createApp({ ...deps, log: (entry) => void logged.push(entry) });
    const response = await app.request('/v1/health');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'not_usable' });
    expect(text).not.toContain('missing');
    expect(logged).toEqual([
      expect.objectContaining({ error: expect.stringContaining('no DynamoDB table missing') }),
    ]);
    await deps.close();
  });

  test('tells of a stream record that is no item as of a change that cannot be read, and goes on', async () => {
    const client = dynamoDbAt({ endpoint: url ?? '' });
    const pk = fresh();
    const { position } = await toEnd(table);
    await table.write([put(pk, 1)]);
    await client.send(
      new PutItemCommand({ TableName: sure.name, Item: { pk: { S: pk }, sk: { S: 'b' }, body: { S: '{' } } }),
    );
    client.destroy();
    await table.write([put(pk, 2)]);
    const feeds = [];
    for (let from = position; ;) {
      const read = await table.changes(from, 100);
      feeds.push(read);
      if (read.changes.length === 0) break;
      from = read.position;
    }
    const own = feeds.flatMap(({ changes }) => changes).filter(({ key }) => key.pk === pk);
    expect(own.map(({ after, unreadable }) => after?.version ?? unreadable)).toEqual([
      1,
      expect.stringContaining('cannot be read'),
      2,
    ]);
    await expect(table.get({ pk, sk: 'b' })).rejects.toThrow('An item of the kind b cannot be read');
    expect(await table.get({ pk, sk: 'a' })).toMatchObject({ version: 2 });
  });

  test('begins anew at a place that is none of its own', async () => {
    const pk = fresh();
    await table.write([put(pk, 1)]);
    const { changes, lost } = await table.changes('000000000123', 1_000);
    expect(lost).toBe(true);
    expect(changes.length).toBeGreaterThan(0);
  });

  test('says that a table has other keys', async () => {
    const client = dynamoDbAt({ endpoint: url ?? '' });
    const TableName = `test-${process.pid}-other-keys`;
    await client.send(
      new CreateTableCommand({
        TableName,
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    await expect(checkTable(client, TableName)).rejects.toThrow(
      /needs as keys pk HASH, sk RANGE; it has id HASH/,
    );
    client.destroy();
    const other = openDynamoDbTable({ table: TableName, endpoint: url ?? '' });
    await expect(other.get({ pk: 'a', sk: 'a' })).rejects.toBeInstanceOf(TableUnusable);
    await expect(other.query({ pk: 'a' })).rejects.toBeInstanceOf(TableUnusable);
    await expect(other.write([put('a', 1)])).rejects.toBeInstanceOf(TableUnusable);
    other.close();
  });
});
