import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { bytesIn, type Content, type Files } from './files.ts';
import { segmentsOf } from './name.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes and syncs the bytes; gives their number and SHA-256. */
async function writeWhole(file: string, content: Content): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(file, 'wx');
  try {
    for await (const chunk of bytesIn(content)) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Files in a folder. A file is written aside, synced, then renamed: readers see the old one, the new one or none. */
export function folderFiles({ root }: { root: string }): Files {
  // `~` is not in the alphabet of names, so that no name reaches what is not complete.
  const incoming = join(root, '~incoming');
  const pathOf = (name: string): string => join(root, ...segmentsOf(name));

  return {
    put: async (name, content) => {
      const path = pathOf(name);
      const draft = join(incoming, randomUUID());
      await mkdir(incoming, { recursive: true });
      await mkdir(dirname(path), { recursive: true });
      try {
        const written = await writeWhole(draft, content);
        await rename(draft, path);
        await syncFolder(dirname(path));
        return written;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    read: async (name) => {
      try {
        const handle = await open(pathOf(name), 'r');
        if ((await handle.stat()).isFile()) return handle.createReadStream();
        await handle.close();
        return undefined;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    remove: async (name) => {
      try {
        await rm(pathOf(name));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
    list: async (under) => {
      try {
        const folder = under === undefined ? root : pathOf(under);
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        const paths = entries
          .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(incoming))
          .map((entry) => relative(root, join(entry.parentPath, entry.name)));
        return paths.map((path) => path.split(sep).join('/')).toSorted();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}
