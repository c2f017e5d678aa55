import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFiles } from '../../../functions/files/folder.ts';
import { searchSnapshotContract } from '../../contract/search-snapshot.ts';

searchSnapshotContract('a folder', async () => {
  const root = mkdtempSync(join(tmpdir(), 'snapshot-'));
  return { files: folderFiles({ root }), close: () => rmSync(root, { recursive: true }) };
});
