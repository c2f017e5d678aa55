import type { KeyActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { takeTurns } from '../table/take-turns.ts';
import { partsOf, stateOf, tooOften, usedOnceMore } from './rules.ts';
import type { ApiKey } from './schema.ts';
import { isSecretOf } from './secret.ts';
import { findApiKey, findUse, keyUses } from './store.ts';

const refused = (code: string, sentence: string): DomainError =>
  new DomainError('unauthenticated', code, sentence);

/** Counts one more use; one that never gets its turn is one too many. */
const count = ({ table }: Deps, key: ApiKey, now: string): Promise<void> =>
  takeTurns(async () => {
    const before = await findUse(table, key.id);
    const use = usedOnceMore(before, key.id, now);
    const by = { by: `key:${key.id}`, action: 'api_key.use', at: now };
    await table.write([
      before ? keyUses.update({ ...use, version: before.version }, by) : keyUses.create(use, by),
    ]);
  }, tooOften);

/** Who comes with a key. One that is unknown and one with a wrong secret are told apart by nobody. */
export const keyActor = async (deps: Deps, token: string): Promise<KeyActor> => {
  const now = deps.clock.now();
  const parts = partsOf(token);
  const key = parts && (await findApiKey(deps.table, parts.id));
  if (parts === undefined || key === undefined || !isSecretOf(key.hash, parts.secret))
    throw refused('key_unknown', 'There is no such key. Check that you copied all of it.');
  const state = stateOf(key, now);
  if (state === 'revoked')
    throw refused('key_revoked', 'This key was revoked. Ask a coordinator for a new one.');
  if (state === 'expired')
    throw refused('key_expired', 'This key has expired. Ask a coordinator for a new one.');
  await count(deps, key, now);
  const { id: keyId, scopes, companyId } = key;
  return { kind: 'key', keyId, scopes, ...(companyId !== undefined && { companyId }) };
};
