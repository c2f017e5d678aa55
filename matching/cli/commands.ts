import type { Writable } from 'node:stream';
import { canonicalJson } from '../round/canonical.ts';
import { compare } from '../round/compare.ts';
import { explain } from '../round/explain.ts';
import { match } from '../round/match.ts';
import { nextInstance } from '../round/next-instance.ts';
import { instanceOf } from '../round/read/instance-of.ts';
import { InstanceReader } from '../round/read/instance-reader.ts';
import type { Lists } from '../round/read/lists.ts';
import { readResult } from '../round/read-result.ts';
import { resultText } from '../round/result-text.ts';
import { snapshotText } from '../round/snapshot-text.ts';
import { type Proposing, solve } from '../round/solve/solve.ts';
import { Verifier } from '../round/verify.ts';
import { explanationWords, violationWords } from '../round/words.ts';
import { hashPieces, readJsonFile, readPieces, writePieces } from './files.ts';

/** Where a command writes. `note` is for what goes on meanwhile, not for the answer. */
export interface Output {
  readonly out: Writable;
  readonly note: (text: string) => void;
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`;

async function read(path: string, { note }: Output): Promise<Lists> {
  const reader = new InstanceReader();
  await readPieces(
    path,
    (text) => reader.push(text),
    (share) => note(`reading ${percent(share)}`),
  );
  return reader.end();
}

/** Each command answers its exit code: 0, or 1 where what was asked about is not in order. */
export async function matchCommand(path: string, proposing: Proposing, output: Output): Promise<number> {
  const lists = await read(path, output);
  output.note('matching');
  const solution = solve(lists, proposing);
  output.note('hashing');
  const snapshot = hashPieces(snapshotText(lists));
  output.note('writing');
  await writePieces(output.out, resultText(solution, snapshot));
  await writePieces(output.out, ['\n']);
  return 0;
}

export async function verifyCommand(path: string, resultPath: string, output: Output): Promise<number> {
  const lists = await read(path, output);
  const verifier = new Verifier(lists);
  await readPieces(
    resultPath,
    (text) => verifier.push(text),
    (share) => output.note(`reading the result ${percent(share)}`),
  );
  output.note('verifying');
  const { violations } = verifier.end(hashPieces(snapshotText(lists)));
  const lines =
    violations.length === 0
      ? ['Valid: a stable match of this instance; figures and certificate are right.']
      : violations.map(violationWords);
  await writePieces(
    output.out,
    lines.map((line) => `${line}\n`),
  );
  return violations.length === 0 ? 0 : 1;
}

export async function explainCommand(
  files: { instance: string; result: string },
  { student, lang }: { student: string; lang: 'zh' | 'en' },
  output: Output,
): Promise<number> {
  const instance = instanceOf(await read(files.instance, output));
  const result = readResult(await readJsonFile(files.result));
  const lines = explanationWords(explain(instance, result, student), lang);
  await writePieces(
    output.out,
    lines.map((line) => `${line}\n`),
  );
  return 0;
}

/** The instance of the next round; `declinedPath` names a JSON list of students. */
export async function nextCommand(
  files: { instance: string; result: string; declined: string | undefined },
  output: Output,
): Promise<number> {
  const instance = instanceOf(await read(files.instance, output));
  const result = readResult(await readJsonFile(files.result));
  const given = files.declined === undefined ? [] : await readJsonFile(files.declined);
  const declined = Array.isArray(given) ? given.map(String) : [];
  await writePieces(output.out, [canonicalJson(nextInstance(instance, result, declined)), '\n']);
  return 0;
}

/** Matches two instances and prints who moves where. */
export async function compareCommand(path: string, otherPath: string, output: Output): Promise<number> {
  const [before, after] = [instanceOf(await read(path, output)), instanceOf(await read(otherPath, output))];
  const moves = compare(
    { instance: before, result: match(before) },
    { instance: after, result: match(after) },
  );
  await writePieces(output.out, [JSON.stringify(moves, null, 2), '\n']);
  return 0;
}
