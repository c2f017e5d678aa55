import * as z from 'zod';
import { ApiKeyId, CompanyId } from '../ids.ts';
import { Instant, Line, unique } from '../values.ts';
import { scopes } from './scopes.ts';

export const Scope = z.enum(scopes);

export const NewApiKey = z.strictObject({
  name: Line.max(80, 'must have at most 80 characters'),
  scopes: unique(Scope, scopes.length).refine((list) => list.length > 0, 'must name at least one scope'),
  /** Whose applications and offers it reads; a key without one is the programme's. */
  companyId: CompanyId.optional(),
  expiresAt: Instant,
});
export type NewApiKey = z.infer<typeof NewApiKey>;

export const ApiKey = z.object({
  id: ApiKeyId,
  name: z.string(),
  scopes: z.array(Scope),
  companyId: CompanyId.optional(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().optional(),
  /** SHA-256 of the secret part; the key itself is kept nowhere. */
  hash: z.string(),
  version: z.number().int(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** How often a key was used in its last minute. */
export const KeyUse = z.object({
  keyId: ApiKeyId,
  minute: z.string(),
  count: z.number().int(),
  lastUsedAt: z.iso.datetime(),
  version: z.number().int(),
});
export type KeyUse = z.infer<typeof KeyUse>;

export const ApiKeyView = ApiKey.omit({ hash: true }).extend({
  state: z.enum(['active', 'expired', 'revoked']),
  lastUsedAt: z.string().optional(),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;
/** With the key itself, this once. */
export const MadeApiKey = ApiKeyView.extend({ key: z.string() });
