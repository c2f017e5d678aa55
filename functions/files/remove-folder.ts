import type { Files } from './files.ts';

/** Removes every file whose name begins so. */
export const removeFolder = async (files: Files, folder: string): Promise<void> => {
  for (const name of await files.list(folder)) await files.remove(name);
};
