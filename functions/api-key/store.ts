import { notFound } from '../errors.ts';
import type { ApiKeyId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { ApiKey, KeyUse } from './schema.ts';

const apiKeyKey = (id: string): Key => ({ pk: `API_KEY#${id}`, sk: 'API_KEY' });
const everyKey = { index: 'gsi1', pk: 'API_KEYS' } as const;
export const apiKeys = entity({
  schema: ApiKey,
  key: (key) => apiKeyKey(key.id),
  index: (key) => ({ gsi1: { pk: everyKey.pk, sk: `${key.createdAt}#${key.id}` } }),
});

export const findApiKey = (table: Table, id: string): Promise<ApiKey | undefined> =>
  apiKeys.get(table, apiKeyKey(id));

export const getApiKey = async (table: Table, id: ApiKeyId): Promise<ApiKey> => {
  const key = await findApiKey(table, id);
  if (key === undefined) throw notFound('key');
  return key;
};

/** All keys, the newest first. */
export const listApiKeys = (table: Table, page: { limit: number; cursor?: string | undefined }) =>
  apiKeys.list(table, { ...everyKey, descending: true, ...page });

/** Beside the key, so that using one is no change of it. */
const useKey = (id: string): Key => ({ pk: `API_KEY#${id}`, sk: 'USE' });
export const keyUses = entity({ schema: KeyUse, key: (use) => useKey(use.keyId) });
export const findUse = (table: Table, id: string): Promise<KeyUse | undefined> =>
  keyUses.get(table, useKey(id));
