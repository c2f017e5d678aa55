import { tableContract } from '../contract/table.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('dynamo-db');

tableContract('DynamoDB', url === undefined ? undefined : () => emptyDynamoDb(url));
