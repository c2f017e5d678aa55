import type { Handlers } from '../call.ts';
import { getCompany } from '../company/store.ts';
import { DomainError } from '../errors.ts';
import { ApiKeyId } from '../ids.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Table } from '../table/table.ts';
import type { apiKeyOperations } from './api.ts';
import { requireSensible, stateOf } from './rules.ts';
import type { ApiKey, ApiKeyView } from './schema.ts';
import { hashOf } from './secret.ts';
import { apiKeys, findUse, getApiKey, listApiKeys } from './store.ts';

const view = async (table: Table, key: ApiKey, now: string): Promise<ApiKeyView> => {
  const use = await findUse(table, key.id);
  return { ...key, state: stateOf(key, now), ...(use && { lastUsedAt: use.lastUsedAt }) };
};

export const apiKeyHandlers: Handlers<keyof typeof apiKeyOperations> = {
  listApiKeys: async ({ query: { limit, cursor }, deps, now }) => {
    const page = await listApiKeys(deps.table, { limit, cursor });
    return { ...page, items: await Promise.all(page.items.map((key) => view(deps.table, key, now))) };
  },

  createApiKey: async ({ actor, body, deps, now }) => {
    requireSensible(body, now);
    if (body.companyId !== undefined) await getCompany(deps.table, body.companyId);
    const id = ApiKeyId.parse(`key_${deps.newId()}`);
    const secret = deps.newId() + deps.newId();
    const made = { ...body, id, createdAt: now, hash: hashOf(secret) };
    await commit(deps.table, [apiKeys.create(made, stamp(actor, 'api_key.create', now))]);
    return { ...(await view(deps.table, await getApiKey(deps.table, id), now)), key: `${id}_${secret}` };
  },

  revokeApiKey: async ({ actor, params, version, deps, now }) => {
    const key = await getApiKey(deps.table, params.keyId);
    requireVersion(key, version, 'key');
    if (key.revokedAt !== undefined)
      throw new DomainError('conflict', 'key_is_revoked', 'This key has already been revoked.');
    const by = stamp(actor, 'api_key.revoke', now);
    await commit(deps.table, [apiKeys.update({ ...key, revokedAt: now }, by)]);
    return view(deps.table, await getApiKey(deps.table, key.id), now);
  },
};
