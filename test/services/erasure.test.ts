import { paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobId, RoundId } from '../../functions/ids.ts';
import { freezeRound } from '../../functions/round/freeze.ts';
import { getRound, rounds } from '../../functions/round/store.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { acceptingPost } from '../../infra/local/access-patterns/accepting-post.ts';
import { openSearchEngine } from '../../infra/local/search.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { joinCompany } from '../support/join-company.ts';
import { testClock } from '../support/clock.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { eraseInTurns, foundIn, goner, useEverything } from '../support/everything.ts';
import { emptyBucket } from '../support/s3.ts';
import { companyContent, postingContent } from '../support/samples.ts';
import { serviceUrl } from '../support/service.ts';
import { people, startWorld, type World } from '../support/world.ts';

const [endpoint, search, s3] = [serviceUrl('dynamo-db'), serviceUrl('open-search'), serviceUrl('s3')];
/** Who acts for a company, and is named by it and by one of its postings. */
const leaver = {
  subject: 'rcptq81zk4',
  role: 'company',
  email: 'ming.hua@recruiting.example',
  name: '华明远',
} as const;
const ofLeaver = (value: unknown): string[] =>
  [leaver.email, leaver.name].filter((trace) => JSON.stringify(value).includes(trace));
const prefix = `erasure-${process.pid}-`;

describe.skipIf(endpoint === undefined || search === undefined || s3 === undefined)(
  'somebody who used everything, on DynamoDB, OpenSearch and S3',
  { timeout: 300_000 },
  () => {
    let world: World;
    let record: Awaited<ReturnType<typeof emptyDynamoDb>>;
    let bucket: Awaited<ReturnType<typeof emptyBucket>>;
    beforeAll(async () => {
      const clock = testClock('2026-03-20T08:00:00.000Z');
      record = await emptyDynamoDb(endpoint ?? '', clock);
      bucket = await emptyBucket(s3 ?? '');
      const engine = openSearchEngine({ url: search ?? '', clock, prefix });
      world = await startWorld(engine, record.table, acceptingPost, bucket.files);
      await useEverything(world);
    }, 300_000);
    afterAll(async () => {
      await world?.stop();
      bucket?.close();
    });

    /** Every attribute of everything that the table has, remainders of deleted items included. */
    const recordTraces = async (tracesIn = foundIn): Promise<string[]> => {
      const client = dynamoDbAt({ endpoint: endpoint ?? '' });
      const found: string[] = [];
      try {
        const pages = paginateScan({ client }, { TableName: record.name, ConsistentRead: true });
        for await (const { Items = [] } of pages)
          for (const item of Items.filter((one) => tracesIn(one).length > 0))
            found.push(`${item.pk?.S} ${item.sk?.S} (${tracesIn(item).join(', ')})`);
      } finally {
        client.destroy();
      }
      return found;
    };
    const indexTraces = async (): Promise<string[]> => {
      const connection = connect(search ?? '');
      try {
        await connection.ask({ method: 'POST', path: `/${prefix}*/_refresh` });
        const query = { size: '1000', version: 'true' };
        return foundIn(await connection.ask({ method: 'GET', path: `/${prefix}*/_search`, query }));
      } finally {
        await connection.close();
      }
    };
    const fileTraces = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const name of await bucket.files.list()) {
        const bytes = Buffer.concat(await Array.fromAsync((await bucket.files.read(name)) ?? []));
        for (const trace of foundIn(bytes.toString('utf8'))) found.push(`${name}: ${trace}`);
      }
      return found;
    };

    it('leaves nothing in any of them', async () => {
      const { deps } = world;
      const by = { by: 'test', action: 'test', at: deps.clock.now() };
      const roundId = RoundId.parse(world.round.id);
      const open = await getRound(deps.table, roundId);
      await deps.table.write([
        rounds.update({ ...open, state: 'frozen', frozen: { at: by.at, by: 'test' } }, by),
      ]);
      const task = { id: 'job_0000000000000001', requestedBy: 'system:test', createdAt: by.at, done: 0 };
      await freezeRound(deps, { kind: 'freeze_round', roundId }, async () => {}, {
        ...task,
        id: JobId.parse(task.id),
        decide: (table, operations) => table.write(operations),
      });
      const snapshots = (await bucket.files.list()).filter((name) => name.includes('snapshot'));
      expect(snapshots).toHaveLength(1);
      await world.settle();
      expect((await recordTraces()).length).toBeGreaterThan(20);
      expect(await indexTraces()).not.toEqual([]);
      // The agreement; the snapshot names nobody.
      expect(await fileTraces()).toEqual([expect.stringContaining('agreements/1.pdf')]);

      const frozen = await getRound(deps.table, roundId);
      await deps.table.write([
        rounds.update({ ...frozen, state: 'voided', ended: { at: by.at, by: 'test' }, reason: 'test' }, by),
      ]);
      const body = { email: goner.email, when: 'now', certificates: 'remove', lang: 'en' };
      expect((await world.request('requestDeletion', { as: goner, body })).status).toBe(202);
      await eraseInTurns(world);
      expect(await recordTraces()).toEqual([]);
      expect(await indexTraces()).toEqual([]);
      expect(await fileTraces()).toEqual([]);
      expect(await bucket.files.list()).toEqual(expect.arrayContaining(snapshots));
      expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    });

    it('leaves no name and no address of a recruiter in the record', async () => {
      const { deps, first, ok, request, settle } = world;
      const params = { companyId: first.company.id };
      await joinCompany(world, { inviter: people.company, as: leaver, ...params });
      const { version } = await ok('getCompany', { as: leaver, params });
      const contact = { name: leaver.name, email: leaver.email, phone: '+862165431234' };
      const content = { ...companyContent(1), contact };
      await ok('updateCompany', { as: leaver, params, body: content, ifMatch: version });
      await ok('createPosting', { as: leaver, params, body: { ...postingContent(), mentor: leaver.name } });
      await settle();
      const letter = { subject: 'A word', text: leaver.name, sentAt: deps.clock.now() };
      await deps.mail.send({ ...letter, id: 'leaver', to: leaver.email });
      expect((await recordTraces(ofLeaver)).length).toBeGreaterThan(3);
      const body = { email: leaver.email, when: 'now', lang: 'en' };
      expect((await request('requestDeletion', { as: leaver, body })).status).toBe(202);
      await eraseInTurns(world);
      expect(await recordTraces(ofLeaver)).toEqual([]);
      expect(world.entries.filter(({ event }) => event === 'deletion_failed')).toEqual([]);
    });
  },
);
