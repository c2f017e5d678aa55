import { notFound, stale } from '../errors.ts';
import type { Round } from '../round/schema.ts';
import { findRound, heldAt, roundOfCycle } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import { type Key, type Query, type Stamp, type Table, WriteConflict } from '../table/table.ts';
import { changesSeats, seatsFrozen } from './rules.ts';
import { Posting, type PostingState } from './schema.ts';

const postingKey = (id: string): Key => ({ pk: `POSTING#${id}`, sk: 'POSTING' });
export const postings = entity({
  schema: Posting,
  key: (posting) => postingKey(posting.id),
  index: (posting) => ({
    gsi1: { pk: `CYCLE#${posting.cycleId}#POSTINGS`, sk: `${posting.state}#${posting.id}` },
    gsi2: { pk: `COMPANY#${posting.companyId}#POSTINGS`, sk: `${posting.createdAt}#${posting.id}` },
  }),
});

export const findPosting = (table: Table, id: string): Promise<Posting | undefined> =>
  postings.get(table, postingKey(id));

export const getPosting = async (table: Table, id: string): Promise<Posting> => {
  const posting = await findPosting(table, id);
  if (posting === undefined) throw notFound('posting');
  return posting;
};

/** From the freeze to the release seats stay as the round has them; after it, what it gave away is given. */
const isUnderWay = ({ state }: Round): boolean => state !== 'open' && state !== 'published';

/**
 * Stores a posting at the version that was read. A company's change of seats holds the round open, too: a request that
 * was let in before the freeze does not get past it. `pointer` is the field that is refused then.
 */
export const savePosting = async (
  table: Table,
  { before, after, pointer }: { before: Posting; after: Posting; pointer: string },
  by: Stamp,
): Promise<void> => {
  const round = changesSeats(before, after) ? await roundOfCycle(table, after.cycleId) : undefined;
  if (round !== undefined && isUnderWay(round)) throw seatsFrozen(pointer);
  try {
    await table.write([postings.update(after, by), ...(round ? [heldAt(round)] : [])]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
    const latest = round && (await findRound(table, round.id));
    throw latest && isUnderWay(latest) ? seatsFrozen(pointer) : stale('posting');
  }
};

export const ofCycle = (cycleId: string, state?: PostingState): Pick<Query, 'index' | 'pk' | 'sk'> => ({
  index: 'gsi1',
  pk: `CYCLE#${cycleId}#POSTINGS`,
  ...(state !== undefined && { sk: { prefix: `${state}#` } }),
});
export const ofCompany = (companyId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi2',
  pk: `COMPANY#${companyId}#POSTINGS`,
});
