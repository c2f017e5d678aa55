import type { Writable } from 'node:stream';
import { canonicalJson } from '../round/canonical.ts';
import { compare, type Matched } from '../round/compare.ts';
import { explain } from '../round/explain.ts';
import type { Instance } from '../round/instance.ts';
import { match } from '../round/match.ts';
import { nextInstance } from '../round/next-instance.ts';
import { instanceOf } from '../round/read/instance-of.ts';
import { InstanceError } from '../round/read/instance-error.ts';
import { InstanceReader } from '../round/read/instance-reader.ts';
import type { Lists } from '../round/read/lists.ts';
import { NotJson } from '../round/read/not-json.ts';
import { readResult } from '../round/read-result.ts';
import { resultText } from '../round/result-text.ts';
import { snapshotText } from '../round/snapshot-text.ts';
import { type Proposing, solve } from '../round/solve/solve.ts';
import { Verifier } from '../round/verify.ts';
import { explanationWords, violationWords } from '../round/words.ts';
import { printable } from './printable.ts';
import { hashPieces, readJsonFile, readPieces, writePieces } from './files.ts';

/** Where a command writes. `note` is for what goes on meanwhile, not for the answer. */
export interface Output {
  readonly out: Writable;
  readonly note: (text: string) => void;
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`;

/** What is wrong in a file is told with its name: most commands read two. */
async function inFile<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InstanceError) throw new RangeError(`${path}: ${error.message} (${error.problem})`);
    if (error instanceof NotJson) throw new RangeError(`${path}: ${error.message}`);
    throw error;
  }
}

const read = (path: string, { note }: Output): Promise<Lists> =>
  inFile(path, async () => {
    const reader = new InstanceReader();
    await readPieces(
      path,
      (text) => reader.push(text),
      (share) => note(`reading ${percent(share)}`),
    );
    return reader.end();
  });

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
  const violations = await violationsOf(await read(path, output), resultPath, output);
  const lines =
    violations.length === 0
      ? ['Valid: a stable match of this instance; figures and certificate are right.']
      : violations.map(violationWords);
  await writePieces(
    output.out,
    lines.map((line) => `${printable(line)}\n`),
  );
  return violations.length === 0 ? 0 : 1;
}

const violationsOf = (lists: Lists, resultPath: string, output: Output) =>
  inFile(resultPath, async () => {
    const verifier = new Verifier(lists);
    await readPieces(
      resultPath,
      (text) => verifier.push(text),
      (share) => output.note(`reading the result ${percent(share)}`),
    );
    output.note('verifying');
    return verifier.end(hashPieces(snapshotText(lists))).violations;
  });

/**
 * An instance and its result. What is told of a result that is wrong, or of another instance, would be wrong too.
 * @throws RangeError naming the first fault
 */
async function readMatched(files: { instance: string; result: string }, output: Output): Promise<Matched> {
  const lists = await read(files.instance, output);
  const [fault, ...others] = await violationsOf(lists, files.result, output);
  if (fault !== undefined) {
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    throw new RangeError(
      `${files.result}: not the result of ${files.instance}: ${violationWords(fault)}${more}`,
    );
  }
  return { instance: instanceOf(lists), result: readResult(await readJsonFile(files.result)) };
}

export async function explainCommand(
  files: { instance: string; result: string },
  { student, lang }: { student: string; lang: 'zh' | 'en' },
  output: Output,
): Promise<number> {
  const { instance, result } = await readMatched(files, output);
  const lines = explanationWords(explain(instance, result, student), lang);
  await writePieces(
    output.out,
    lines.map((line) => `${printable(line)}\n`),
  );
  return 0;
}

/** The instance of the next round; `declinedPath` names a JSON list of students. */
export async function nextRoundCommand(
  files: { instance: string; result: string; declined: string | undefined },
  output: Output,
): Promise<number> {
  const { instance, result } = await readMatched(files, output);
  const declined = files.declined === undefined ? [] : await readDeclined(files.declined, instance);
  await writePieces(output.out, [canonicalJson(nextInstance(instance, result, declined)), '\n']);
  return 0;
}

async function readDeclined(path: string, { students }: Instance): Promise<string[]> {
  const given = await readJsonFile(path);
  if (!Array.isArray(given)) throw new RangeError(`${path}: must be a list of students`);
  const list: readonly unknown[] = given;
  return list.map((id, index) => {
    if (typeof id === 'string' && Object.hasOwn(students, id)) return id;
    throw new RangeError(`${path}: [${index}]: ${JSON.stringify(id)} is no student of this round`);
  });
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
