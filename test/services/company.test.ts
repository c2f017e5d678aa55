import { describe } from 'vitest';
import type { Clock } from '../../functions/clock/clock.ts';
import { givesUp } from '../contract/giving-up.ts';
import { writesToInvited } from '../contract/invitation-letter.ts';
import { testClock } from '../support/clock.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';
import { startWorld } from '../support/world.ts';

const endpoint = serviceUrl('dynamo-db');
/** What expires goes by the clock of the world, once there is one. */
const onDynamoDb = async () => {
  let clock: Clock = testClock('2026-03-20T08:00:00.000Z');
  const { table } = await emptyDynamoDb(endpoint ?? '', { now: () => clock.now() });
  const world = await startWorld(undefined, table);
  clock = world.clock;
  return world;
};

describe.skipIf(endpoint === undefined)('a company that is given up, on DynamoDB', () => {
  givesUp(onDynamoDb);
});

describe.skipIf(endpoint === undefined)('whom a company invites, on DynamoDB', () => {
  writesToInvited(onDynamoDb);
});
