import * as z from 'zod';
import { ApiKeyId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf, PageQuery } from '../values.ts';
import { ApiKeyView, MadeApiKey, NewApiKey } from './schema.ts';

export const apiKeyOperations = operations({
  listApiKeys: {
    method: 'get',
    path: '/api-keys',
    summary: "Partners' keys, newest first, each with when it was last used",
    query: PageQuery,
    response: pageOf(ApiKeyView),
  },
  createApiKey: {
    method: 'post',
    path: '/api-keys',
    summary: 'Make a key for a partner; the key is shown only once',
    body: NewApiKey,
    response: MadeApiKey,
    status: 201,
    shownOnce: true,
  },
  revokeApiKey: {
    method: 'post',
    path: '/api-keys/{keyId}/revocation',
    summary: 'End a key at once',
    params: z.object({ keyId: ApiKeyId }),
    response: ApiKeyView,
    ifMatch: true,
  },
});
