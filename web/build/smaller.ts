import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'oxc-minify';

/** Writes a built script once more, shorter: a second minifier finds what esbuild leaves. */
export const makeSmaller = async (file: string): Promise<void> => {
  const { code, errors } = await minify(file, await readFile(file, 'utf8'), {
    module: true,
    compress: { target: 'es2024' },
    mangle: { toplevel: true },
  });
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`);
  await writeFile(file, code);
};
