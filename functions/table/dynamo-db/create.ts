import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { explained, TableUnusable } from './errors.ts';
import { expiryAttribute, tableShape } from './shape.ts';

const describe = async (client: DynamoDBClient, table: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: table }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw explained(error, table);
  }
};

const keyNames = (schema: TableDescription['KeySchema']): string =>
  (schema ?? []).map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(', ');

/** Throws `TableUnusable` unless the table is there with the keys, indexes and stream that the port needs; gives its stream. */
export async function checkTable(client: DynamoDBClient, table: string): Promise<{ streamArn: string }> {
  const found = await describe(client, table);
  const unusable = (why: string): TableUnusable => new TableUnusable(`The DynamoDB table ${table} ${why}.`);
  if (found === undefined)
    throw unusable('does not exist here. Deploy it, or name the right table and region');
  for (const { name, schema, wanted } of [
    { name: 'keys', schema: found.KeySchema, wanted: tableShape.KeySchema },
    ...tableShape.GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => ({
      name: `index ${IndexName}`,
      schema: found.GlobalSecondaryIndexes?.find((index) => index.IndexName === IndexName)?.KeySchema,
      wanted: KeySchema,
    })),
  ])
    if (keyNames(schema) !== keyNames(wanted))
      throw unusable(`needs as ${name} ${keyNames(wanted)}; it has ${keyNames(schema) || 'none'}`);
  const images = found.StreamSpecification?.StreamViewType;
  if (images !== tableShape.StreamSpecification.StreamViewType || found.LatestStreamArn === undefined)
    throw unusable(`needs a stream of new and old images; it has ${images ?? 'none'}`);
  return { streamArn: found.LatestStreamArn };
}

/** Creates the table unless it is there; of two that try at the same time one does. For machines of one's own. */
export async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  if ((await describe(client, table)) !== undefined) return;
  try {
    await client.send(new CreateTableCommand({ TableName: table, ...tableShape }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw explained(error, table);
  }
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1 }, { TableName: table });
  const TimeToLiveSpecification = { AttributeName: expiryAttribute, Enabled: true };
  await client
    .send(new UpdateTimeToLiveCommand({ TableName: table, TimeToLiveSpecification }))
    .catch((error: unknown) => {
      // The other one has already asked for it.
      if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
    });
}
