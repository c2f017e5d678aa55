import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const secretBytes = 32;

/** The file that certificates are signed from. A new one is a new key; the old one's public key stays in the record. */
export const certificateSecret = 'certificates.key';

/** The secret kept in a file (mode 0600), made on first use, so that what it signed outlives a restart. */
export const secretIn = (file: string): Buffer => {
  try {
    writeFileSync(file, randomBytes(secretBytes), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file);
  if (secret.length !== secretBytes)
    throw new Error(`The file ${file} is damaged. Delete it and start again.`);
  return secret;
};
