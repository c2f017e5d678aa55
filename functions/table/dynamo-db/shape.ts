import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
const keys = (hash: string, range: string) =>
  [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ] as const;

/** The attribute by which DynamoDB takes out what has expired: seconds since 1970. */
export const expiryAttribute = 'ttl';

/** The table as the port needs it; `infra/cloud/constructs/record.ts` creates the same. */
export const tableShape = {
  AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'].map(string),
  KeySchema: [...keys('pk', 'sk')],
  GlobalSecondaryIndexes: (['gsi1', 'gsi2'] as const).map((IndexName) => ({
    IndexName,
    KeySchema: [...keys(`${IndexName}pk`, `${IndexName}sk`)],
    Projection: { ProjectionType: 'ALL' } as const,
  })),
  BillingMode: 'PAY_PER_REQUEST',
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
} satisfies Omit<CreateTableCommandInput, 'TableName'>;
