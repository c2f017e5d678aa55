import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import type { LocalRecord } from '../../infra/local/record.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { freshTable } from '../support/table.ts';
import { serviceUrl } from './services.ts';

export type Engine = 'SQLite' | 'DynamoDB';

/** An empty record on an engine; a second way to the same one can be opened beside it. */
export const emptyRecord = async (
  engine: Engine,
  clock: Clock,
): Promise<{ record: LocalRecord; again: () => LocalRecord; clear: () => Promise<void> }> => {
  if (engine === 'SQLite') {
    const { file, close } = freshTable(clock);
    const again = (): LocalRecord => openSqliteTable({ file, clock });
    return { record: again(), again, clear: close };
  }
  const endpoint = await serviceUrl('dynamo-db');
  const { name, close } = await emptyDynamoDb(endpoint);
  await close();
  const again = (): LocalRecord => openDynamoDbTable({ table: name, endpoint, clock });
  return { record: again(), again, clear: async () => {} };
};
