import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFiles } from '../../functions/files/folder.ts';
import { filesContract } from './files.ts';

filesContract('a folder', async () => {
  const root = await mkdtemp(join(tmpdir(), 'files-'));
  return {
    files: folderFiles({ root }),
    close: async () => {
      const unfinished = await readdir(join(root, '~incoming'));
      await rm(root, { recursive: true });
      if (unfinished.length > 0) throw new Error('Unfinished files were left behind');
    },
  };
});
