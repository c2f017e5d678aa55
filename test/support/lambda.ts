import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { handedOver, type HandedOver } from '../../infra/local/lambda/stream-source.ts';
import { dynamoDbAt } from '../../functions/table/dynamo-db/client.ts';
import { checkTable } from '../../functions/table/dynamo-db/create.ts';
import { streamsAt } from '../../functions/table/dynamo-db/stream.ts';

/** Reads a table's stream as Lambda does: each call gives what has been written since the one before. */
export const streamOf = async (endpoint: string, table: string) => {
  const tables = dynamoDbAt({ endpoint });
  const { streamArn: StreamArn } = await checkTable(tables, table);
  tables.destroy();
  const streams = streamsAt({ endpoint });
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const [shard] = StreamDescription?.Shards ?? [];
  const begin = { StreamArn, ShardId: shard?.ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
  let place: string | undefined;
  const read = async (): Promise<HandedOver[]> => {
    const found: HandedOver[] = [];
    place ??= (await streams.send(new GetShardIteratorCommand(begin))).ShardIterator;
    for (;;) {
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator: place }),
      );
      place = NextShardIterator;
      if (Records.length === 0) return found;
      found.push(...Records.map(handedOver));
    }
  };
  return { read, close: () => streams.destroy() };
};

/** Through the text that Lambda makes of it. */
export const eventOf = (records: readonly HandedOver[]): unknown =>
  JSON.parse(JSON.stringify({ Records: records }));
