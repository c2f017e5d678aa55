import { DomainError } from '../errors.ts';
import { holds, leaves } from '../offer/rules.ts';
import type { Offer } from '../offer/schema.ts';
import { releasedToStudent } from '../offer/store.ts';
import { inTurns } from '../in-turns.ts';
import type { Table } from '../table/table.ts';

/** How a student stands before a supplementary round: free, with a seat, or out by what they decided. */
export type Standing = 'free' | 'holds_offer' | 'has_left';

/** From the released offers of one cycle. */
export const standingFrom = (offers: readonly Pick<Offer, 'state' | 'askedBy'>[]): Standing => {
  if (offers.some(holds)) return 'holds_offer';
  return offers.some(leaves) ? 'has_left' : 'free';
};

export const mayTakePart = (standing: Standing): boolean => standing === 'free';

export const standingOf = async (table: Table, cycleId: string, studentId: string): Promise<Standing> => {
  const own = await Array.fromAsync(releasedToStudent(table, studentId));
  return standingFrom(own.map(({ offer }) => offer).filter((offer) => offer.cycleId === cycleId));
};

export const standingsIn = async (
  table: Table,
  cycleId: string,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> => {
  const found = new Map<string, Standing>();
  await inTurns(studentIds, async (id) => found.set(id, await standingOf(table, cycleId, id)));
  return found;
};

/** A supplementary round is for students without an offer who have not left. */
export const requireFree = (standing: Standing): void => {
  switch (standing) {
    case 'free':
      return;
    case 'holds_offer':
      throw new DomainError(
        'conflict',
        'holds_offer',
        'You have an offer in this cycle. The supplementary round is for students without one.',
      );
    case 'has_left':
      throw new DomainError(
        'conflict',
        'has_left_matching',
        'Your offer in this cycle was declined, expired or released at your request, so you take no part in further rounds. Ask a coordinator if that is wrong.',
      );
  }
};
