import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Builds what writes the public pages as documents: the same components, for Node. */
export const buildPlain = async (
  web: string,
  options: {
    outdir: string;
    minify: boolean;
    define: Readonly<Record<string, string>>;
    wordsAt: string;
    plugin: Plugin;
  },
): Promise<void> => {
  const { outdir, minify, define, wordsAt, plugin } = options;
  await build({
    entryPoints: [join(web, 'plain/plain.ts')],
    outdir,
    bundle: true,
    splitting: true,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    target: 'node22',
    minify,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // The sentences lie beside the pages, wherever these are.
    define: { ...define, WORDS: 'words', location: 'nowhere' },
    banner: {
      js: [
        `const words = new URL('../assets/${wordsAt}', import.meta.url).href;`,
        // What is written about the page's own address is about this site, wherever it is.
        `const nowhere = { origin: '', pathname: '/', search: '', href: '/' };`,
      ].join('\n'),
    },
    plugins: [plugin],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
};
