import type { ScryptOptions } from 'node:crypto';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const keyBytes = 32;

/** scrypt's N; r = 8 and p = 5 as the OWASP Password Storage Cheat Sheet pairs them with N = 2^14. */
export const strongCost = 2 ** 14;
const r = 8;
const p = 5;

const stretch = (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, keyBytes, { N: cost, r, p, maxmem: 256 * cost * r });

/** A hash that carries its own cost and salt: `scrypt$N$salt$key`. */
export async function hashPassword(password: string, cost = strongCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await stretch(password, salt, cost);
  return ['scrypt', cost, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the hashed one; takes as long for a wrong one. */
export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [scheme, cost, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const actual = await stretch(password, Buffer.from(salt, 'base64url'), Number(cost));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
