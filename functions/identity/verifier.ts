import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Identity, IdentityVerifier } from './identity.ts';

const BearerIdentity = z.object({
  subject: z.string().min(1).max(255),
  role: z.enum(['student', 'company', 'coordinator']),
  email: z.email().max(254),
  name: z.string().min(1).max(200),
});

/** Where an issuer keeps what it says of a bearer; some allow own claims only under a URL as name. */
export interface ClaimNames {
  subject: string;
  role: string;
  email: string;
  name: string;
}

const standardClaims: ClaimNames = { subject: 'sub', role: 'role', email: 'email', name: 'name' };

export interface OidcVerifierOptions {
  /** Must equal the token's `iss`. */
  issuer: string;
  /** Must be among the token's `aud`. */
  audience: string;
  /** The issuer's public keys, or a function that finds them (`createRemoteJWKSet` of jose). */
  jwks: JSONWebKeySet | JWTVerifyGetKey;
  /** Header `typ`: RFC 9068 says `at+jwt`; some issuers say `JWT`. */
  typ?: 'at+jwt' | 'JWT';
  claims?: Partial<ClaimNames>;
}

/** Asymmetric algorithms only: a public key is never a shared secret. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
  'Ed25519',
];

/** These say that the keys could not be had; nothing is known of the token. */
const isOutage = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error.code === errors.JWKSTimeout.code ||
  error.code === errors.JOSEError.code;

/**
 * Verifies access tokens of any OpenID Connect issuer: signature, issuer, audience, time, type, then the claims.
 * A token that fails is `undefined`; keys that cannot be fetched throw, since that is no fault of the bearer.
 */
export function oidcVerifier(options: OidcVerifierOptions): IdentityVerifier {
  const { issuer, audience, jwks, typ = 'at+jwt' } = options;
  const names = { ...standardClaims, ...options.claims };
  const findKey = typeof jwks === 'function' ? jwks : createLocalJWKSet(jwks);

  const identityOf = (payload: JWTPayload): Identity | undefined =>
    BearerIdentity.safeParse({
      subject: payload[names.subject],
      role: payload[names.role],
      email: payload[names.email],
      name: payload[names.name],
    }).data;

  return {
    verify: async (accessToken) => {
      try {
        const { payload } = await jwtVerify(accessToken, findKey, {
          issuer,
          audience,
          typ,
          algorithms,
          requiredClaims: ['sub', 'iat', 'exp'],
        });
        return identityOf(payload);
      } catch (error) {
        if (isOutage(error)) throw error;
        return undefined;
      }
    },
  };
}
