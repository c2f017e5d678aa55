import type { JSONWebKeySet, JWTPayload, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Identity, IdentityVerifier } from './identity.ts';

const BearerIdentity = z.object({
  subject: z.string().min(1).max(255),
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
  email: z.email().max(254),
  name: z.string().min(1).max(200),
});

/** Where an issuer keeps what it says of a bearer; some allow own claims only under a URL as name. */
export interface ClaimNames {
  subject: string;
  role: string;
  email: string;
  /** Whether the issuer has verified the address. */
  verified: string;
  name: string;
}

const standardClaims: ClaimNames = {
  subject: 'sub',
  role: 'role',
  email: 'email',
  verified: 'email_verified',
  name: 'name',
};

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

/** A verifier by the check of one kind of token; a check that fails throws an error of jose. */
const verifierBy = (
  check: (accessToken: string) => Promise<JWTPayload | undefined>,
  claims: Partial<ClaimNames> = {},
): IdentityVerifier => {
  const names = { ...standardClaims, ...claims };
  const identityOf = (payload: JWTPayload): Identity | undefined => {
    const read = BearerIdentity.safeParse({
      subject: payload[names.subject],
      role: payload[names.role],
      email: payload[names.email],
      name: payload[names.name],
    }).data;
    if (read === undefined) return undefined;
    const verified = payload[names.verified];
    // Some issuers write it as a word, and some say nothing; whatever else it says is no yes.
    const isVerified = verified === undefined || verified === true || verified === 'true';
    return { ...read, ...(!isVerified && { emailUnverified: true }) };
  };
  return {
    verify: async (accessToken) => {
      try {
        const payload = await check(accessToken);
        return payload && identityOf(payload);
      } catch (error) {
        if (isOutage(error)) throw error;
        return undefined;
      }
    },
  };
};

const keysOf = (jwks: OidcVerifierOptions['jwks']): JWTVerifyGetKey =>
  typeof jwks === 'function' ? jwks : createLocalJWKSet(jwks);

const requiredClaims = ['sub', 'iat', 'exp'];

/**
 * Verifies access tokens of any OpenID Connect issuer: signature, issuer, audience, time, type, then the claims.
 * A token that fails is `undefined`; keys that cannot be fetched throw, since that is no fault of the bearer.
 */
export function oidcVerifier(options: OidcVerifierOptions): IdentityVerifier {
  const { issuer, audience, jwks, typ = 'at+jwt', claims } = options;
  const keys = keysOf(jwks);
  const rules = { issuer, audience, typ, algorithms, requiredClaims };
  return verifierBy(async (token) => (await jwtVerify(token, keys, rules)).payload, claims);
}

/**
 * Verifies access tokens of a Cognito user pool, which name the client they were made for instead of an audience, and
 * their use instead of a type. The claims of a role and a person are put into them by `cognito-claims.ts`.
 */
export function cognitoVerifier(options: {
  issuer: string;
  clientId: string;
  jwks: OidcVerifierOptions['jwks'];
}): IdentityVerifier {
  const { issuer, clientId, jwks } = options;
  const keys = keysOf(jwks);
  const rules = { issuer, algorithms: ['RS256'], requiredClaims };
  return verifierBy(async (token) => {
    const { payload } = await jwtVerify(token, keys, rules);
    return payload.token_use === 'access' && payload.client_id === clientId ? payload : undefined;
  });
}
