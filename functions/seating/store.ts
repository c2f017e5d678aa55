import { stale } from '../errors.ts';
import type { CompanyId, CycleId } from '../ids.ts';
import { ofCompany, postings } from '../posting/store.ts';
import type { Posting } from '../posting/schema.ts';
import type { Round } from '../round/schema.ts';
import { getRound, heldAt } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import { type Key, type Stamp, type Table, WriteConflict } from '../table/table.ts';
import { seatingFrozen } from './rules.ts';
import { Seating } from './schema.ts';

const seatingKey = (companyId: string, cycleId: string): Key => ({
  pk: `COMPANY#${companyId}`,
  sk: `SEATING#${cycleId}`,
});

const seatings = entity({
  schema: Seating,
  key: ({ companyId, cycleId }) => seatingKey(companyId, cycleId),
});

/** Undefined for a company that has set nothing in the cycle. */
export const findSeating = (table: Table, companyId: string, cycleId: string): Promise<Seating | undefined> =>
  seatings.get(table, seatingKey(companyId, cycleId));

/** Of version 0 while nothing has been saved. */
export const seatingOf = async (table: Table, companyId: CompanyId, cycleId: CycleId): Promise<Seating> =>
  (await findSeating(table, companyId, cycleId)) ?? {
    companyId,
    cycleId,
    groups: [],
    reserves: [],
    transfers: [],
    version: 0,
  };

/** Stores a plan at the version that was read, while the round is as it was read: a freeze that came first is told apart. */
export const saveSeating = async (table: Table, seating: Seating, round: Round, by: Stamp): Promise<void> => {
  const { version, ...unsaved } = seating;
  const put = version === 0 ? seatings.create(unsaved, by) : seatings.update(seating, by);
  try {
    await table.write([put, heldAt(round)]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
    throw (await getRound(table, round.id)).state === 'open' ? stale('seating plan') : seatingFrozen();
  }
};

/** A company's postings of one cycle, in every state. */
export const postingsInCycle = async (table: Table, companyId: string, cycleId: string): Promise<Posting[]> =>
  (await Array.fromAsync(postings.all(table, ofCompany(companyId)))).filter(
    (posting) => posting.cycleId === cycleId,
  );
