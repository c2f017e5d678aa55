import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import * as z from 'zod';
import type { Facts } from './play.ts';
import type { Point } from './killing.ts';
import type { Place } from './places.ts';
import type { PlayName } from './plays/plays.ts';

/** What a process said before it ended or was killed. */
export interface Said {
  killed: boolean;
  answered: string[];
  calls: number;
  /** The calls that may change something. */
  changing: number[];
  /** Without transactions: the calls before which a write is half done. */
  within: number[];
  lost: string[];
  facts: Facts;
}

const Texts = z.array(z.string());
const FactsSaid = z.record(z.string(), z.unknown());

const linesOf = (text: string, word: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []));

const numbersOf = (text: string, word: string): number[] =>
  (linesOf(text, word)[0] ?? '').split(' ').filter(Boolean).map(Number);

const saidIn = (text: string, killed: boolean): Said => ({
  killed,
  answered: linesOf(text, 'answered'),
  calls: Number(linesOf(text, 'calls')[0] ?? 0),
  changing: numbersOf(text, 'changing'),
  within: numbersOf(text, 'within'),
  lost: Texts.parse(JSON.parse(linesOf(text, 'lost')[0] ?? '[]')),
  facts: FactsSaid.parse(JSON.parse(linesOf(text, 'facts')[0] ?? '{}')),
});

export interface Run {
  play: PlayName;
  now: string;
  place: Place;
  point?: Point;
  split?: boolean;
  /** What was answered by the process before this one. */
  answered?: readonly string[];
}

/** The program of a process that dies, bundled: it starts in a third of the time, thousands of times. */
export const bundle = async (folder: string): Promise<string> => {
  // A library brings a `createRequire` of its own along.
  const js =
    "import { createRequire as ofFile } from 'node:module'; const require = ofFile(import.meta.url);";
  await build({
    entryPoints: { child: join(import.meta.dirname, 'child.ts') },
    bundle: true,
    // What is read when it is first asked for stays out of a start.
    splitting: true,
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js },
  });
  return join(folder, 'child.mjs');
};

export const runIn = async (
  program: string,
  { play, now, place, point, split = false, answered }: Run,
): Promise<Said> => {
  const args = ['--play', play, '--now', now, '--folder', place.folder];
  if (place.table !== undefined) args.push('--table', place.table.name, '--endpoint', place.table.endpoint);
  if (point !== undefined) args.push('--call', String(point.call), '--when', point.when);
  if (split) args.push('--split');
  if (answered) args.push('--answered', JSON.stringify(answered));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
      maxBuffer: 2 ** 26,
    });
    return saidIn(stdout, false);
  } catch (error) {
    if (!(error instanceof Error) || !('signal' in error) || !('stdout' in error)) throw error;
    if (error.signal !== 'SIGKILL') throw error;
    return saidIn(String(error.stdout), true);
  }
};
