import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

const SigningKey = z.object({
  kty: z.literal('RSA'),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/** What the embedded issuer signs tokens and cookies with. */
export const IssuerKeys = z.object({
  signing: z.array(SigningKey).min(1),
  cookies: z.array(z.string()).min(1),
});
export type IssuerKeys = z.infer<typeof IssuerKeys>;

/** The half of the signing keys that anyone may see. */
export const publicJwks = ({ signing }: IssuerKeys) => ({
  keys: signing.map(({ kty, alg, use, kid, n, e }) => ({ kty, alg, use, kid, n, e })),
});

export async function newIssuerKeys(): Promise<IssuerKeys> {
  // RS256: what every issuer, authorizer and library verifies.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return IssuerKeys.parse({
    signing: [{ ...jwk, alg: 'RS256', use: 'sig', kid }],
    cookies: [randomBytes(32).toString('base64url')],
  });
}

const readKeys = async (file: string): Promise<IssuerKeys | undefined> => {
  try {
    return IssuerKeys.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The keys kept in `file` (mode 0600), made on first use, so that tokens and sessions outlive a restart. */
export async function keysIn(file: string): Promise<IssuerKeys> {
  const kept = await readKeys(file);
  if (kept !== undefined) return kept;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(await newIssuerKeys()));
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    // A link fails where the name is taken: of two processes that start at once, one pair of keys wins.
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  return keysIn(file);
}
