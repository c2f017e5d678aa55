import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { folderFiles } from '../../functions/files/folder.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { exportProgramme } from '../../infra/move/export.ts';
import { importProgramme } from '../../infra/move/import.ts';
import { wholeTableContract } from '../contract/whole-table.ts';
import { emptyDynamoDb } from '../support/dynamo-db.ts';
import { serviceUrl } from '../support/service.ts';
import { allChanges } from '../support/table.ts';
import { startWorld } from '../support/world.ts';

const url = serviceUrl('dynamo-db');

wholeTableContract('DynamoDB', url === undefined ? undefined : (clock) => emptyDynamoDb(url, clock));

test.skipIf(url === undefined)(
  'a programme of a laptop goes to DynamoDB and back: one hash at each end, and no letter twice',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'move-'));
    const world = await startWorld();
    const there = await emptyDynamoDb(url ?? '', world.clock);
    const [laptop, back] = [world.folder, root].map((folder) =>
      openSqliteTable({ file: join(folder, 'record.sqlite'), clock: world.clock }),
    );
    if (laptop === undefined || back === undefined) throw new Error('no record');
    try {
      const quietly = { clock: world.clock, report: () => {} };
      const files = (name: string) => folderFiles({ root: join(root, name) });
      const [first, second, third] = [files('first'), files('second'), files('third')];
      const cloud = { record: there.table, files: files('cloud') };
      const home = { record: back, files: files('home') };
      const { sha256 } = await exportProgramme({ record: laptop, files: files('none') }, first, quietly);
      await importProgramme(first, cloud, quietly);
      const told = (await allChanges(there.table)).map(({ key }) => key.pk);
      expect(new Set(told)).toEqual(new Set(['IMPORT_UNDER_WAY']));
      expect((await exportProgramme(cloud, second, quietly)).sha256).toBe(sha256);
      await importProgramme(second, home, quietly);
      expect((await exportProgramme(home, third, quietly)).sha256).toBe(sha256);
    } finally {
      laptop.close();
      back.close();
      await there.close();
      await world.stop();
      await rm(root, { recursive: true });
    }
  },
);

test.skipIf(url === undefined)(
  'a table that is not there is named, and nothing is created for it',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'move-'));
    const data = join(root, 'data');
    await folderFiles({ root: join(root, 'archive') }).put('manifest.json', Buffer.from('{}'));
    for (const [command, folder] of [
      ['import', 'archive'],
      ['export', 'new'],
    ] as const) {
      const args = ['infra/move/main.ts', command, join(root, folder), '--table', 'nowhere'];
      const ran = promisify(execFile)(process.execPath, [...args, '--endpoint', url ?? ''], {
        env: { ...process.env, DATA_DIR: data },
      });
      await expect(ran).rejects.toMatchObject({
        stderr: expect.stringMatching(/^The DynamoDB table nowhere does not exist here\. .*\(from /),
      });
    }
    expect(existsSync(data)).toBe(false);
    await rm(root, { recursive: true });
  },
);
