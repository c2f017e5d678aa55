import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { Unavailable } from '../errors.ts';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const withinMs = 5_000;

/** These say that the keys are there, and none of them is the one asked for. */
const isAnswer = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

const discover = async (issuer: string): Promise<JWTVerifyGetKey> => {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(withinMs) });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  const found = Discovery.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`${address} is of another issuer: ${found.issuer}`);
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: withinMs });
};

/**
 * The keys of an issuer, found when the first token comes and again when an unknown one does, so that rotated keys need
 * no restart. Throws `Unavailable` while they cannot be had.
 */
export const keysOfIssuer = (issuer: string): JWTVerifyGetKey => {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    found ??= discover(issuer);
    try {
      return await (
        await found
      )(header, token);
    } catch (error) {
      if (isAnswer(error)) throw error;
      found = undefined;
      throw new Unavailable('The keys of the sign-in cannot be had now.', { cause: error });
    }
  };
};
