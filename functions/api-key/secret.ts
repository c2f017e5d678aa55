import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** A secret of 200 random bits needs no slow hash: nobody tries all of them. */
export const hashOf = (secret: string): string => digest(secret).toString('hex');

export const isSecretOf = (hash: string, secret: string): boolean => {
  const kept = Buffer.from(hash, 'hex');
  const given = digest(secret);
  return kept.length === given.length && timingSafeEqual(kept, given);
};
