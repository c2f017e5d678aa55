import { vi } from 'vitest';
import { startAws } from '../../infra/local/lambda/aws.ts';
import { emptyDynamoDb } from './dynamo-db.ts';
import { startIssuer } from './issuer.ts';
import { streamOf } from './lambda.ts';
import { emptyQueue } from './sqs.ts';

const secret = 'arn:aws:secretsmanager:local:000000000000:secret:cursors';

/** What the functions of a deployment find: real services and an issuer, named in the environment as in the cloud. */
export const startCloud = async ({ dynamoDb, sqs }: { dynamoDb: string; sqs: string }) => {
  const [aws, store, queue, issuer] = await Promise.all([
    startAws({ [secret]: 'the secret of the tests, 32 letters at least' }),
    emptyDynamoDb(dynamoDb),
    emptyQueue(sqs),
    startIssuer(),
  ]);
  const variables = {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: dynamoDb,
    AWS_ENDPOINT_URL_SESV2: aws.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    AWS_ENDPOINT_URL_SQS: sqs,
    TABLE_NAME: store.name,
    DOCUMENT_BUCKET: 'documents',
    JOB_QUEUE_URL: new URL(new URL(queue.queueUrl).pathname, sqs).href,
    DELIVERY_QUEUE_URL: new URL(new URL(queue.queueUrl).pathname, sqs).href,
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: issuer.audience,
    SITE_URL: 'https://internships.example',
    MAIL_FROM: 'post@internships.example',
    CURSOR_SECRET_ARN: secret,
    CERTIFICATE_SECRET_ARN: secret,
  };
  /** Lets a function start anew, as Lambda does, with some variables of its own. */
  const starting = async <T>(
    entry: () => Promise<T>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<T> => {
    vi.resetModules();
    for (const [name, value] of Object.entries({ SEARCH_ENDPOINT: '', ...variables, ...more }))
      vi.stubEnv(name, value);
    try {
      return await entry();
    } finally {
      for (const name of ['CONSUMERS', 'SEARCH_ENDPOINT']) vi.stubEnv(name, undefined);
    }
  };
  return {
    aws,
    issuer,
    queue,
    table: store.table,
    name: store.name,
    stream: await streamOf(dynamoDb, store.name),
    starting,
    stop: async () => {
      vi.unstubAllEnvs();
      await store.close();
      queue.close();
      await issuer.stop();
      await aws.stop();
    },
  };
};
export type Cloud = Awaited<ReturnType<typeof startCloud>>;
