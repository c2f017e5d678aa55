import { dirname, join, relative } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** What a part of the site consists of: its own module and every module that it needs, as paths below the repository. */
export interface Part {
  /** The module that begins it, e.g. `web/student/today.tsx`. */
  entry: string;
  files: ReadonlySet<string>;
  /** Those of them that it needs before it can be shown. */
  atOnce: ReadonlySet<string>;
}

/** The parts of the site: what is there on every page, and each page. */
export interface Parts {
  shell: Part;
  pages: readonly Part[];
}

/** Modules that bring pages, or parts of them, when they are shown. */
const bringsParts = (file: string): boolean => /^web\/[^/]+\/[\w-]+\.tsx?$/.test(file);
const isPage = (file: string): boolean => /^web\/[^/]+\/[\w-]+\.tsx$/.test(file);
const isWords = (file: string): boolean => file.startsWith('web/i18n/');

type Imports = Metafile['inputs'][string]['imports'];

/** Every file that `entry` needs at once; with `later`, also what it brings when it is used, but for parts of their own. */
const reached = (inputs: Metafile['inputs'], entry: string, later: boolean): Set<string> => {
  const files = new Set([entry]);
  for (const file of files) {
    const imports: Imports = inputs[file]?.imports ?? [];
    for (const { path, kind, external } of imports) {
      if (external === true) continue;
      const inside = kind === 'import-statement' || (later && !isWords(path) && !isPage(path));
      if (inside && inputs[path] !== undefined) files.add(path);
    }
  }
  return files;
};

/** Asks esbuild what imports what, without writing anything. */
export const partsOf = async (web: string): Promise<Parts> => {
  const root = dirname(web);
  const { metafile } = await build({
    entryPoints: [join(web, 'main.tsx')],
    absWorkingDir: root,
    outdir: join(root, 'dist/nowhere'),
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
  const { inputs } = metafile;
  const main = relative(root, join(web, 'main.tsx'));
  const pages = Object.entries(inputs)
    .filter(([file]) => bringsParts(file))
    .flatMap(([, module]) => module.imports)
    .filter(({ path, kind }) => kind === 'dynamic-import' && isPage(path))
    .map(({ path }) => path);
  const shell = reached(inputs, main, false);
  return {
    shell: { entry: main, files: shell, atOnce: shell },
    pages: [...new Set(pages)].map((entry) => ({
      entry,
      files: reached(inputs, entry, true),
      atOnce: reached(inputs, entry, false),
    })),
  };
};
