import { createServer } from 'node:net';
import { type ServiceName, ServiceUnavailable } from './service.ts';

/** The runner of OpenSearch takes no port above 9299. */
const ranges = {
  'open-search': [9201, 9299],
  'dynamo-db': [8000, 8999],
  sqs: [9324, 9399],
  s3: [9090, 9190],
} as const satisfies Record<ServiceName, readonly [number, number]>;
/** The environment's names for the ports. */
export const portVariables = {
  'open-search': 'OPENSEARCH_PORT',
  'dynamo-db': 'DYNAMODB_PORT',
  sqs: 'SQS_PORT',
  s3: 'S3_PORT',
} as const satisfies Record<ServiceName, string>;

/** Where a service is looked for when nobody says otherwise. */
export const usualPort = (name: ServiceName): number =>
  Number(process.env[portVariables[name]] ?? ranges[name][0]);

/** Fails unless the port can be had. */
export const claimed = async (name: ServiceName, port: number): Promise<number> => {
  const [first, last] = ranges[name];
  if (!Number.isInteger(port) || port < first || port > last)
    throw new ServiceUnavailable(`${portVariables[name]} must be a port from ${first} to ${last}.`);
  if (await isFree(port)) return port;
  throw new ServiceUnavailable(`Port ${port} is in use: name another one in ${portVariables[name]}.`);
};

/** A free port; two that look at the same time hardly ever find the same. */
export const anyPort = async (name: ServiceName): Promise<number> => {
  const [first, last] = ranges[name];
  const count = last - first + 1;
  const start = Math.floor(Math.random() * count);
  for (let step = 0; step < count; step += 1) {
    const port = first + ((start + step) % count);
    if (await isFree(port)) return port;
  }
  throw new ServiceUnavailable(`No port from ${first} to ${last} is free.`);
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
