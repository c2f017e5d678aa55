import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { coordinators, demoPassword } from '../../../infra/local/seed/accounts.ts';
import { signIn } from '../../../infra/local/sign-in.ts';
import { cycleSettings } from '../../support/samples.ts';

const Created = z.object({ id: z.string() });
const Listed = z.object({ items: z.array(Created), next: z.string().optional() });

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A server in a process of its own, signed in to as a coordinator. */
const start = async () => {
  const script = join(import.meta.dirname, '../../support/serve.ts');
  const started = spawn(process.execPath, [script, dataDir, 'coordinators'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(started);
  const [line] = await once(started.stdout, 'data');
  const origin = String(line).trim();
  const { accessToken } = await signIn(origin, coordinators[0]?.email ?? '', demoPassword);
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const create = async (key: string) =>
    fetch(`${origin}/v1/cycles`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': key },
      body: JSON.stringify(cycleSettings()),
    });
  const list = async (): Promise<string[]> => {
    const page = Listed.parse(await (await fetch(`${origin}/v1/cycles?limit=200`, { headers })).json());
    expect(page.next).toBeUndefined();
    return page.items.map(({ id }) => id);
  };
  return { started, create, list };
};

it('loses nothing that was answered with 2xx when it is killed at any moment, and stores nothing twice', async () => {
  const answered = new Map<string, string>();
  let sent = 0;
  for (const killAfterMs of [40, 90, 150]) {
    const server = await start();
    const kill = setTimeout(() => server.started.kill('SIGKILL'), killAfterMs);
    // Four writers, each going on until the server is gone; a request cut off is sent again under its key later.
    const cutOff: string[] = [];
    const write = async (): Promise<void> => {
      for (;;) {
        const key = `key-${(sent += 1)}`;
        try {
          const response = await server.create(key);
          const body = Created.parse(await response.json());
          if (response.status === 201) answered.set(key, body.id);
        } catch {
          cutOff.push(key);
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: 4 }, write));
    clearTimeout(kill);
    expect(server.started.signalCode ?? server.started.kill('SIGKILL')).toBeTruthy();

    const again = await start();
    const before = await again.list();
    expect(before).toEqual(expect.arrayContaining([...answered.values()]));
    for (const key of cutOff) {
      const response = await again.create(key);
      // Stored before the crash but not answered: the repeat says so instead of storing it a second time.
      expect([201, 409]).toContain(response.status);
      if (response.status === 201) answered.set(key, Created.parse(await response.json()).id);
    }
    const after = await again.list();
    expect(new Set(after).size).toBe(after.length);
    expect(after.length).toBeLessThanOrEqual(sent);
    again.started.kill('SIGKILL');
    await once(again.started, 'exit');
  }
  expect(answered.size).toBeGreaterThan(5);
});
