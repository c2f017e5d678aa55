import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { filesOfPrint } from '../../functions/certificate/print/faces.ts';

const packages = join(import.meta.dirname, '../../node_modules');

/** Puts the typefaces of certificates into a folder: what a print reads, and nothing else of their packages. */
export const printFilesInto = (folder: string): void => {
  for (const file of filesOfPrint()) cpSync(join(packages, file), join(folder, file));
};
