import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Table } from '../table.ts';
import { type Place, settingsOf } from './client.ts';
import { feedOf } from './feed.ts';
import { sharedReads } from './shared-reads.ts';
import { shardsOf } from './streams.ts';

export const streamsAt = (place: Place): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient(settingsOf(place));

/** Follows a table's stream in this process; in the cloud mostly Lambda does, and tells. */
export const openStream = (
  place: Place,
  streamArn: string,
): { changes: Table['changes']; close: () => void } => {
  const client = streamsAt(place);
  return { changes: feedOf(sharedReads(shardsOf(client, streamArn))), close: () => client.destroy() };
};
