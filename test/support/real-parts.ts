import { systemClock } from '../../functions/clock/system.ts';
import { s3At, s3Files } from '../../functions/files/s3.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { makeDeps } from './deps.ts';

export interface Places {
  dynamoDb: string;
  table: string;
  s3: string;
  bucket: string;
}

/** The ports of a deployment with its record in DynamoDB Local and its files in S3Mock. */
export const depsOn = async ({ dynamoDb, table: name, s3, bucket }: Places) => {
  const table = openDynamoDbTable({ table: name, endpoint: dynamoDb, clock: systemClock });
  const client = s3At({ endpoint: s3 });
  return { ...(await makeDeps()), table, clock: systemClock, files: s3Files({ client, bucket }) };
};
