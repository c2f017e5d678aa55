import type { JWTPayload } from 'jose';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Identity, IdentityVerifier } from '../../functions/identity/identity.ts';

/** A running issuer, someone who can sign in there, and a verifier of what it signs. */
export interface RunningIdentity {
  verifier: IdentityVerifier;
  /** Signs in for real. */
  accessToken(): Promise<string>;
  /** What that token says. */
  expected: Omit<Identity, 'subject'>;
  /** A token of the same issuer for somewhere else: an ID token. */
  idToken(): Promise<string>;
  close(): Promise<void>;
}

/** What every identity provider with its verifier must do. */
export function identityContract(name: string, makeAdapter: () => Promise<RunningIdentity>): void {
  describe(`identity contract: ${name}`, () => {
    let running: RunningIdentity;
    let token: string;
    let claims: JWTPayload;
    beforeAll(async () => {
      running = await makeAdapter();
      token = await running.accessToken();
      claims = decodeJwt(token);
    });
    afterAll(() => running.close());

    const verdict = (accessToken: string) => running.verifier.verify(accessToken);

    test('a token from a real sign-in says who bears it, by an opaque subject that stays', async () => {
      const identity = await verdict(token);
      expect(identity).toMatchObject(running.expected);
      expect(identity?.subject).toBe(claims.sub);
      expect(identity?.subject).not.toContain('@');
      expect((await verdict(await running.accessToken()))?.subject).toBe(identity?.subject);
    });

    test('refuses what is no token, a changed token, and one without its signature', async () => {
      const [header = '', payload = '', signature = ''] = token.split('.');
      const raised = Buffer.from(JSON.stringify({ ...claims, role: 'coordinator', extra: 1 })).toString(
        'base64url',
      );
      const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
      for (const bad of [
        '',
        'x',
        'a.b.c',
        `${header}.${raised}.${signature}`,
        `${header}.${payload}.`,
        `${none}.${payload}.`,
      ]) {
        expect([bad, await verdict(bad)]).toEqual([bad, undefined]);
      }
    });

    test('refuses an ID token in place of an access token', async () => {
      expect(await verdict(await running.idToken())).toBeUndefined();
    });

    test('refuses a token signed with a secret, or with another key of the same name', async () => {
      const kid = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;
      const { privateKey } = await crypto.subtle.generateKey(
        {
          name: 'RSASSA-PKCS1-v1_5',
          modulusLength: 2048,
          publicExponent: new Uint8Array([1, 0, 1]),
          hash: 'SHA-256',
        },
        false,
        ['sign', 'verify'],
      );
      const jwt = (alg: string) => new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt' });
      expect(await verdict(await jwt('RS256').sign(privateKey))).toBeUndefined();
      expect(
        await verdict(await jwt('HS256').sign(new TextEncoder().encode('x'.repeat(32)))),
      ).toBeUndefined();
    });
  });
}
