import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

/** What a command says and ends with. */
const run = async (script: string, args: readonly string[], env: Record<string, string> = {}) => {
  const ran = promisify(execFile)(process.execPath, [script, ...args], { env: { ...process.env, ...env } });
  return ran.then(
    () => ({ code: 0, stderr: '' }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );
};

test.each([
  ['infra/local/main.ts', 'Usage: npm start'],
  ['infra/local/dead-letters.ts', 'npm run dead-letters -- show ID'],
  ['infra/local/token.ts', 'Usage: npm run --silent token'],
  ['infra/local/screenshot.ts', 'Usage: npm run screenshot'],
  ['infra/local/cycle/main.ts', 'Usage: npm run cycle'],
])('%s says which option it does not know, and how it is used', async (script, usage) => {
  const { code, stderr } = await run(script, ['--tabel']);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--tabel'\.\n/);
  expect(stderr).toContain(usage);
  expect(stderr).not.toContain('    at ');
});

test.each(['abc', '99999', '-1', '80.5'])('a port %j is refused in a sentence', async (port) => {
  for (const script of ['infra/local/main.ts', 'infra/local/token.ts'])
    expect(await run(script, [], { PORT: port })).toEqual({
      code: 2,
      stderr: `PORT must be a whole number from 0 to 65535, and is "${port}".\n`,
    });
});
