import { DomainError } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { OpenSeats } from './schema.ts';

const seatsKey = (postingId: string, roundId: string): Key => ({
  pk: `POSTING#${postingId}`,
  sk: `OPEN_SEATS#${roundId}`,
});

export const openSeats = entity({
  schema: OpenSeats,
  key: ({ postingId, roundId }) => seatsKey(postingId, roundId),
  index: ({ roundId, companyId, postingId }) => ({
    gsi1: { pk: `ROUND#${roundId}#OPEN_SEATS`, sk: `${companyId}#${postingId}` },
  }),
});

export const findOpenSeats = (
  table: Table,
  roundId: string,
  postingId: string,
): Promise<OpenSeats | undefined> => openSeats.get(table, seatsKey(postingId, roundId));

const ofRound = (roundId: string, companyId?: string) =>
  ({
    index: 'gsi1',
    pk: `ROUND#${roundId}#OPEN_SEATS`,
    ...(companyId !== undefined && { sk: { prefix: `${companyId}#` } }),
  }) as const;

export const allOpenSeats = (table: Table, roundId: string) => openSeats.all(table, ofRound(roundId));
export const openSeatsOfCompany = (table: Table, roundId: string, companyId: string) =>
  openSeats.all(table, ofRound(roundId, companyId));
export const pageOfOpenSeats = (
  table: Table,
  roundId: string,
  page: { limit: number; cursor?: string | undefined },
) => openSeats.list(table, { ...ofRound(roundId), ...page });

/** Whether a posting gives seats in its round. */
export const gives = ({ seats, takesPart }: Pick<OpenSeats, 'seats' | 'takesPart'>): boolean =>
  takesPart && seats > 0;

/** What each posting of a supplementary round gives, read by key, so that an opt-out of a moment ago counts. */
export const seatsInRound = async (table: Table, roundId: string): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  for await (const { postingId } of allOpenSeats(table, roundId)) {
    const latest = await findOpenSeats(table, roundId, postingId);
    if (latest && gives(latest)) found.set(postingId, latest.seats);
  }
  return found;
};

/** In a supplementary round a student applies where there is a seat. */
export const requireSeats = (open: OpenSeats | undefined): void => {
  if (open && gives(open)) return;
  throw new DomainError(
    'conflict',
    'no_open_seats',
    'This posting has no open seats in the supplementary round. Choose one that has.',
    { fields: [{ pointer: '/postingId', reason: 'has no open seats in this round' }] },
  );
};
