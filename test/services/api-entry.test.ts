import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cycles } from '../../functions/cycle/store.ts';
import type { Role } from '../../functions/identity/identity.ts';
import { type Cloud, startCloud } from '../support/cloud.ts';
import { cycleSettings } from '../support/samples.ts';
import { serviceUrl } from '../support/service.ts';

const dynamoDb = serviceUrl('dynamo-db');
const sqs = serviceUrl('sqs');

interface Asked {
  token?: string;
  body?: object;
  headers?: Record<string, string>;
}

describe.skipIf(dynamoDb === undefined || sqs === undefined)('the function behind the API gateway', () => {
  let cloud: Cloud;
  const load = async () => (await import('../../functions/api.ts')).handler;
  let handler: Awaited<ReturnType<typeof load>>;
  beforeAll(async () => {
    cloud = await startCloud({ dynamoDb: dynamoDb ?? '', sqs: sqs ?? '' });
    handler = await cloud.starting(load);
  });
  afterAll(() => cloud.stop());

  const tokenOf = async (role: Role): Promise<string> => {
    const [signing] = cloud.issuer.keys.signing;
    if (signing === undefined) throw new Error('no signing key');
    return new SignJWT({ role, email: `${role}@example.com`, name: role })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: signing.kid })
      .setSubject(`${role}-1`)
      .setIssuer(cloud.issuer.issuer)
      .setAudience(cloud.issuer.audience)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(await importJWK(signing, 'RS256'));
  };
  /** A request in the gateway's payload format 2.0. */
  const ask = async (method: string, target: string, { token, body, headers = {} }: Asked = {}) => {
    const [rawPath = '', rawQueryString = ''] = target.split('?');
    const text = body && JSON.stringify(body);
    const answer = await handler({
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers: {
        host: 'api.internships.example',
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api',
        authentication: null,
        authorizer: {},
        domainName: 'api.internships.example',
        domainPrefix: 'api',
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
        requestId: 'request',
        routeKey: '$default',
        stage: '$default',
        time: '01/Jan/2026:00:00:00 +0000',
        timeEpoch: 0,
      },
      body: text === undefined ? null : Buffer.from(text).toString('base64'),
      isBase64Encoded: text !== undefined,
    });
    return { ...answer, json: JSON.parse(answer.body) };
  };

  it('answers, from the record, without anybody signed in', async () => {
    expect(await ask('GET', '/v1/health')).toMatchObject({
      statusCode: 200,
      isBase64Encoded: false,
      json: { status: 'ok' },
    });
  });

  it('knows who asks by a token of the issuer, whose keys it finds by itself', async () => {
    const token = await tokenOf('student');
    expect((await ask('GET', '/v1/me', { token })).json).toMatchObject({ role: 'student' });
    expect(await ask('GET', '/v1/me', { token: `${token}x` })).toMatchObject({ statusCode: 401 });
    expect(await ask('GET', '/v1/me')).toMatchObject({
      statusCode: 401,
      headers: { 'content-type': 'application/problem+json' },
    });
  });

  it('writes what a request asks for, once for each key, and pages lists with sealed cursors', async () => {
    const token = await tokenOf('coordinator');
    const post = () =>
      ask('POST', '/v1/cycles', { token, body: cycleSettings(), headers: { 'idempotency-key': 'one' } });
    const [made, again] = [await post(), await post()];
    expect(made).toMatchObject({ statusCode: 201, headers: { etag: expect.any(String) } });
    expect(again.json).toEqual(made.json);
    expect(await Array.fromAsync(cycles.all(cloud.table, { index: 'gsi1', pk: 'CYCLES' }))).toHaveLength(1);
    await ask('POST', '/v1/cycles', { token, body: cycleSettings() });
    const page = (await ask('GET', '/v1/cycles?limit=1', { token })).json;
    const cursor = encodeURIComponent(page.next);
    expect((await ask('GET', `/v1/cycles?limit=1&cursor=${cursor}`, { token })).json.items).toHaveLength(1);
    expect(await ask('GET', `/v1/cycles?limit=1&cursor=x${cursor}`, { token })).toMatchObject({
      statusCode: 422,
      json: { code: 'invalid_cursor' },
    });
  });

  it('says that letters are kept nowhere, and who answers searches', async () => {
    expect(await ask('GET', '/v1/mailbox', { token: await tokenOf('student') })).toMatchObject({
      statusCode: 404,
      json: { code: 'no_mailbox' },
    });
    expect((await ask('GET', '/v1/search/state', { token: await tokenOf('coordinator') })).json).toEqual({
      engine: 'evaluator',
      answeredBy: 'engine',
    });
  });

  it('asks its reader to come back while the issuer does not answer', async () => {
    const cutOff = await cloud.starting(load, { OIDC_ISSUER: 'http://127.0.0.1:9/oidc' });
    const before = handler;
    handler = cutOff;
    const answer = await ask('GET', '/v1/me', { token: await tokenOf('student') });
    handler = before;
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  });

  it('does not start without what it needs, and names it', async () => {
    await expect(cloud.starting(load, { TABLE_NAME: '', SITE_URL: 'here' })).rejects.toThrow(
      /TABLE_NAME is missing; SITE_URL: /,
    );
  });

  it('gives no page of a list without the secret that signs where it ends, and says in the log which is missing', async () => {
    const [usual, lines] = [handler, vi.spyOn(process.stderr, 'write').mockReturnValue(true)];
    try {
      handler = await cloud.starting(load, { CURSOR_SECRET_ARN: 'arn:none' });
      expect((await ask('GET', '/v1/cycles')).statusCode).toBe(200);
      expect((await ask('GET', '/v1/cycles?cursor=abc')).json).toMatchObject({ status: 500 });
      expect(lines.mock.calls.join()).toMatch(/ResourceNotFound|not found/i);
    } finally {
      handler = usual;
      lines.mockRestore();
    }
  });
});
