import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RoundId } from '../../functions/ids.ts';
import { makeDeps } from '../support/deps.ts';
import { startMarket } from '../support/market.ts';
import { driveToEnd } from './drive.ts';
import { differences, type Facts, factsOf } from './facts.ts';
import type { Point } from './killing.ts';

const now = '2026-05-10T08:00:00.000Z';
const students = 7;

/** A round before its freeze, in a folder of which each run has its own copy. */
export interface Prepared {
  folder: string;
  roundId: RoundId;
  /** How it ends when nothing disturbs it. */
  expected: Facts;
  /** Calls of ports on the way. */
  calls: number;
  /** Without transactions: the calls before which a write is half done. */
  within: readonly number[];
}

export const prepare = async (): Promise<Prepared> => {
  const market = await startMarket([1, 2, 2], students);
  // three compete for one seat; one is ranked by nobody, and one ranks nothing
  await market.studentRanks(1, [1, 2]);
  await market.studentRanks(2, [1, 2]);
  await market.studentRanks(3, [1]);
  await market.studentRanks(4, [2]);
  await market.studentRanks(5, [3, 2]);
  await market.studentRanks(6, [3]);
  await market.studentRanks(7, [3, 1]);
  await market.postingRanks(1, [2, 1, 3]);
  await market.postingRanks(2, [1, 2]);
  await market.postingRanks(3, [6, 5, 7]);
  await market.toPhase('matching');
  const { folder } = market.deps;
  const { roundId } = market;
  const undisturbed = await inCopy(folder, async (copy) => {
    const { said } = await run({ folder: copy, roundId });
    return { calls: Number(/^calls (\d+)$/m.exec(said)?.[1]), expected: await endOf(copy, roundId) };
  });
  const within = await inCopy(folder, async (copy) => {
    const { said } = await run({ folder: copy, roundId, split: true });
    return (/^within (.+)$/m.exec(said)?.[1] ?? '').split(' ').map(Number);
  });
  return { folder, roundId, within, ...undisturbed };
};

/** What one run that was killed came to. */
export interface Survived {
  /** Whether it was killed at all. */
  killed: boolean;
  /** What is not as it is without the kill, or why it could not be brought to its end. */
  violations: readonly string[];
}

/** Kills a process at a point, starts again where it was, goes on to the end, and compares. */
export const crashAt = (prepared: Prepared, point: Point, split = false): Promise<Survived> =>
  inCopy(prepared.folder, async (copy) => {
    const { roundId, expected } = prepared;
    const { said, killed } = await run({ folder: copy, roundId, point, split });
    try {
      const accepted = [...said.matchAll(/^accept (.+)$/gm)].map(([, student]) => student);
      const before = await offersIn(copy, roundId);
      const lost = accepted.filter(
        (student) => !before.some((offer) => offer.startsWith(`${student} `) && offer.endsWith(' accepted')),
      );
      const violations = differences(expected, await endOf(copy, roundId));
      return {
        killed,
        violations: [...lost.map((student) => `answered and lost: accept ${student}`), ...violations],
      };
    } catch (error) {
      return {
        killed,
        violations: [`cannot go on: ${error instanceof Error ? error.message : String(error)}`],
      };
    }
  });

const inCopy = async <T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(join(tmpdir(), 'crash-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const run = async (options: { folder: string; roundId: string; point?: Point; split?: boolean }) => {
  const { folder, roundId, point, split = false } = options;
  const args = ['--folder', folder, '--round', roundId, '--students', String(students), '--now', now];
  if (point !== undefined) args.push('--call', String(point.call), '--when', point.when);
  if (split) args.push('--split');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(import.meta.dirname, 'child.ts'),
      ...args,
    ]);
    return { said: stdout, killed: false };
  } catch (error) {
    if (!(error instanceof Error) || !('signal' in error) || !('stdout' in error)) throw error;
    if (error.signal !== 'SIGKILL') throw error;
    return { said: String(error.stdout), killed: true };
  }
};

const offersIn = async (folder: string, roundId: RoundId): Promise<readonly string[]> => {
  const deps = await makeDeps({ folder, now });
  try {
    const facts = await factsOf(deps, roundId, students);
    return facts.offers ?? [];
  } finally {
    await deps.close();
  }
};

/** Brings a round to its end, without disturbance, and tells how it looks then. */
const endOf = async (folder: string, roundId: RoundId): Promise<Facts> => {
  const deps = await makeDeps({ folder, now });
  try {
    await driveToEnd(deps, { roundId, students }, () => {});
    return await factsOf(deps, roundId, students);
  } finally {
    await deps.close();
  }
};
