import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Place {
  /** Where DynamoDB Local answers; the region's own service unless told. */
  endpoint?: string;
  region?: string;
}

/** The SDK tries again with jitter what was throttled, failed with 5xx or got no answer in time. */
const tries = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

/** DynamoDB Local takes any credentials, and keeps the tables of different ones apart. */
const local = (endpoint: string) => ({
  endpoint,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

export const settingsOf = ({ endpoint, region }: Place) => ({
  ...tries,
  ...(endpoint !== undefined && local(endpoint)),
  ...(region !== undefined && { region }),
});

export const dynamoDbAt = (place: Place): DynamoDBClient => new DynamoDBClient(settingsOf(place));
