import type { Assembly } from '../../infra/local/lambda/assembly.ts';
import type { PackagedFunction } from '../../infra/local/lambda/runtime.ts';

const nowhere = 'http://127.0.0.1:9';
/** The name of the one secret that there is. */
export const loneSecret = 'none';

/** What functions are told of a deployment that has nothing but them. */
const variables = {
  TABLE_NAME: 'none',
  DOCUMENT_BUCKET: 'none',
  JOB_QUEUE_URL: `${nowhere}/queue`,
  DELIVERY_QUEUE_URL: `${nowhere}/deliveries`,
  SEARCH_ENDPOINT: nowhere,
  SITE_URL: nowhere,
  SITE_CONFIG: JSON.stringify({ issuer: nowhere, clientId: 'web' }),
  OTHER_ORIGINS: nowhere,
  CURSOR_SECRET_ARN: loneSecret,
  CERTIFICATE_SECRET_ARN: loneSecret,
};

/** A packaged function by itself: of what it needs there are the services at `endpoints` alone, the SDK's variables. */
export const loneFunction = (
  assembly: Assembly,
  path: string,
  endpoints: Readonly<Record<string, string>>,
): PackagedFunction => {
  const found = assembly.functionAt(path, variables);
  return { ...found, environment: { ...found.environment, ...endpoints } };
};
