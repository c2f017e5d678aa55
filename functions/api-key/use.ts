import { setTimeout } from 'node:timers/promises';
import type { KeyActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { WriteConflict } from '../table/table.ts';
import { partsOf, stateOf, tooOften, usedOnceMore } from './rules.ts';
import type { ApiKey } from './schema.ts';
import { isSecretOf } from './secret.ts';
import { findApiKey, findUse, keyUses } from './store.ts';

const refused = (code: string, sentence: string): DomainError =>
  new DomainError('unauthenticated', code, sentence);

const attempts = 40;
const pauseMs = 15;

/** Counts one more use. Uses at the same moment take turns; one that never gets its turn is one too many. */
const count = async ({ table }: Deps, key: ApiKey, now: string): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await findUse(table, key.id);
    const use = usedOnceMore(before, key.id, now);
    const by = { by: `key:${key.id}`, action: 'api_key.use', at: now };
    try {
      return await table.write([
        before ? keyUses.update({ ...use, version: before.version }, by) : keyUses.create(use, by),
      ]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      // Those who wait take turns in no fixed order.
      await setTimeout(pauseMs * Math.random());
    }
  }
  throw tooOften();
};

/** Who comes with a key. One that is unknown and one with a wrong secret are told apart by nobody. */
export const keyActor = async (deps: Deps, token: string): Promise<KeyActor> => {
  const now = deps.clock.now();
  const parts = partsOf(token);
  const key = parts && (await findApiKey(deps.table, parts.id));
  if (parts === undefined || key === undefined || !isSecretOf(key.hash, parts.secret))
    throw refused('key_unknown', 'There is no such key. Check that it was copied whole.');
  const state = stateOf(key, now);
  if (state === 'revoked')
    throw refused('key_revoked', 'This key was revoked. Ask a coordinator for a new one.');
  if (state === 'expired')
    throw refused('key_expired', 'This key has expired. Ask a coordinator for a new one.');
  await count(deps, key, now);
  const { id: keyId, scopes, companyId } = key;
  return { kind: 'key', keyId, scopes, ...(companyId !== undefined && { companyId }) };
};
