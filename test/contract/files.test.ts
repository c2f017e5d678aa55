import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderFiles } from '../../functions/files/folder.ts';
import { filesContract } from './files.ts';

filesContract('a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    files: folderFiles({ root }),
    close: async () => {
      expect(await readdir(join(root, '~incoming')), 'nothing unfinished is left').toEqual([]);
      await rm(root, { recursive: true });
    },
  };
});
