import { createServer } from 'node:http';
import type { JWTPayload } from 'jose';
import { createRemoteJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addClaims } from '../../../functions/identity/cognito-claims.ts';
import { cognitoVerifier } from '../../../functions/identity/verifier.ts';
import { listenOn } from '../../../infra/local/listen.ts';

const issuer = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Ab12cD34E';
const clientId = '4k2m6t0v8web';
const now = Math.floor(Date.now() / 1000);

/** An access token's claims as Cognito documents them, with those that `addClaims` puts in. */
const good = {
  iss: issuer,
  sub: '0e6f1b52-3c5d-4d0e-9b6a-2f5d7c1a9e44',
  client_id: clientId,
  token_use: 'access',
  scope: 'openid profile email',
  'cognito:groups': ['companies'],
  auth_time: now,
  iat: now,
  exp: now + 900,
  jti: '9f0c1f3e-66f5-4a8b-8d59-0a5b7c3d1e20',
  username: '0e6f1b52-3c5d-4d0e-9b6a-2f5d7c1a9e44',
  version: 2,
  role: 'company',
  email: 'hr@example.org',
  name: '王敏',
};

/** A key of the pool; the pool publishes those that are current, and may change them. */
const newKey = async (kid: string) => {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const published = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig', kid };
  // Cognito's headers name key and algorithm, and no type.
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  return { published, sign, privateKey };
};
const first = await newKey('first');
let published = [first.published];
const server = createServer((_, response) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: published })),
);
const port = await listenOn(server, 0);
const jwks = createRemoteJWKSet(new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`), {
  cooldownDuration: 0,
});
const verifier = cognitoVerifier({ issuer, clientId, jwks });
const verify = (token: string) => verifier.verify(token);
afterAll(() => void server.close());

describe('a token of a Cognito user pool', () => {
  test('says who bears it', async () => {
    expect(await verify(await first.sign(good))).toEqual({
      subject: good.sub,
      role: 'company',
      email: 'hr@example.org',
      name: '王敏',
    });
  });

  const wrong: [string, JWTPayload][] = [
    ['of another pool', { iss: `${issuer}x` }],
    ['of another client', { client_id: 'other' }],
    ['of no client', { client_id: undefined }],
    ['that names the client as audience only, as ID tokens do', { client_id: undefined, aud: clientId }],
    ['that is an ID token', { token_use: 'id', aud: clientId }],
    ['that does not say what for', { token_use: undefined }],
    ['that expired', { exp: now - 120 }],
    ['without an end', { exp: undefined }],
    ['without a role, as of a pool whose claims are not set', { role: undefined }],
    ['with a group in place of a role', { role: 'companies' }],
  ];
  test.for(wrong)('is refused %s', async ([, change]) => {
    expect(await verify(await first.sign({ ...good, ...change }))).toBeUndefined();
  });

  test('is refused when it is signed with another algorithm, with a secret, or not at all', async () => {
    const pss = new SignJWT(good).setProtectedHeader({ alg: 'PS256', kid: 'first' });
    expect(await verify(await pss.sign((await generateKeyPair('PS256')).privateKey))).toBeUndefined();
    const secret = new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'first' });
    expect(await verify(await secret.sign(new TextEncoder().encode('x'.repeat(32))))).toBeUndefined();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await verify(`${part({ alg: 'none' })}.${part(good)}.`)).toBeUndefined();
  });

  test('is taken when its key is new, and refused when its key was withdrawn', async () => {
    const second = await newKey('second');
    expect(await verify(await second.sign(good))).toBeUndefined();
    published = [first.published, second.published];
    expect(await verify(await second.sign(good))).toBeDefined();
    published = [second.published];
    await jwks.reload();
    expect(await verify(await first.sign(good))).toBeUndefined();
    expect(await verify(await second.sign(good))).toBeDefined();
  });
});

describe('claims that are put into a token', () => {
  const asked = (groups: string[] | null, name?: string) => ({
    version: '2',
    triggerSource: 'TokenGeneration_HostedAuth',
    region: 'eu-central-1',
    userPoolId: 'eu-central-1_Ab12cD34E',
    userName: good.sub,
    callerContext: { awsSdkVersion: 'x', clientId },
    request: {
      userAttributes: { sub: good.sub, email: 'lin@example.org', ...(name !== undefined && { name }) },
      groupConfiguration: { groupsToOverride: groups, iamRolesToOverride: [], preferredRole: null },
      scopes: ['openid'],
    },
    response: { claimsAndScopeOverrideDetails: null },
  });
  const Answer = z.object({
    response: z.object({
      claimsAndScopeOverrideDetails: z.object({
        accessTokenGeneration: z.object({ claimsToAddOrOverride: z.record(z.string(), z.string()) }),
      }),
    }),
  });
  const claimsFor = async (event: object, secondFactor = true) => {
    const answer = Answer.parse(await addClaims(async () => secondFactor)(event));
    return answer.response.claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;
  };

  test('make whoever signed up a student', async () => {
    const claims = { role: 'student', email: 'lin@example.org', name: '林晓' };
    expect(await claimsFor(asked([], '林晓'))).toEqual(claims);
    expect(await claimsFor(asked(null, '林晓'))).toEqual(claims);
    expect(await claimsFor(asked(['somebody-elses-group'], '林晓'))).toEqual(claims);
  });

  test('take the role from the group, the wider one of two', async () => {
    expect(await claimsFor(asked(['companies']))).toMatchObject({ role: 'company', name: 'lin' });
    expect(await claimsFor(asked(['companies', 'coordinators']))).toMatchObject({ role: 'coordinator' });
  });

  test('are refused to a coordinator without a second factor, in words', async () => {
    await expect(claimsFor(asked(['coordinators']), false)).rejects.toThrow('second factor');
    expect(await claimsFor(asked(['companies']), false)).toMatchObject({ role: 'company' });
  });
});
