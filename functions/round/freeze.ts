import { snapshotOf } from '../../matching/round/snapshot.ts';
import type { Deps } from '../deps.ts';
import { PostingId, StudentId } from '../ids.ts';
import type { JobHandler, Progress } from '../job/work.ts';
import type { RankList } from '../ranklist/schema.ts';
import { listsOfRound, postingList, putList, studentList } from '../ranklist/store.ts';
import type { Ranked } from '../ranklist/ties.ts';
import { findErased } from '../rights/store.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { type Aliases, aliasesFrom, aliasWith } from './aliases.ts';
import { type Frozen, frozenInstance } from './frozen-instance.ts';
import { frozenSeating } from './frozen-seating.ts';
import { inTurns } from '../in-turns.ts';
import { requireFrozen } from './rules.ts';
import { drawsOfRound, roundSeeds } from './seed.ts';
import type { Round, SnapshotFacts } from './schema.ts';
import { storeCanonical } from './stored.ts';
import { getRound, rounds } from './store.ts';
import { takingPart } from './taking-part.ts';

const system = { kind: 'system', task: 'freeze' } as const;

/**
 * Locks one list at the version it has, whoever is writing to it: a writer who is late finds it locked. Who has no
 * list gets an empty locked one, so that none can be begun behind the fence.
 */
const lock = async <L extends RankList>(deps: Deps, read: () => Promise<L>): Promise<L> => {
  for (;;) {
    const list = await read();
    if (list.state === 'locked') return list;
    try {
      const by = stamp(system, 'ranklist.lock', deps.clock.now());
      await deps.table.write([putList({ ...list, state: 'locked' }, by)]);
      return list;
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

const ownersOfLists = async (deps: Deps, round: Round, side: RankList['side']): Promise<string[]> => {
  const owners: string[] = [];
  for await (const list of listsOfRound(deps.table, round.id, side))
    owners.push(list.side === 'student' ? list.studentId : list.postingId);
  return owners;
};

const sorted = (...ids: Iterable<string>[]): string[] =>
  [...new Set(ids.flatMap((some) => [...some]))].toSorted();

/** Whoever is being removed takes part in no round: this begins before its fence, or waits for its end. */
const beingErased = async ({ table }: Deps, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const leaving = new Set<string>();
  await inTurns(ids, async (id) => {
    if ((await findErased(table, id)) !== undefined) leaving.add(id);
  });
  return leaving;
};

/** Locks every list, and answers what they hold: read from the lists themselves, not from an index that may lag. */
const lockAll = async (deps: Deps, round: Round, progress: Progress): Promise<Frozen> => {
  const found = await takingPart(deps.table, round);
  const known = sorted(found.rankable.keys(), await ownersOfLists(deps, round, 'student'));
  const leaving = await beingErased(deps, known);
  const studentIds = known.filter((id) => !leaving.has(id));
  const part = { ...found, rankable: new Map([...found.rankable].filter(([id]) => !leaving.has(id))) };
  const { rankable, seats } = part;
  const postingIds = sorted(seats.keys(), await ownersOfLists(deps, round, 'posting'));
  const total = studentIds.length + postingIds.length;
  const { seed, aliasKey = deps.newId() } = (await drawsOfRound(deps.table, round.id)) ?? {};
  const aliases = new Map<string, string>();
  const students = new Map<string, readonly string[]>();
  const rankings = new Map<string, readonly Ranked[]>();
  await inTurns(
    studentIds,
    async (id) => {
      const { certified, alias } = await lock(deps, async () => ({
        alias: aliasWith(aliasKey, id),
        ...(await studentList(deps.table, round, StudentId.parse(id))),
      }));
      aliases.set(id, alias);
      if (certified !== undefined || rankable.has(id)) students.set(id, certified ?? []);
    },
    (done) => progress(done, total),
  );
  await inTurns(
    postingIds,
    async (id) => {
      const { certified } = await lock(deps, () => postingList(deps.table, round, PostingId.parse(id)));
      rankings.set(id, certified ?? []);
    },
    (done) => progress(studentIds.length + done, total),
  );
  const seating = await frozenSeating(deps, round, part);
  return aliased({ students, rankings, seats, rankable, seating, seed }, aliasesFrom(aliases));
};

/** The same, with students called by their aliases. */
const aliased = (
  { students, rankings, rankable, seating, ...rest }: Frozen,
  { aliasOf }: Aliases,
): Frozen => {
  const renamed = <T>(byStudent: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...byStudent].map(([id, value]) => [aliasOf(id), value]));
  const entry = (one: Ranked): Ranked => (typeof one === 'string' ? aliasOf(one) : one.map(aliasOf));
  const reserves = Object.entries(seating?.reserves ?? {}).map(
    ([id, reserve]) => [id, { ...reserve, students: reserve.students.map(aliasOf).toSorted() }] as const,
  );
  return {
    ...rest,
    students: renamed(students),
    rankings: new Map([...rankings].map(([id, list]) => [id, list.map(entry)])),
    rankable: renamed(rankable),
    ...(seating && { seating: { ...seating, reserves: Object.fromEntries(reserves) } }),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Locks every list, then writes the snapshot. A list is in the snapshot or its writer got an error, never both or
 * neither. Whatever step a crash interrupts, running again goes on from there.
 */
export const freezeRound: JobHandler<'freeze_round'> = async (deps, { roundId }, progress, task) => {
  const round = await getRound(deps.table, roundId);
  if (round.state !== 'frozen' || round.snapshot !== undefined) return;
  const frozen = await lockAll(deps, round, progress);
  const instance = frozenInstance(frozen);
  const stored = await storeCanonical(
    deps.files,
    `rounds/${round.id}/snapshot`,
    snapshotOf({ roundId: round.id, cycleId: round.cycleId, instance }),
  );
  const snapshot: SnapshotFacts = {
    ...stored,
    students: frozen.students.size,
    postings: frozen.seats.size,
    seats: sum([...frozen.seats.values()]),
    choices: sum([...frozen.students.values()].map((list) => list.length)),
  };
  // Read again: the freeze may have been asked for a second time meanwhile, or the round given up.
  const now = requireFrozen(await getRound(deps.table, roundId));
  if (now.snapshot !== undefined) return;
  const by = stamp(system, 'round.snapshot', deps.clock.now());
  const { aliasKey: _, ...draws } = (await drawsOfRound(deps.table, roundId)) ?? {};
  await task.decide(deps.table, [
    rounds.update({ ...now, snapshot }, by),
    ...('seed' in draws ? [roundSeeds.update(draws, by)] : []),
  ]);
};
