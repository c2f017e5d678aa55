import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { printPath } from '../../cloud/constructs/routes.ts';
import type { Assembly } from './assembly.ts';
import { answerWith, eventOf } from './http-event.ts';
import { FunctionFailed, type RunningFunction } from './runtime.ts';

/** What the gateway of the cloud takes at most. */
const maxBody = 10 * 1024 * 1024;

const message = (response: ServerResponse, status: number, text: string): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ message: text }));

/** Routes as API Gateway's HTTP API chooses them: a path without a greedy part before one with it, a method before ANY. */
const chooser = (routes: Assembly['routes']) => {
  const known = routes
    .map(({ key, asksForToken }) => {
      const [method = '', path = ''] = key.split(' ');
      const pattern = path.replaceAll(/\{\w+\+\}/g, '.+').replaceAll(/\{\w+\}/g, '[^/]+');
      return {
        key,
        asksForToken,
        method,
        isGreedy: path.includes('+}'),
        pattern: new RegExp(`^${pattern}$`),
      };
    })
    .toSorted((one, other) => Number(one.isGreedy) - Number(other.isGreedy));
  return (method: string, path: string) =>
    known.find((route) => (route.method === method || route.method === 'ANY') && route.pattern.test(path));
};

const functionBehind = (route: string): 'answers' | 'print' | 'pages' => {
  if (route === `GET ${printPath}`) return 'print';
  return route.includes(' /v1/') ? 'answers' : 'pages';
};

/** API Gateway's HTTP API on this machine: the deployment's routes, a check of tokens, and the functions behind. */
export const gatewayTo = (
  functions: Readonly<Record<'answers' | 'print' | 'pages', RunningFunction>>,
  options: { routes: Assembly['routes']; issuer: string; audience: string; jwks: string },
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const { issuer, audience } = options;
  const routeOf = chooser(options.routes);
  const keys = createRemoteJWKSet(new URL(options.jwks));

  const claimsOf = async (authorization = '') => {
    try {
      const token = authorization.replace(/^Bearer /i, '');
      return (await jwtVerify(token, keys, { issuer, audience })).payload;
    } catch {
      return undefined;
    }
  };

  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    const route = routeOf(request.method ?? 'GET', pathname);
    if (route === undefined) return message(response, 404, 'Not Found');
    const claims = route.asksForToken ? await claimsOf(request.headers.authorization) : undefined;
    if (route.asksForToken && claims === undefined) return message(response, 401, 'Unauthorized');
    if (Number(request.headers['content-length'] ?? 0) > maxBody)
      return message(response, 413, 'Request Too Long');
    const behind = functions[functionBehind(route.key)];
    try {
      answerWith(
        response,
        await behind.invoke(await eventOf(request, { key: route.key, ...(claims && { claims }) })),
      );
    } catch (error) {
      if (!(error instanceof FunctionFailed)) throw error;
      message(response, 500, 'Internal Server Error');
    }
  };
};
