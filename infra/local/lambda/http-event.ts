import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';

const textual = /^(text\/|application\/(json|problem\+json|javascript|xml))/;

/** A request as API Gateway's HTTP API hands it to a function: payload format 2.0. */
export const eventOf = async (
  request: IncomingMessage,
  route: { key: string; claims?: Readonly<Record<string, unknown>> },
) => {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://gateway');
  const body = await buffer(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const { cookie, ...others } = headers;
  const names = [...new Set(searchParams.keys())];
  const isText = textual.test(headers['content-type'] ?? 'text/');
  const [method = 'GET', now] = [request.method, new Date()];
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: decodeURIComponent(pathname),
    rawQueryString: search.slice(1),
    headers: others,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(names.length > 0 && {
      queryStringParameters: Object.fromEntries(
        names.map((name) => [name, searchParams.getAll(name).join(',')]),
      ),
    }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(route.claims && { authorizer: { jwt: { claims: route.claims, scopes: null } } }),
    },
    ...(body.length > 0 && { body: isText ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
};

const Result = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.string()).optional(),
  cookies: z.array(z.string()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** Answers with what a function returned in that format. */
export const answerWith = (response: ServerResponse, result: unknown): void => {
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = Result.parse(result);
  response
    .writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) })
    .end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
};
