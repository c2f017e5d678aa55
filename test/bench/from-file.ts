import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { writePieces } from '../../matching/cli/files.ts';
import type { Lists } from '../../matching/round/read/lists.ts';
import { snapshotText } from '../../matching/round/snapshot-text.ts';

/** What a command took, or why it did not get to its end. */
export type Took = { readonly seconds: number; readonly megabytes: number } | string;

/** Runs the command line on the market as a file: from the disk to a written, certified result, and the check of that. */
export async function fromFile(lists: Lists, folder: string, limitSeconds: number) {
  const [path, resultPath] = [join(folder, 'instance.json'), join(folder, 'result.json')];
  const file = createWriteStream(path);
  await writePieces(file, snapshotText(lists));
  file.end();
  await once(file, 'close');
  const match = await command(['match', path], resultPath, limitSeconds);
  const verify = await command(['verify', path, resultPath], join(folder, 'verdict.txt'), limitSeconds);
  const megabytes = async (of: string): Promise<number> => (await stat(of)).size / 1e6;
  return { match, verify, instance: await megabytes(path), result: await megabytes(resultPath) };
}

async function command(args: readonly string[], outPath: string, limitSeconds: number): Promise<Took> {
  const out = await open(outPath, 'w');
  const started = performance.now();
  // the child says on its error stream, last, what it took of memory
  const child = spawn(
    process.execPath,
    ['--import', './test/bench/say-memory.mjs', 'matching/cli/start.mjs', ...args],
    { stdio: ['ignore', out.fd, 'pipe'], timeout: limitSeconds * 1000 },
  );
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  await out.close();
  const seconds = (performance.now() - started) / 1000;
  if (child.signalCode === 'SIGTERM') return `not in ${limitSeconds} s`;
  if (child.exitCode !== 0) {
    const reason = said.split('\n').find((line) => line.includes('Error') || line.includes('ERROR'));
    return `fails: ${(reason ?? said).trim().slice(0, 80)}`;
  }
  return { seconds, megabytes: Number(/\d+$/.exec(said)?.[0]) / 1024 };
}
