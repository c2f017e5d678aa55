import { existsSync } from 'node:fs';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../test/lambda/node_modules/aws-lambda-ric/index.mjs');

export const howToGetClient =
  'npm ci --prefix test/lambda, which compiles it: a compiler for C++, make and cmake are needed';

/** AWS's runtime interface client; undefined where it is not installed. */
export const runtimeClient = (): string | undefined => (existsSync(program) ? program : undefined);
