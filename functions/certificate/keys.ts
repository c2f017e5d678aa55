import * as z from 'zod';
import { entity } from '../table/entity.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Table } from '../table/table.ts';
import { CertificateKey } from './schema.ts';

const KnownKey = CertificateKey.extend({ firstUsedAt: z.iso.datetime(), version: z.number().int() });

const knownKeys = entity({
  schema: KnownKey,
  key: ({ kid }) => ({ pk: 'CERTIFICATE_KEYS', sk: `KEY#${kid}` }),
});

/** Every key that ever signed a certificate, whichever one does now: what an old key signed stays valid. */
export const publishedKeys = async (table: Table): Promise<CertificateKey[]> => {
  const all = await Array.fromAsync(knownKeys.all(table, { pk: 'CERTIFICATE_KEYS' }));
  return all
    .toSorted((a, b) => (a.firstUsedAt < b.firstUsedAt ? -1 : 1))
    .map((key) => CertificateKey.parse(key));
};

/** Publishes a key before it signs for the first time. */
export const publishKey = async (table: Table, key: CertificateKey, now: string): Promise<void> => {
  const by = { by: 'system:certify', action: 'certificate_key.published', at: now };
  await writeIndependent(table, [knownKeys.create({ ...key, firstUsedAt: now }, by)]);
};
