import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Writes the worker that keeps the site's files for whoever has no line. With `OFFLINE=off` it is one that removes
 * itself and what was kept, for whoever has an earlier one.
 */
export const buildOffline = async (
  web: string,
  options: {
    outdir: string;
    minify: boolean;
    /** The document that stands for every page. */
    document: string;
    files: readonly string[];
    first: readonly string[];
  },
): Promise<void> => {
  const { outdir, minify, document, files, first } = options;
  const version = createHash('sha256')
    .update(JSON.stringify([document, files]))
    .digest('hex')
    .slice(0, 12);
  const off = process.env.OFFLINE === 'off';
  await build({
    entryPoints: [join(web, 'offline/worker.ts')],
    outfile: join(outdir, 'sw.js'),
    bundle: true,
    format: 'iife',
    target: 'es2024',
    minify,
    define: { OFFLINE: JSON.stringify(JSON.stringify({ version, files, first, off })) },
    logLevel: 'warning',
  });
};
