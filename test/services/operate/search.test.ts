import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateDomainCommand, OpenSearchClient } from '@aws-sdk/client-opensearch';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rebuildSearch } from '../../../functions/changes/rebuild-search.ts';
import { openSearchBuild } from '../../../functions/search/open-search/build.ts';
import { connect, type Connection } from '../../../functions/search/open-search/connection.ts';
import { deleteIndex, indexesLike, namesWith } from '../../../functions/search/open-search/indexes.ts';
import { searchIndexes } from '../../../functions/search/search.ts';
import { dynamoDbAt } from '../../../functions/table/dynamo-db/client.ts';
import { createTable } from '../../../functions/table/dynamo-db/create.ts';
import { openDynamoDbTable } from '../../../functions/table/dynamo-db/dynamo-db.ts';
import { openSqliteTable } from '../../../functions/table/sqlite.ts';
import { runEntry } from '../../support/command.ts';
import { motoUrl, startAccount } from '../../support/moto/account.ts';
import { stackWith } from '../../support/moto/stack.ts';
import { serviceUrl } from '../../support/service.ts';
import { startWorld, type World } from '../../support/world.ts';

const [moto, openSearch, dynamoDb] = [motoUrl(), serviceUrl('open-search'), serviceUrl('dynamo-db')];
const region = 'eu-north-1';
const names = namesWith('');
const TableName = `status-${process.pid}`;

describe.skipIf([moto, openSearch, dynamoDb].includes(undefined))('npm run ops -- search status', () => {
  let account: Awaited<ReturnType<typeof startAccount>>;
  let world: World;
  let connection: Connection;
  let environment: Record<string, string>;

  /** Works with the table that the command finds, as the command does. */
  const inRecord = async (work: (record: ReturnType<typeof openDynamoDbTable>) => Promise<void>) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const record = openDynamoDbTable({ table: TableName, region });
    await work(record);
    record.close();
    vi.unstubAllEnvs();
  };

  beforeAll(async () => {
    account = await startAccount(moto ?? '');
    environment = { ...account.environment, AWS_ENDPOINT_URL_DYNAMODB: dynamoDb ?? '' };
    world = await startWorld();
    connection = connect(openSearch ?? '');
    await connection.ask({
      method: 'DELETE',
      path: '/postings,students',
      query: { ignore_unavailable: true },
    });

    const source = openSqliteTable({ file: join(world.folder, 'record.sqlite'), clock: world.clock });
    await inRecord(async (record) => {
      const client = dynamoDbAt({ region });
      await createTable(client, TableName);
      client.destroy();
      await record.restore(await Array.fromAsync(source.items()));
    });
    source.close();

    const SearchDomainName = 'marketplace-dev';
    await new OpenSearchClient(account.clientIn(region)).send(
      new CreateDomainCommand({
        DomainName: SearchDomainName,
        EngineVersion: 'OpenSearch_3.5',
        ClusterConfig: { InstanceCount: 2, InstanceType: 'm6g.large.search' },
      }),
    );
    const stacks = new CloudFormationClient(account.clientIn(region));
    const outputs = { SearchDomainName, SearchEndpoint: openSearch ?? '', TableName };
    await stacks.send(new CreateStackCommand(stackWith('marketplace-dev', outputs)));
    await stacks.send(new CreateStackCommand(stackWith('marketplace-prod', { TableName })));
  });
  afterAll(async () => {
    for (const index of searchIndexes)
      for (const built of await indexesLike(connection, names.anyBuilt(index)))
        await deleteIndex(connection, built);
    await connection.close();
    await world.stop();
    await account.stop();
  });

  const status = (stage = 'dev') =>
    runEntry('infra/operate/ops.ts', ['search', 'status', '--stage', stage, '--region', region], environment);

  it('says that nothing answers before the first build, and how many there are to build', async () => {
    const { code, said } = await status();
    expect(said).toMatch(/^domain +OpenSearch_3\.5, green, 2 × m6g\.large\.search$/m);
    expect(said).toMatch(/^free space +\d+\.\d GB of \d+\.\d GB on the fullest of 1 nodes$/m);
    expect(said).toMatch(/^postings +nothing answers; the record has 2\. Run: npm run reindex$/m);
    expect(said).toMatch(/^students +nothing answers; the record has 2\./m);
    expect(code).toBe(1);
  });

  it('finds everything as the record has it after a build', async () => {
    await rebuildSearch(world.deps, {
      open: (moment) => openSearchBuild(connection, names, moment),
      report: () => {},
    });
    const { code, said } = await status();
    expect(said).toMatch(/^postings +2 found, 2 in the record, 0 behind \(postings-v\d+-\d+\)$/m);
    expect(said).toMatch(/^students +2 found, 2 in the record, 0 behind/m);
    expect(code).toBe(0);
  });

  it('names a domain that is not whole', async () => {
    account.facts.searchHealth = 'Yellow';
    const { code, said } = await status();
    expect(said).toMatch(/^domain .* yellow,/m);
    expect(code).toBe(1);
    account.facts.searchHealth = 'Green';
  });

  it('counts what the index lacks and what it knows as it was, not what it knows better', async () => {
    const students = `/students/_doc/student-1`;
    await connection.ask({ method: 'DELETE', path: students, query: { refresh: true } });
    const posting = `/postings/_doc/${world.first.posting.id}`;
    const query = { version: 1_000, version_type: 'external', refresh: true };
    await connection.ask({ method: 'PUT', path: posting, query, body: { live: true } });
    const lacking = await status();
    expect(lacking.said).toMatch(/^students +1 found, 2 in the record, 1 behind/m);
    expect(lacking.said).toMatch(/^postings +2 found, 2 in the record, 0 behind/m);
    await inRecord(async (record) => {
      const item = await record.get({ pk: 'STUDENT#student-2', sk: 'PROFILE' });
      if (item) await record.write([{ put: item }]);
    });
    const older = await status();
    expect(older.said).toMatch(/^students +1 found, 2 in the record, 2 behind/m);
    expect([lacking.code, older.code]).toEqual([1, 1]);
  });

  it('says so where there is no domain', async () => {
    const { code, said } = await status('prod');
    expect(said).toBe('marketplace-prod searches inside its functions: there is no domain to look at.\n');
    expect(code).toBe(0);
  });
});
