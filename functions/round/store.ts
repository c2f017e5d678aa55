import { notFound } from '../errors.ts';
import { type CycleId, RoundId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { Round } from './schema.ts';

const roundKey = (id: string): Key => ({ pk: `ROUND#${id}`, sk: 'ROUND' });
export const rounds = entity({
  schema: Round,
  key: (round) => roundKey(round.id),
  index: (round) => ({
    gsi1: { pk: `CYCLE#${round.cycleId}#ROUNDS`, sk: String(round.number).padStart(4, '0') },
  }),
});

export const findRound = (table: Table, id: string): Promise<Round | undefined> =>
  rounds.get(table, roundKey(id));

export const getRound = async (table: Table, id: string): Promise<Round> => {
  const round = await findRound(table, id);
  if (round === undefined) throw notFound('round');
  return round;
};

export const roundsOfCycle = (table: Table, cycleId: string) =>
  rounds.list(table, { index: 'gsi1', pk: `CYCLE#${cycleId}#ROUNDS`, descending: true, limit: 100 });

/** The round that a cycle is at: the latest that was not given up. */
export const roundOfCycle = async (table: Table, cycleId: string): Promise<Round | undefined> => {
  const { items } = await roundsOfCycle(table, cycleId);
  return items.find(({ state }) => state !== 'voided' && state !== 'failed');
};

/** A cycle's round number `number`, open from its beginning: lists can be drafted as soon as there are applications. */
export const openRound = (
  newId: () => string,
  round: { cycleId: CycleId; number: number; carriesFrom?: RoundId },
  by: Stamp,
): { roundId: RoundId; operation: Operation } => {
  const id = RoundId.parse(`rnd_${newId()}`);
  return { roundId: id, operation: rounds.create({ id, ...round, kind: 'main', state: 'open' }, by) };
};
