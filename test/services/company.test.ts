import { describe } from 'vitest';
import { givesUp } from '../contract/giving-up.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';
import { startWorld } from '../support/world.ts';

const endpoint = serviceUrl('dynamo-db');

describe.skipIf(endpoint === undefined)('a company that is given up, on DynamoDB', () => {
  givesUp(async () => startWorld(undefined, (await emptyDynamoDb(endpoint ?? '')).table));
});
