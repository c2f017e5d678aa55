import { notFound } from '../errors.ts';
import { RoundId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { Round } from './schema.ts';
import { commitmentTo, roundSeeds } from './seed.ts';

const roundKey = (id: string): Key => ({ pk: `ROUND#${id}`, sk: 'ROUND' });
export const rounds = entity({
  schema: Round,
  key: (round) => roundKey(round.id),
  index: (round) => ({
    gsi1: { pk: `CYCLE#${round.cycleId}#ROUNDS`, sk: String(round.number).padStart(4, '0') },
    ...(round.state === 'published' && {
      gsi2: { pk: 'ROUNDS_TO_ANSWER', sk: `${round.answerBy}#${round.id}` },
    }),
  }),
});

export type PublishedRound = Extract<Round, { state: 'published' }>;

export const findRound = (table: Table, id: string): Promise<Round | undefined> =>
  rounds.get(table, roundKey(id));

/** Holds in a write of something else that the round is still as it was read. */
export const heldAt = ({ id, version }: Round): Operation => ({ check: roundKey(id), if: { version } });

export const getRound = async (table: Table, id: string): Promise<Round> => {
  const round = await findRound(table, id);
  if (round === undefined) throw notFound('round');
  return round;
};

export const roundsOfCycle = (table: Table, cycleId: string) =>
  rounds.list(table, { index: 'gsi1', pk: `CYCLE#${cycleId}#ROUNDS`, descending: true, limit: 100 });

/** What a round decided is absent for everyone until it is published: this is the one place that says so. */
export const publishedRound = async (table: Table, id: string): Promise<PublishedRound | undefined> => {
  const round = await findRound(table, id);
  return round?.state === 'published' ? round : undefined;
};

/** The published rounds whose time to answer is over. */
export async function* roundsPastAnswer(table: Table, now: string): AsyncGenerator<PublishedRound> {
  for await (const round of rounds.all(table, { index: 'gsi2', pk: 'ROUNDS_TO_ANSWER', sk: { to: now } }))
    if (round.state === 'published') yield round;
}

/** A cycle's rounds, the latest first, as they are now whatever the index shows. */
export const roundsNow = async (table: Table, cycleId: string): Promise<Round[]> => {
  const { items } = await roundsOfCycle(table, cycleId);
  const found = await Promise.all(items.map(({ id }) => findRound(table, id)));
  return found.filter((round) => round !== undefined);
};

/** The round that a cycle with these rounds is at: the latest that was not given up. */
export const currentOf = (all: readonly Round[]): Round | undefined =>
  all.find(({ state }) => state !== 'voided' && state !== 'failed');

export const roundOfCycle = async (table: Table, cycleId: string): Promise<Round | undefined> =>
  currentOf(await roundsNow(table, cycleId));

/** One more round of a cycle, open from its beginning: lists can be drafted as soon as there are applications. */
export const openRound = (
  newId: () => string,
  round: Pick<Round, 'cycleId' | 'number'> & Partial<Pick<Round, 'kind' | 'carriesFrom' | 'terms' | 'step'>>,
  by: Stamp,
): { roundId: RoundId; operations: readonly Operation[] } => {
  const id = RoundId.parse(`rnd_${newId()}`);
  const seed = `${newId()}${newId()}`;
  const aliasKey = `${newId()}${newId()}`;
  const opened = { id, kind: 'main', ...round, state: 'open', seedSha256: commitmentTo(seed) } as const;
  return {
    roundId: id,
    operations: [rounds.create(opened, by), roundSeeds.create({ roundId: id, seed, aliasKey }, by)],
  };
};

/** The round that a cycle begins with. */
export const createMainRound = (
  newId: () => string,
  cycleId: Round['cycleId'],
  by: Stamp,
): { roundId: RoundId; operations: readonly Operation[] } =>
  openRound(newId, { cycleId, number: 1, kind: 'main' }, by);
