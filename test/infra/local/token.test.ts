import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coordinators } from '../../../infra/local/seed/accounts.ts';
import { type RunningServer, startServer } from '../../../infra/local/server.ts';

const script = join(import.meta.dirname, '../../../infra/local/token.ts');
const [coordinator] = coordinators;
const email = coordinator?.email ?? '';
let dataDir: string;
let server: RunningServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'token-test-'));
  server = await startServer({
    port: 0,
    dataDir,
    seed: 'coordinators',
    site: { root: dataDir, build: false },
  });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

const token = (...args: string[]) => promisify(execFile)(process.execPath, [script, ...args]);

it('prints a token that the API takes', async () => {
  const { stdout } = await token(email, '--url', server.origin);
  const answer = await fetch(`${server.origin}/v1/me`, {
    headers: { authorization: `Bearer ${stdout.trim()}` },
  });
  expect(await answer.json()).toMatchObject({ email, role: 'coordinator' });
});

it('prints no token for a wrong password, and says why', async () => {
  const refused = token(email, '--url', server.origin, '--password', 'not the password');
  await expect(refused).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/refused/),
  });
});

it('says how it is used when no account is named', async () => {
  await expect(token()).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(/^Usage:/) });
});
