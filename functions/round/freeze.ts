import type { Instance } from '../../matching/round/instance.ts';
import { snapshotOf } from '../../matching/round/snapshot.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import { StudentId } from '../ids.ts';
import type { JobHandler } from '../job/work.ts';
import type { CompletePosting } from '../posting/schema.ts';
import { ofCycle, postings } from '../posting/store.ts';
import type { RankList } from '../ranklist/schema.ts';
import { listsOfRound, postingList, rankLists, studentList } from '../ranklist/store.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { WriteConflict } from '../table/table.ts';
import type { Round, SnapshotFacts } from './schema.ts';
import { canonicalBytes } from './stored.ts';
import { getRound, rounds } from './store.ts';

const system = { kind: 'system', task: 'freeze' } as const;

/** Locks one list at the version it has, whoever is writing to it: a writer who is late finds it locked. */
const lock = async (deps: Deps, read: () => Promise<RankList>): Promise<void> => {
  for (;;) {
    const list = await read();
    if (list.state === 'locked') return;
    const by = stamp(system, 'ranklist.lock', deps.clock.now());
    const { version, ...unsaved } = { ...list, state: 'locked' } as const;
    try {
      return await deps.table.write([
        version === 0 ? rankLists.create(unsaved, by) : rankLists.update({ ...unsaved, version }, by),
      ]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

const publishedOf = async (deps: Deps, cycleId: string): Promise<CompletePosting[]> =>
  (await Array.fromAsync(postings.all(deps.table, ofCycle(cycleId, 'published')))).flatMap((posting) =>
    posting.state === 'published' ? [posting] : [],
  );

/** Who takes part: students with a rankable application, and whoever saved a list. */
const participants = async (deps: Deps, round: Round): Promise<StudentId[]> => {
  const ids = new Set<string>();
  for await (const { studentId } of applications.all(deps.table, ofCycleInState(round.cycleId, 'rankable')))
    ids.add(studentId);
  for await (const list of listsOfRound(deps.table, round.id, 'student'))
    if (list.side === 'student') ids.add(list.studentId);
  return [...ids].toSorted().map((id) => StudentId.parse(id));
};

/** The lists that count: those certified, cut to the postings and students of this round. */
const instanceOf = async (
  deps: Deps,
  round: Round,
  students: readonly string[],
  seats: readonly CompletePosting[],
): Promise<Instance> => {
  const inRound = { students: new Set(students), postings: new Set<string>(seats.map(({ id }) => id)) };
  const choices = new Map<string, readonly string[]>(students.map((id) => [id, []]));
  for await (const list of listsOfRound(deps.table, round.id, 'student'))
    if (list.side === 'student')
      choices.set(
        list.studentId,
        (list.certified ?? []).filter((id) => inRound.postings.has(id)),
      );
  const rankings = new Map<string, readonly string[]>();
  for await (const list of listsOfRound(deps.table, round.id, 'posting'))
    if (list.side === 'posting')
      rankings.set(
        list.postingId,
        (list.certified ?? []).filter((id) => inRound.students.has(id)),
      );
  return {
    students: Object.fromEntries(choices),
    postings: Object.fromEntries(
      seats.map(({ id, content }) => [id, { capacity: content.capacity, ranking: rankings.get(id) ?? [] }]),
    ),
  };
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/**
 * Locks every list, then writes the snapshot. A list is in the snapshot or its writer got an error, never both or
 * neither: who has no list yet gets an empty locked one, so that none can be begun behind the fence.
 */
export const freezeRound: JobHandler<'freeze_round'> = async (deps, { roundId }, progress) => {
  const round = await getRound(deps.table, roundId);
  if (round.state !== 'frozen' || round.snapshot !== undefined) return;
  const [students, seats] = await Promise.all([participants(deps, round), publishedOf(deps, round.cycleId)]);
  const total = students.length + seats.length;
  let done = 0;
  const step = async (): Promise<void> => {
    done += 1;
    if (done % 100 === 0 || done === total) await progress(done, total);
  };
  for (const id of students) {
    await lock(deps, () => studentList(deps.table, round, id));
    await step();
  }
  for (const { id } of seats) {
    await lock(deps, () => postingList(deps.table, round, id));
    await step();
  }
  const instance = await instanceOf(deps, round, students, seats);
  const name = `rounds/${round.id}/snapshot.json`;
  const stored = await deps.files.put(
    name,
    canonicalBytes(snapshotOf({ roundId: round.id, cycleId: round.cycleId, instance })),
  );
  const snapshot: SnapshotFacts = {
    name,
    ...stored,
    students: students.length,
    postings: seats.length,
    seats: sum(seats.map(({ content }) => content.capacity)),
    choices: sum(Object.values(instance.students).map((list) => list.length)),
  };
  await commit(deps.table, [
    rounds.update({ ...round, snapshot }, stamp(system, 'round.snapshot', deps.clock.now())),
  ]);
};
