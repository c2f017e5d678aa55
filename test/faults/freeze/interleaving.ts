import type { Deps } from '../../../functions/deps.ts';
import { DomainError } from '../../../functions/errors.ts';
import type { RoundId } from '../../../functions/ids.ts';
import { freezeRound } from '../../../functions/round/freeze.ts';
import { getJob } from '../../../functions/job/store.ts';
import { rankListHandlers } from '../../../functions/ranklist/routes.ts';
import { roundHandlers } from '../../../functions/round/routes.ts';
import { getRound, openRound, rounds } from '../../../functions/round/store.ts';
import { storedInstance } from '../../../functions/round/run.ts';
import { commit } from '../../../functions/table/entity.ts';
import type { Table } from '../../../functions/table/table.ts';
import type { Random } from '../../../infra/local/seed/random.ts';
import {
  callOf,
  cycleId,
  now,
  postingId,
  recruiterActor,
  runner,
  studentActor,
  studentId,
} from '../../support/market.ts';
import { turnsBy } from './turns.ts';
import { unaliased } from '../../support/aliases.ts';

/** After the window of the ranking phase: the freeze is due while late requests are on their way. */
const overdue = '2026-05-15T10:00:01.000Z';
const stamp = { by: 'test', action: 'test', at: now };
/** A writer has about so many turns: the freeze falls anywhere among them. */
const mostLate = 30;
const quiet = async (): Promise<void> => {};

/** Names that a late writer may be given. */
const named = new Set(['rank_list_locked', 'stale_version']);

/** Someone who saves a list and certifies it, from one device. */
interface Writer {
  owner: 'student-1' | 'student-2' | 'posting-1';
  choices: readonly string[];
  rank: (on: Deps, roundId: RoundId) => Promise<unknown>;
}

const student = (number: 1 | 2, choices: readonly number[]): Writer => ({
  owner: `student-${number}`,
  choices: choices.map(postingId),
  rank: async (on, roundId) => {
    const call = { ...callOf(on), now, actor: studentActor(number), params: { roundId } };
    const { version } = await rankListHandlers.getMyRankList(call);
    const body = { choices: choices.map(postingId) };
    const saved = await rankListHandlers.saveMyRankList({ ...call, version, body });
    return rankListHandlers.certifyMyRankList({ ...call, version: saved.version });
  },
});

const recruiter = (choices: readonly number[]): Writer => ({
  owner: 'posting-1',
  choices: choices.map(studentId),
  rank: async (on, roundId) => {
    const params = { roundId, postingId: postingId(1) };
    const call = { ...callOf(on), now, actor: recruiterActor(1), params };
    const { version } = await rankListHandlers.getPostingRankList(call);
    const body = { choices: choices.map(studentId) };
    const saved = await rankListHandlers.savePostingRankList({ ...call, version, body });
    return rankListHandlers.certifyPostingRankList({ ...call, version: saved.version });
  },
});

/** Two devices of one student, another student, and a company. */
const writers = [student(1, [1, 2]), student(1, [2]), student(2, [1]), recruiter([2, 1])];

export interface Played {
  /** How the writers fared: `saved`, or the name of the refusal. */
  answers: string[];
  wrong: string[];
}

/** Freezes a round while lists are written, in an order that chance makes; then looks where each list is. */
export const interleave = async (
  deps: Deps,
  {
    random,
    freezing = (table) => table,
    number,
  }: { random: Random; number: number; freezing?: (table: Table) => Table },
): Promise<Played> => {
  const opened = openRound(deps.newId, { cycleId, number }, stamp);
  await deps.table.write(opened.operations);
  const { roundId } = opened;
  const turns = turnsBy(random);

  const freeze = async (): Promise<void> => {
    const on = { ...deps, table: turns.gated(freezing(deps.table)) };
    await turns.late(random.int(0, mostLate));
    const { version } = await getRound(on.table, roundId);
    const call = { ...callOf(on), now: overdue, actor: runner, params: { roundId }, version };
    const job = await getJob(on.table, (await roundHandlers.freezeRound(call)).jobId);
    await freezeRound(on, { kind: 'freeze_round', roundId }, quiet, { ...job, decide: commit });
  };
  const frozen = freeze();
  const certified = new Map<string, readonly string[]>();
  const wrong: string[] = [];
  const rank = async ({ owner, choices, rank: send }: Writer): Promise<string> => {
    let writes = 0;
    // The second write is the one that certifies.
    const wrote = (): void => void ((writes += 1) === 2 && certified.set(owner, choices));
    try {
      await send({ ...deps, table: turns.gated(deps.table, wrote) }, roundId);
      return 'saved';
    } catch (error) {
      if (error instanceof DomainError && named.has(error.code)) return error.code;
      wrong.push(`${owner} was refused without a name: ${String(error)}`);
      return 'unnamed';
    }
  };
  const ranked = writers.map(rank);
  await turns.play([frozen, ...ranked]);
  await frozen;

  const round = await getRound(deps.table, roundId);
  if (round.state !== 'frozen' || round.snapshot === undefined) wrong.push(`the round is ${round.state}`);
  else {
    const stored = await storedInstance(deps, round.snapshot);
    const { students, postings } = await unaliased(deps.table, roundId, stored);
    const inSnapshot = {
      'student-1': students[studentId(1)],
      'student-2': students[studentId(2)],
      'posting-1': postings[postingId(1)]?.ranking,
    };
    for (const [owner, list] of Object.entries(inSnapshot)) {
      const expected = certified.get(owner) ?? [];
      if (JSON.stringify(list) !== JSON.stringify(expected))
        wrong.push(
          `${owner} certified ${JSON.stringify(expected)}; the snapshot has ${JSON.stringify(list)}`,
        );
    }
    await deps.files.remove(round.snapshot.name);
  }
  await deps.table.write([rounds.remove(round, stamp)]);
  return { answers: await Promise.all(ranked), wrong };
};
