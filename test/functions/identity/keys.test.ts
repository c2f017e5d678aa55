import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keysIn, publicJwks } from '../../../functions/identity/keys.ts';

test('keys are made once, readable by their owner only, and kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  const file = join(folder, 'data', 'issuer-keys.json');
  const [first, second] = await Promise.all([keysIn(file), keysIn(file)]);
  expect(second).toEqual(first);
  expect(await keysIn(file)).toEqual(first);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'data'))).toEqual(['issuer-keys.json']);
  expect(JSON.stringify(publicJwks(first))).not.toContain(first.signing[0]?.d);
  await rm(folder, { recursive: true });
});
