import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Stack, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

export type Beside = Readonly<Record<string, string | ((folder: string) => void)>>;

interface Bundle {
  /** Tells this bundle from others in the same scope. */
  id: string;
  /** The file that exports `handler`. */
  entry: string;
  /** Folders that lie beside the code, by their name there: where to take each from, or what fills it. */
  files: Beside;
}

/**
 * A function's code: what it needs to start in few files, and each part that is imported when it is first needed in
 * files of its own. NodejsFunction makes one file of all: a start would read what most requests never ask for.
 */
export const bundle = (scope: Construct, { id, entry, files }: Bundle): Code => {
  // Whoever reads the template alone needs no code.
  if (!Stack.of(scope).bundlingRequired) return Code.fromAsset(join(import.meta.dirname, 'constructs'));
  const outdir = join(Stage.of(scope)?.outdir ?? 'cdk.out', 'bundles', scope.node.path, id);
  buildSync({
    entryPoints: { index: entry },
    outdir,
    bundle: true,
    splitting: true,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Packages that have both come as ES modules, of which unused parts fall away.
    mainFields: ['module', 'main'],
    // An import of these names all that they export, and one of that is a whole second HTTP client, which takes longer to
    // load than the rest of the SDK.
    alias: Object.fromEntries(
      ['http', 'https'].flatMap((name) => {
        const asked = join(import.meta.dirname, 'built-in', `${name}.cjs`);
        return [
          [name, asked],
          [`node:${name}`, asked],
        ];
      }),
    ),
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    // CommonJS packages inside an ES module still ask where they are, and call require for Node's own.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    define: { __dirname: 'import.meta.dirname' },
    logLevel: 'warning',
  });
  for (const [name, source] of Object.entries(files)) {
    const folder = join(outdir, name);
    if (typeof source === 'string') cpSync(source, folder, { recursive: true });
    else source(folder);
  }
  return Code.fromAsset(outdir);
};
