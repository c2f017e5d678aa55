import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { operations } from '../functions/operations.ts';
import { partsOf } from './build/closures.ts';
import { buildEarly, earlyParts, isForScript } from './build/early.ts';
import { pieces } from './build/pieces.ts';
import { indexHtml } from './plain/index-html.ts';
import { buildOffline } from './build/offline.ts';
import { buildPlain } from './build/plain.ts';
import { makeSmaller } from './build/smaller.ts';
import { withoutEmpty } from './build/without-empty.ts';

const here = import.meta.dirname;

export interface BuiltFile {
  path: string;
  bytes: number;
  gzipped: number;
}

/** The client needs only method and path of each operation; with this, zod stays on the server. */
const operationMap: Readonly<Record<string, readonly [method: string, path: string]>> = Object.fromEntries(
  Object.entries(operations).map(([name, { method, path }]) => [name, [method, path] as const]),
);

/** Builds the static site into `outdir` and says what it wrote. Names carry a hash, so all but index.html caches for ever. */
export async function buildWeb(options: { outdir: string; minify: boolean }): Promise<BuiltFile[]> {
  const { outdir, minify } = options;
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  const { plugin, shellOperations, words } = await pieces(here, await partsOf(here), operationMap);
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 8);
  const wordsAt = `words-${hash}`;
  const { metafile } = await build({
    entryPoints: { main: join(here, 'main.tsx'), style: join(here, 'styles/index.css') },
    outdir: join(outdir, 'assets'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    minify,
    sourcemap: minify ? false : 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    define: {
      OPERATIONS: JSON.stringify(JSON.stringify(shellOperations)),
      WORDS: JSON.stringify(`/assets/${wordsAt}`),
    },
    plugins: [plugin],
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const written = await withoutEmpty(metafile.outputs);
  const outputs = Object.entries(written);
  if (minify)
    await Promise.all(outputs.flatMap(([path]) => (path.endsWith('.js') ? [makeSmaller(path)] : [])));
  const built = (entry: string) => {
    const found = outputs.find(([, output]) => output.entryPoint?.endsWith(entry) === true);
    if (found === undefined) throw new Error(`esbuild wrote nothing for ${entry}`);
    return { file: `/assets/${basename(found[0])}`, imports: found[1].imports };
  };
  const main = built('web/main.tsx');
  const preload = main.imports
    .filter(({ kind }) => kind === 'import-statement')
    .map(({ path }) => `/assets/${basename(path)}`);
  const parts = await earlyParts(here, written, wordsAt);
  const early = await buildEarly(here, { minify });
  const favicon = await readFile(join(here, 'favicon.svg'), 'utf8');
  const icon = `data:image/svg+xml,${encodeURIComponent(favicon.trim())}`;
  const links = { script: main.file, style: built('web/styles/index.css').file, preload, icon };
  const document = indexHtml({ ...links, early, parts: parts.filter(isForScript) });
  await writeFile(join(outdir, 'index.html'), document);
  await buildOffline(here, {
    outdir,
    minify,
    document,
    files: [...outputs.map(([path]) => `/assets/${basename(path)}`), `/assets/${wordsAt}/`],
    first: [links.script, links.style, ...preload],
  });
  const define = {
    OPERATIONS: JSON.stringify(JSON.stringify(shellOperations)),
    BUILT: JSON.stringify(JSON.stringify({ ...links, parts })),
  };
  await buildPlain(here, { outdir: join(outdir, 'plain'), minify, define, wordsAt, plugin });
  const wordFiles = words.map(({ path, content }) => ({
    path: join(outdir, 'assets', wordsAt, path),
    content,
  }));
  for (const { path, content } of wordFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  const files = [
    ...outputs.map(([path]) => path),
    ...wordFiles.map(({ path }) => path),
    join(outdir, 'index.html'),
  ];
  return Promise.all(
    files.map(async (path) => {
      const content = await readFile(path);
      return { path, bytes: content.length, gzipped: gzipSync(content, { level: 9 }).length };
    }),
  );
}

if (import.meta.main) {
  const site = join(here, '../dist/web');
  const files = await buildWeb({ outdir: site, minify: true });
  for (const { path, gzipped } of files.toSorted((a, b) => b.gzipped - a.gzipped))
    console.log(`${(gzipped / 1024).toFixed(1).padStart(7)} KB  ${relative(site, path)}`);
}
