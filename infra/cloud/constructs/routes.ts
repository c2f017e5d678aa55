import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { access } from '../../../functions/access.ts';
import { scopesFor } from '../../../functions/api-key/operations-of-scope.ts';
import { operationNames, operations } from '../../../functions/operations.ts';

const methodOf = {
  get: HttpMethod.GET,
  post: HttpMethod.POST,
  put: HttpMethod.PUT,
  delete: HttpMethod.DELETE,
};

/**
 * The routes that the gateway asks for no token: those that the access table opens to anyone, the description of the
 * API, and what a partner's key may call. A key is no JWT, so that the function alone can tell what it is worth; it does
 * so for every token that it is given.
 */
export const publicRoutes: readonly { method: HttpMethod; path: string }[] = [
  { method: HttpMethod.GET, path: '/v1/openapi.json' },
  ...operationNames
    .filter((name) => access[name] === 'anyone' || scopesFor(name).length > 0)
    .map((name) => ({
      method: methodOf[operations[name].method],
      path: `/v1${operations[name].path}`,
    })),
];

/** Where a certificate is got for print. */
export const printPath = `/v1${operations.getCertificatePdf.path}`;
