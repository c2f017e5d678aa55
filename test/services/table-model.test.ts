import { tableModel } from '../contract/table-model.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('dynamo-db');

tableModel('DynamoDB', { runs: 60 }, url === undefined ? undefined : () => emptyDynamoDb(url));
