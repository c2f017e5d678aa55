import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import { rebuildSearch } from '../../../functions/changes/rebuild-search.ts';
import type { Clock } from '../../../functions/clock/clock.ts';
import { s3At, s3Files } from '../../../functions/files/s3.ts';
import { sqsAt } from '../../../functions/queue/sqs.ts';
import { openSearchBuild } from '../../../functions/search/open-search/build.ts';
import { connect } from '../../../functions/search/open-search/connection.ts';
import { namesWith } from '../../../functions/search/open-search/indexes.ts';
import { dynamoDbAt } from '../../../functions/table/dynamo-db/client.ts';
import { checkTable, createTable } from '../../../functions/table/dynamo-db/create.ts';
import { streamsAt } from '../../../functions/table/dynamo-db/stream.ts';
import { openDynamoDbTable } from '../../../functions/table/dynamo-db/dynamo-db.ts';
import type { Settings } from '../../cloud/settings.ts';
import type { ServiceName } from '../services/service.ts';
import { startAws } from './aws.ts';

/** Where the services of this machine keep what they are given. */
export const region = 'local';
const secretArn = `arn:aws:secretsmanager:${region}:000000000000:secret:cursors`;

/** As a deployment does once: the functions search and follow what is there, and build no index themselves. */
const buildSearch = async (url: string, record: { table: string; endpoint: string }, clock: Clock) => {
  const connection = connect(url);
  const table = openDynamoDbTable(record);
  const open = (moment: number) => openSearchBuild(connection, namesWith(''), moment);
  await rebuildSearch({ table, clock }, { open, report: () => {} });
  table.close();
  await connection.close();
};

/** What a deployment has besides its functions, made on services of this machine under one name. */
export const makeResources = async (
  services: Readonly<Record<ServiceName, string>>,
  { name, clock, search }: { name: string; clock: Clock; search: Settings['search'] },
) => {
  const endpoint = services['dynamo-db'];
  const [tables, streams] = [dynamoDbAt({ endpoint }), streamsAt({ endpoint })];
  await createTable(tables, name);
  const { streamArn } = await checkTable(tables, name);
  tables.destroy();
  const sqs = sqsAt({ endpoint: services.sqs });
  const { QueueUrl: queueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { QueueUrl: deliveryQueueUrl = '' } = await sqs.send(
    new CreateQueueCommand({ QueueName: `${name}-deliveries` }),
  );
  const s3 = s3At({ endpoint: services.s3 });
  await s3.send(new CreateBucketCommand({ Bucket: name }));
  const aws = await startAws({ [secretArn]: 'a secret of this machine, as long as one has to be' });
  if (search === 'domain') await buildSearch(services['open-search'], { table: name, endpoint }, clock);
  return {
    sqs,
    queueUrl,
    deliveryQueueUrl,
    streams,
    streamArn,
    files: s3Files({ client: s3, bucket: name }),
    letters: () => aws.delivered.length,
    /** What functions are told of them. */
    variables: {
      TABLE_NAME: name,
      DOCUMENT_BUCKET: name,
      JOB_QUEUE_URL: queueUrl,
      DELIVERY_QUEUE_URL: deliveryQueueUrl,
      SEARCH_ENDPOINT: services['open-search'],
      CURSOR_SECRET_ARN: secretArn,
      CERTIFICATE_SECRET_ARN: secretArn,
    },
    /** Where the SDK finds the services. */
    endpoints: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoint,
      AWS_ENDPOINT_URL_SQS: services.sqs,
      AWS_ENDPOINT_URL_S3: services.s3,
      AWS_ENDPOINT_URL_SESV2: aws.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    },
    close: async (): Promise<void> => {
      streams.destroy();
      sqs.destroy();
      s3.destroy();
      await aws.stop();
    },
  };
};
