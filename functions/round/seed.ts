import { createHash } from 'node:crypto';
import * as z from 'zod';
import { RoundId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';

/**
 * The seed of a round's tie lottery, an item of its own, so that no view of the round can show it too early. The round
 * carries its hash from the opening on: whoever drew it could not change it once the lists were known.
 */
const RoundSeed = z.object({
  roundId: RoundId,
  seed: z.string().min(1),
  /**
   * What aliases are made with. Drawn with the seed, so that no alias can be bent towards a better lottery number, and
   * thrown away once the snapshot is written: from then on a student's own list alone says who is meant.
   */
  aliasKey: z.string().optional(),
  version: z.number().int(),
});

const keyOf = (roundId: string): Key => ({ pk: `ROUND#${roundId}`, sk: 'SEED' });

export const roundSeeds = entity({ schema: RoundSeed, key: ({ roundId }) => keyOf(roundId) });

export const drawsOfRound = (table: Table, roundId: string) => roundSeeds.get(table, keyOf(roundId));

/** Undefined for a round that was opened without one. */
export const seedOfRound = async (table: Table, roundId: string): Promise<string | undefined> =>
  (await drawsOfRound(table, roundId))?.seed;

export const commitmentTo = (seed: string): string => createHash('sha256').update(seed, 'utf8').digest('hex');
