import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyItem } from '../../../functions/table/every.ts';
import { coordinators } from '../../../infra/local/seed/accounts.ts';
import { type RunningServer, startServer } from '../../../infra/local/server.ts';
import { signIn, signUp } from '../../../infra/local/sign-in.ts';
import * as z from 'zod';
import { runEntry } from '../../support/command.ts';
import { cycleSettings } from '../../support/samples.ts';

const Named = z.object({ coordinators: z.array(z.object({ token: z.string() })) });

describe('npm run smoke', () => {
  let dataDir: string;
  let server: RunningServer;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'smoke-'));
    await writeFile(join(dataDir, 'index.html'), '<!doctype html><title>Internships</title>');
    server = await startServer({
      port: 0,
      dataDir,
      seed: 'coordinators',
      site: { root: dataDir, build: false },
      passwordCost: 2 ** 10,
      log: () => {},
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  const smoke = (...args: string[]) => runEntry('infra/operate/smoke/main.ts', args, {});
  const wrongIn = (said: string): string[] => said.split('\n').filter((line) => line.startsWith('WRONG'));

  let files = 0;
  /** People of the issuer with tokens, as one would have them of any other. */
  const people = async (students: number, companies: number): Promise<string> => {
    const { origin } = server;
    files += 1;
    const made = (role: 'student' | 'company', count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const email = `${role}-${index}-of-file-${files}@example.org`;
          const account = { email, name: role, role, password: 'a-long-summer' };
          return { email, token: (await signUp(origin, account)).accessToken };
        }),
      );
    const file = join(dataDir, `people-${files}.json`);
    const named = {
      coordinators: await Promise.all(
        coordinators.map(async ({ email, password }) => ({
          email,
          token: (await signIn(origin, email, password)).accessToken,
        })),
      ),
      companies: await made('company', companies),
      students: await made('student', students),
    };
    await writeFile(file, JSON.stringify(named));
    return file;
  };

  it('asks what anyone can ask, and says that nobody signed in', async () => {
    const { code, said } = await smoke(server.origin);
    expect(wrongIn(said)).toEqual([]);
    expect(said).toContain('look  Nobody is named who could sign in');
    expect(code).toBe(0);
  });

  it('signs in with tokens, writes, and leaves nothing of what it wrote', async () => {
    const file = await people(1, 0);
    const { code, said } = await smoke(server.origin, '--people', file);
    expect(wrongIn(said)).toEqual([]);
    expect(said).toContain('ok    A student writes, reads and deletes');
    expect(said).toContain('ok    The search follows the record');
    expect(code).toBe(0);
    const again = await smoke(server.origin, '--people', file);
    expect(again.code).toBe(0);
  });

  it('finds a site without security headers, an issuer that is another, and an API that is none', async () => {
    const site = createServer((request, response) => {
      if (request.url === '/config.json')
        response.end(JSON.stringify({ issuer: `${server.origin}/oidc/`, clientId: 'web' }));
      else response.end('<!doctype html>');
    });
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const address = site.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, said } = await smoke(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => site.close(resolve));
    expect(wrongIn(said)).toEqual([
      expect.stringContaining('there is no strict content policy'),
      expect.stringContaining('The issuer that they sign in at answers'),
      expect.stringContaining('The API is the one of this code'),
      expect.stringContaining('Nobody gets in without a token: 200 instead of 401'),
      expect.stringContaining('Nobody gets in with a token that was made up: 200 instead of 401'),
    ]);
    expect(code).toBe(1);
  });

  it('plays a cycle twice with the same people and leaves nothing of either', async () => {
    const file = await people(8, 1);
    for (let times = 0; times < 2; times += 1) {
      const { code, said } = await smoke(server.origin, '--people', file, '--play', '6');
      expect(said).toContain('Nothing is wrong');
      expect(code).toBe(0);
      expect(said).toContain('ok    listStudents has 0, as before the play');
      expect(said).toContain('ok    listCompanies has 0, as before the play');
      expect(said).toContain('ok    listCycles has 0, as before the play');
      const items = await Array.fromAsync(everyItem(server.deps.table, { index: 'gsi1', pk: 'COMPANIES' }));
      expect(items).toEqual([]);
    }
  });

  it('does not play where a cycle is under way', async () => {
    const file = await people(3, 1);
    const [first] = Named.parse(JSON.parse(await readFile(file, 'utf8'))).coordinators;
    await fetch(`${server.origin}/v1/cycles`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${first?.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'one-cycle',
      },
      body: JSON.stringify(cycleSettings()),
    });
    const { code, said } = await smoke(server.origin, '--people', file, '--play', '2');
    expect(said).toContain('A cycle is under way here');
    expect(code).toBe(2);
  });

  it.each([
    ['no address', [], 'Usage'],
    ['a play with nobody', ['http://localhost:1', '--play', '4'], '--play needs people'],
    ['a play of one', ['http://localhost:1', '--play', '1'], '--play must be a number of students from 2'],
    [
      'people who are none',
      ['http://localhost:1', '--people', 'package.json'],
      'package.json must be {"coordinators"',
    ],
  ])('names %s', async (_, args, named) => {
    const { code, said } = await smoke(...args);
    expect(said).toContain(named);
    expect(code).toBe(2);
  });
});
