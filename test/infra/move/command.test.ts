import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../../support/world.ts';

let root: string;
let world: World;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'move-command-'));
  world = await startWorld();
});
afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true });
});

const run = async (dataDir: string, ...args: string[]) => {
  const ran = promisify(execFile)(process.execPath, ['infra/move/main.ts', ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return ran.catch((error: { stdout: string; stderr: string }) => error);
};

test('exports for its owner alone, and imports the same', async () => {
  const [archive, copy] = [join(root, 'archive'), join(root, 'copy')];
  const exported = await run(world.folder, 'export', archive);
  expect(exported.stdout).toContain('Holds personal data');
  expect((await stat(archive)).mode & 0o077).toBe(0);
  expect((await stat(join(archive, 'manifest.json'))).mode & 0o077).toBe(0);
  const sha256 = /sha256:\w{64}/.exec(exported.stdout)?.[0];
  expect((await run(copy, 'import', archive)).stdout).toContain(sha256 ?? 'a hash');
});

test('creates nothing where there is no programme', async () => {
  const nowhere = join(root, 'nowhere');
  const { stderr } = await run(nowhere, 'export', join(root, 'never'));
  expect(stderr).toContain(`There is no programme in ${nowhere}`);
  expect([nowhere, join(root, 'never')].some(existsSync)).toBe(false);
});

test.each([
  ['a folder that holds something else', 'used', 'is not empty: there is note.txt'],
  ['the data themselves', '.', 'is among the data themselves'],
  ['a folder in the data', 'files/mine', 'is among the data themselves'],
])('exports not into %s', async (_, name, why) => {
  const used = join(root, 'used');
  await mkdir(used, { recursive: true });
  await writeFile(join(used, 'note.txt'), 'mine');
  const folder = name === 'used' ? used : join(world.folder, name);
  expect((await run(world.folder, 'export', folder)).stderr).toContain(why);
});

test('says what is wrong with a folder or an option in a sentence, without a stack', async () => {
  for (const [args, why] of [
    [['import', join(root, 'missing')], 'holds nothing'],
    [['export', join(root, 'x'), '--tabel', 'y'], "Unknown option '--tabel'"],
    [['export'], 'Usage'],
    [['export', join(root, 'used', 'note.txt', 'x')], 'ENOTDIR'],
  ] as const) {
    const { stderr } = await run(world.folder, ...args);
    expect(stderr).toContain(why);
    expect(stderr).not.toContain('    at ');
  }
});

test('names both places', async () => {
  const { stderr } = await run(world.folder, 'import', join(root, 'missing'));
  expect(stderr).toContain(`(from ${join(root, 'missing')} to ${world.folder})`);
});
