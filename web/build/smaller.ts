import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/** Writes a built script once more, shorter: a second minifier finds what esbuild leaves. */
export const makeSmaller = async (file: string): Promise<void> => {
  const { code } = await minify(await readFile(file, 'utf8'), {
    module: true,
    ecma: 2020,
    compress: { passes: 2 },
  });
  if (code === undefined) throw new Error(`${file} was not made smaller`);
  await writeFile(file, code);
};
