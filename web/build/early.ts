import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { isReadable } from '../plain/readable.ts';

/** A page's path and the files that it needs beside those of every page. */
export type EarlyPart = [path: string, ...files: string[]];

const sections = ['public', 'student', 'company', 'coordinator', 'referrer'] as const;
/** What whoever is signed in sees on every page. */
const signedIn = ['shell/signed-in'];

/** Most readers open a page with a short path first; the others find their files as they go. Documents link their own. */
export const isForScript = ([path]: EarlyPart): boolean =>
  path === '' || (path.split('/').length <= 3 && !isReadable(path));

/** The outputs that one needs at once, itself first. */
const closureOf = (outputs: Metafile['outputs'], file: string): Set<string> => {
  const all = new Set([file]);
  for (const one of all)
    for (const { path, kind } of outputs[one]?.imports ?? []) if (kind === 'import-statement') all.add(path);
  return all;
};

/** Reads the tables of routes, and finds in what esbuild wrote which files each page is made of. */
export const earlyParts = async (
  web: string,
  outputs: Metafile['outputs'],
  wordsAt: string,
): Promise<EarlyPart[]> => {
  const byEntry = new Map(
    Object.entries(outputs).flatMap(([file, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[relative(join(web, '..'), join(process.cwd(), entryPoint)), file]],
    ),
  );
  const main = closureOf(outputs, byEntry.get('web/main.tsx') ?? '');
  const filesOf = (entry: string): string[] => {
    const file = byEntry.get(`web/${entry}`);
    if (file === undefined) return [];
    return [...closureOf(outputs, file)].filter((one) => !main.has(one)).map((one) => basename(one));
  };
  const wordsOf = (page: string): string => `${wordsAt}/*/${page.replace('/', '.')}.js`;
  const partOf = (page: string): string[] => [...filesOf(`${page}.tsx`), wordsOf(page)];
  const pages = await Promise.all(
    sections.map(async (section): Promise<EarlyPart[]> => {
      const lists = await Promise.all(
        ['first-routes', 'routes'].map(async (name) => {
          const text = await readFile(join(web, section, `${name}.ts`), 'utf8').catch(() => '');
          const found = text.matchAll(/path: '([^']+)',\s*load: \(\) => import\('\.\/([\w-]+)\.tsx'\)/g);
          const known = name === 'routes' ? filesOf(`${section}/routes.ts`) : [];
          return [...found].map(([, path = '', page = '']): EarlyPart => [
            path,
            ...known,
            ...partOf(`${section}/${page}`),
            `${wordsAt}/*/shell.js`,
          ]);
        }),
      );
      return lists.flat();
    }),
  );
  const everywhere: EarlyPart = ['', ...signedIn.flatMap(partOf)];
  return [everywhere, ...pages.flat()];
};

/** The script that asks early, as text: a document holds it, so that it need not be asked for itself. */
export const buildEarly = async (web: string, options: { minify: boolean }): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(web, 'early/early.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2024',
    minify: options.minify,
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing for web/early/early.ts');
  return file.text;
};
