import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Sha256, sha256Hex } from '../../../matching/round/sha256.ts';

it('gives the digests of FIPS 180-4 for every length around a block, and for text in pieces', () => {
  const texts = Array.from({ length: 200 }, (_, length) => 'a'.repeat(length)).concat('中文 😀'.repeat(50));
  for (const text of texts) {
    const expected = createHash('sha256').update(text).digest('hex');
    expect(sha256Hex(text)).toBe(expected);
    // pieces end between characters: half of a surrogate pair is no text
    const half = Math.floor(text.length / 10) * 5;
    expect(new Sha256().update(text.slice(0, half)).update(text.slice(half)).hex()).toBe(expected);
  }
});
