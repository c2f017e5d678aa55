import { phaseClockCases } from '../contract/phase-clock.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('dynamo-db');

phaseClockCases('DynamoDB', url === undefined ? undefined : (clock) => emptyDynamoDb(url, clock));
