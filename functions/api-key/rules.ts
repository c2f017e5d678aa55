import { instantAfter } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { OperationName } from '../operations.ts';
import type { ApiKey, ApiKeyView, KeyUse, NewApiKey } from './schema.ts';
import { scopesFor } from './operations-of-scope.ts';
import { type Scope, scopesOfCompany, scopesOfProgramme } from './scopes.ts';

export const isApiKey = (token: string): boolean => token.startsWith('key_');

/** The parts of `key_ID_SECRET`; undefined when it is none. The first part is what a key is recognised by. */
export const partsOf = (token: string): { id: string; secret: string } | undefined => {
  const [, id, secret] = /^(key_[a-z0-9]{20})_([a-z0-9]{40})$/.exec(token) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : undefined;
};

/** Whether one of the scopes names the operation. */
export const mayCall = (scopes: readonly Scope[], name: OperationName): boolean =>
  scopesFor(name).some((scope) => scopes.includes(scope));

export const stateOf = (key: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: string): ApiKeyView['state'] => {
  if (key.revokedAt !== undefined) return 'revoked';
  return key.expiresAt <= now ? 'expired' : 'active';
};

const longestMs = 366 * 24 * 60 * 60 * 1000;

const wrong = (pointer: string, reason: string): DomainError =>
  new DomainError(
    'invalid',
    'invalid_input',
    'This key cannot be made like this. Correct the fields that are named.',
    {
      fields: [{ pointer, reason }],
    },
  );

/** A key ends within a year, and reads either one company's things or the programme's. */
export const requireSensible = (asked: NewApiKey, now: string): void => {
  if (asked.expiresAt <= now) throw wrong('/expiresAt', 'must be in the future');
  if (asked.expiresAt > instantAfter(now, longestMs)) throw wrong('/expiresAt', 'must be within a year');
  const has = (some: readonly Scope[]): boolean => asked.scopes.some((scope) => some.includes(scope));
  if (asked.companyId === undefined && has(scopesOfCompany))
    throw wrong('/companyId', 'is needed for what belongs to a company');
  if (asked.companyId !== undefined && has(scopesOfProgramme))
    throw wrong('/scopes', "must not hold the programme's figures in a company's key");
};

export const mostInAMinute = 120;

/** The use after one more, or a refusal when the minute is full. */
export const usedOnceMore = (
  use: KeyUse | undefined,
  keyId: KeyUse['keyId'],
  now: string,
): Omit<KeyUse, 'version'> => {
  const minute = now.slice(0, 16);
  const count = use?.minute === minute ? use.count : 0;
  if (count >= mostInAMinute) throw tooOften();
  return { keyId, minute, count: count + 1, lastUsedAt: now };
};

export const tooOften = (): DomainError =>
  new DomainError(
    'throttled',
    'throttled',
    `A key may be used ${mostInAMinute} times a minute. Wait a minute, then continue.`,
    { facts: { most: mostInAMinute } },
  );
