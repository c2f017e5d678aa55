import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inSource } from '../../../functions/watch/in-source.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'in-source-'));
});
afterAll(() => rm(folder, { recursive: true }));

const stackOf = async (name: string, sourcemap: boolean): Promise<string> => {
  const source = join(folder, `${name}.ts`);
  await writeFile(
    source,
    'interface Nothing {}\n\nexport const fails = (): never => {\n  throw new Error("so");\n};\n',
  );
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: true,
    sourcemap,
    format: 'esm',
    logLevel: 'silent',
  });
  // In a process of its own nothing but the file says where it is.
  const script = `import(${JSON.stringify(outfile)}).then(({ fails }) => fails()).catch(({ stack }) => console.log(stack));`;
  return spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout;
};

test('a stack of bundled code names the line of the source', async () => {
  const stack = await stackOf('mapped', true);
  expect(stack).toMatch(/mapped\.mjs:1:\d+/);
  expect(inSource(stack)).toMatch(/mapped\.ts:4:\d+/);
  expect(inSource(stack)).not.toContain('mapped.mjs');
});

test('what has no map stays as it is', async () => {
  const stack = await stackOf('bare', false);
  expect(stack).toMatch(/bare\.mjs:1:\d+/);
  expect(inSource(stack)).toBe(stack);
});
