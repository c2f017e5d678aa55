import { answers } from './answers.ts';
import { usualPort } from './ports.ts';
import { type ServiceName, ServiceUnavailable } from './service.ts';

const variables = {
  'open-search': 'OPENSEARCH_URL',
  'dynamo-db': 'DYNAMODB_URL',
  sqs: 'SQS_URL',
  s3: 'S3_URL',
} as const satisfies Record<ServiceName, string>;

/** Where a service that somebody started answers: named in the environment, or on its usual port. */
export const serviceAt = async (name: ServiceName): Promise<string> => {
  const url = process.env[variables[name]] ?? `http://127.0.0.1:${usualPort(name)}`;
  if (await answers(url)) return url;
  throw new ServiceUnavailable(
    `${name} does not answer at ${url}. Start it with \`npm run services\`, or say in ${variables[name]} where it is.`,
  );
};
