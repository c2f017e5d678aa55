import type { Deps } from '../deps.ts';
import { removeFolder } from '../files/remove-folder.ts';
import { rankLists } from '../ranklist/store.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { reduced } from './rules.ts';
import type { Round } from './schema.ts';
import { drawsOfRound, roundSeeds } from './seed.ts';
import { getRound, rounds } from './store.ts';

const system = { kind: 'system', task: 'retention' } as const;
/** How the removal of each list is signed. */
export const listsGo = 'round.emptied';

/** From here on nobody reads the round's documents: said first, so that no half of them is ever answered. */
const mark = async ({ table, clock }: Deps, id: string): Promise<Round> => {
  const before = await getRound(table, id);
  if (before.reducedAt !== undefined) return before;
  const now = clock.now();
  // One that is refused was made by another clock at the same moment.
  await writeIndependent(table, [rounds.update(reduced(before, now), stamp(system, 'round.reduce', now))]);
  return getRound(table, id);
};

/**
 * Takes a round's documents and its seed away: hashes, counts and public figures stay. Whatever step a crash
 * interrupts, running again goes on from there.
 */
export const reduceRound = async (deps: Deps, id: string): Promise<Round> => {
  const round = await mark(deps, id);
  await removeFolder(deps.files, `rounds/${id}`);
  const seed = await drawsOfRound(deps.table, id);
  const by = stamp(system, 'round.reduce', deps.clock.now());
  if (seed !== undefined) await writeIndependent(deps.table, [roundSeeds.remove(seed, by)]);
  return round;
};

/** Takes away some of the rank lists of a reduced round. Answers how many there were; once none is left, the round says so. */
export const emptyRound = async (deps: Deps, round: Round, most: number): Promise<number> => {
  const { table, clock } = deps;
  if (round.emptiedAt !== undefined) return 0;
  const by = stamp(system, listsGo, clock.now());
  const lists = { index: 'gsi1', pk: `ROUND#${round.id}#RANKLISTS` } as const;
  const sides = await Promise.all(
    ['student#', 'posting#'].map((prefix) =>
      rankLists.list(table, { ...lists, sk: { prefix }, limit: most }),
    ),
  );
  const found = sides.flatMap(({ items }) => items);
  // One that is refused was taken away since, with its owner or by another clock.
  await writeIndependent(
    table,
    found.map((list) => rankLists.remove(list, by)),
  );
  if (found.length === 0)
    await writeIndependent(table, [rounds.update({ ...round, emptiedAt: clock.now() }, by)]);
  return found.length;
};
