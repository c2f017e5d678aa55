import { describe } from 'vitest';
import { phaseClockCases } from '../contract/phase-clock.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('dynamo-db');

if (url === undefined) describe.skip('phases by the clock: DynamoDB');
else phaseClockCases('DynamoDB', (clock) => emptyDynamoDb(url, clock));
