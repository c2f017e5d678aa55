import type { JWTPayload } from 'jose';
import { createRemoteJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { oidcVerifier } from '../../../functions/identity/verifier.ts';

const issuer = 'https://issuer.example';
const audience = 'https://api.example/v1';
const now = Math.floor(Date.now() / 1000);
const good = {
  iss: issuer,
  aud: audience,
  sub: 'a7Xq',
  iat: now,
  exp: now + 600,
  role: 'student',
  email: 'lin@example.org',
  name: '林晓',
};

const { privateKey, publicKey } = await generateKeyPair('ES256');
const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' }] };
const sign = (payload: JWTPayload, typ: string | undefined = 'at+jwt') =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES256', ...(typ && { typ }) }).sign(privateKey);
const verifier = oidcVerifier({ issuer, audience, jwks });

test('maps the claims to an identity', async () => {
  const identity = { subject: 'a7Xq', role: 'student', email: 'lin@example.org', name: '林晓' };
  expect(await verifier.verify(await sign(good))).toEqual(identity);
  expect(await verifier.verify(await sign({ ...good, aud: ['other', audience] }))).toEqual(identity);
});

test.for<[unknown, boolean]>([
  [undefined, false],
  [true, false],
  ['true', false],
  [false, true],
  ['false', true],
  [null, true],
])('an address that was verified: %s', async ([said, unverified]) => {
  const identity = await verifier.verify(await sign({ ...good, email_verified: said }));
  expect(identity?.emailUnverified === true).toBe(unverified);
});

const wrong: [string, JWTPayload][] = [
  ['that expired', { exp: now - 120 }],
  ['without an end', { exp: undefined }],
  ['for another audience', { aud: 'https://elsewhere.example/v1' }],
  ['without an audience', { aud: undefined }],
  ['of another issuer', { iss: 'https://elsewhere.example' }],
  ['that is not valid yet', { nbf: now + 3600 }],
  ['with a role that does not exist', { role: 'root' }],
  ['with two roles', { role: ['student', 'coordinator'] }],
  ['without a role', { role: undefined }],
  ['without a subject', { sub: undefined }],
  ['with something that is no e-mail address', { email: 'lin' }],
];
test.for(wrong)('refuses a token %s', async ([, change]) => {
  expect(await verifier.verify(await sign({ ...good, ...change }))).toBeUndefined();
});

test('takes access tokens only, or what the issuer is known to call them', async () => {
  expect(await verifier.verify(await sign(good, 'application/at+jwt'))).toBeDefined();
  expect(await verifier.verify(await sign(good, 'JWT'))).toBeUndefined();
  expect(await verifier.verify(await sign(good, ''))).toBeUndefined();
  const plain = oidcVerifier({ issuer, audience, jwks, typ: 'JWT' });
  expect(await plain.verify(await sign(good, 'JWT'))).toBeDefined();
});

test('finds claims under the names that an issuer gives them', async () => {
  const role = 'https://internships.example/role';
  const named = oidcVerifier({ issuer, audience, jwks, claims: { role } });
  expect(await named.verify(await sign({ ...good, role: 'coordinator', [role]: 'company' }))).toMatchObject({
    role: 'company',
  });
});

test('keys that cannot be fetched are an outage, not a bad token', async () => {
  const remote = createRemoteJWKSet(new URL('http://localhost:1/jwks'));
  const unreachable = oidcVerifier({ issuer, audience, jwks: remote });
  await expect(unreachable.verify(await sign(good))).rejects.toThrow('fetch failed');
});
