import { createHash } from 'node:crypto';
import * as z from 'zod';
import { RoundId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';

/**
 * The seed of a round's tie lottery, an item of its own, so that no view of the round can show it too early. The round
 * carries its hash from the opening on: whoever drew it could not change it once the lists were known.
 */
const RoundSeed = z.object({ roundId: RoundId, seed: z.string().min(1), version: z.number().int() });

const keyOf = (roundId: string): Key => ({ pk: `ROUND#${roundId}`, sk: 'SEED' });

export const roundSeeds = entity({ schema: RoundSeed, key: ({ roundId }) => keyOf(roundId) });

/** Undefined for a round that was opened without one. */
export const seedOfRound = async (table: Table, roundId: string): Promise<string | undefined> =>
  (await roundSeeds.get(table, keyOf(roundId)))?.seed;

export const commitmentTo = (seed: string): string => createHash('sha256').update(seed, 'utf8').digest('hex');
