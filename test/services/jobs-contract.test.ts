import { jobContract } from '../contract/jobs.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('dynamo-db');

jobContract(
  'DynamoDB',
  url === undefined
    ? undefined
    : async (clock) => {
        const { table, name, close } = await emptyDynamoDb(url, clock);
        return { table, place: `${name}@${url}`, close };
      },
);
