import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

type Outputs = Metafile['outputs'];

const isEmpty = ({ inputs, imports, exports }: Outputs[string]): boolean =>
  imports.length === 0 &&
  exports.length === 0 &&
  Object.values(inputs).every(({ bytesInOutput }) => bytesInOutput === 0);

/**
 * Takes away the scripts that say nothing: esbuild writes one where pages have only the order of their modules in
 * common, and each page would ask for it. What is left is returned, importing none of them.
 */
export const withoutEmpty = async (outputs: Outputs): Promise<Outputs> => {
  const all = Object.entries(outputs);
  const empty = new Set(
    all.flatMap(([path, output]) => (path.endsWith('.js') && isEmpty(output) ? [path] : [])),
  );
  if (empty.size === 0) return outputs;
  await Promise.all([...empty].map((path) => rm(path)));
  const names = [...empty].map((path) => basename(path, '.js')).join('|');
  const line = new RegExp(`import\\s*"\\./(?:${names})\\.js";\\n?`, 'g');
  const left = all.filter(([path]) => !empty.has(path));
  return Object.fromEntries(
    await Promise.all(
      left.map(async ([path, output]): Promise<[string, Outputs[string]]> => {
        const imports = output.imports.filter((one) => !empty.has(one.path));
        if (imports.length === output.imports.length) return [path, output];
        await writeFile(path, (await readFile(path, 'utf8')).replaceAll(line, ''));
        return [path, { ...output, imports }];
      }),
    ),
  );
};
