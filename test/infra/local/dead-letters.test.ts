import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { deadOf, layAside } from '../../../functions/changes/dead-change.ts';
import { freshTable } from '../../support/table.ts';

const stamp = { by: 'test', action: 'test', at: '2026-03-20T08:00:00.000Z' };

test('the command lists, shows, replays and drops what could not be worked off', async () => {
  const { table, file, close } = freshTable();
  const dataDir = file.slice(0, file.lastIndexOf('/'));
  const run = async (...args: string[]) => {
    const ran = promisify(execFile)(process.execPath, ['infra/local/dead-letters.ts', ...args], {
      env: { ...process.env, DATA_DIR: dataDir },
    });
    return ran.catch((error: { stdout: string; stderr: string }) => error);
  };
  try {
    expect((await run()).stdout).toBe('There is none.\n');
    const failure = { error: new Error('no such field'), at: '2026-03-20T08:00:01.000Z' };
    for (const id of ['000000000012', '000000000013']) {
      const change = { id, key: { pk: `POSTING#${id}`, sk: 'POSTING' }, stamp };
      await table.write([layAside(deadOf('index', change, failure), stamp)]);
    }
    const listed = (await run()).stdout.split('\n');
    expect(listed).toEqual([
      'index/12  2026-03-20T08:00:01.000Z  POSTING#000000000012 POSTING  failed 1×  Error: no such field',
      'index/13  2026-03-20T08:00:01.000Z  POSTING#000000000013 POSTING  failed 1×  Error: no such field',
      '2 in all.',
      '',
    ]);
    expect(JSON.parse((await run('show', 'index/12')).stdout)).toMatchObject({
      consumer: 'index',
      cut: false,
    });
    expect((await run('replay', 'index/12', '--as-it-is')).stdout).toContain('given to its consumer again');
    expect((await run()).stdout).toContain('failed 1×  replay asked for');
    expect((await run('drop', 'index/13')).stdout).toContain('given up');
    expect((await run()).stdout).toContain('1 in all.');
    expect((await run('drop', 'index/13')).stderr).toContain('no dead letter index/13');
    expect((await run('drop')).stderr).toContain('Usage');
  } finally {
    await close();
  }
});
