import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { access } from '../../../functions/access.ts';
import { operationNames, operations } from '../../../functions/operations.ts';

const methodOf = {
  get: HttpMethod.GET,
  post: HttpMethod.POST,
  put: HttpMethod.PUT,
  delete: HttpMethod.DELETE,
};

/** The routes that the access table opens to anyone, and the description of the API. */
export const publicRoutes: readonly { method: HttpMethod; path: string }[] = [
  { method: HttpMethod.GET, path: '/v1/openapi.json' },
  ...operationNames
    .filter((name) => access[name] === 'anyone')
    .map((name) => ({
      method: methodOf[operations[name].method],
      path: `/v1${operations[name].path}`,
    })),
];
