import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** 20 characters of [a-z0-9], some 103 bits: nobody guesses or repeats one. */
export const newId = (): string => {
  let id = '';
  while (id.length < 20)
    // 252 is the largest multiple of 36 in a byte; the rest is thrown away, so that every character is as likely.
    for (const byte of randomBytes(32)) if (byte < 252 && id.length < 20) id += alphabet.charAt(byte % 36);
  return id;
};
