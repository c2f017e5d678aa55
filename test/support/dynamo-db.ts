import type { Clock } from '../../functions/clock/clock.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { createTable } from '../../functions/table/dynamo-db/create.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';

let tables = 0;

/** An empty table of its own in DynamoDB Local. */
export async function emptyDynamoDb(endpoint: string, clock?: Clock) {
  const name = `test-${process.pid}-${(tables += 1)}`;
  const client = dynamoDbAt({ endpoint });
  await createTable(client, name);
  client.destroy();
  const table = openDynamoDbTable({ table: name, endpoint, ...(clock && { clock }) });
  return { table, name, close: async () => table.close() };
}
