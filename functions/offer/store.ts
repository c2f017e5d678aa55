import { notFound } from '../errors.ts';
import { type OfferId, partsOfOfferId } from '../ids.ts';
import type { Round } from '../round/schema.ts';
import { type PublishedRound, publishedRound } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Query, Table } from '../table/table.ts';
import { Offer } from './schema.ts';

const offerKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `OFFER#${roundId}`,
});
export const offers = entity({
  schema: Offer,
  key: (offer) => offerKey(offer.studentId, offer.roundId),
  index: (offer) => ({
    gsi1: { pk: `ROUND#${offer.roundId}#OFFERS`, sk: `${offer.state}#${offer.studentId}` },
    gsi2: {
      pk: `COMPANY#${offer.companyId}#OFFERS`,
      sk: `${offer.roundId}#${offer.postingId}#${offer.studentId}`,
    },
  }),
});
/** Holds in a write of something else that the offer is still as it was read. */
export const offerHeldAt = ({ studentId, roundId, version }: Offer): Operation => ({
  check: offerKey(studentId, roundId),
  if: { version },
});

export const findOffer = (
  table: Table,
  { studentId, roundId }: Pick<Offer, 'studentId' | 'roundId'>,
): Promise<Offer | undefined> => offers.get(table, offerKey(studentId, roundId));

/** An offer that has been released, with its round. */
export const getOffer = async (
  table: Table,
  id: OfferId,
): Promise<{ offer: Offer; round: PublishedRound }> => {
  const { student, round: roundId } = partsOfOfferId(id);
  const [offer, round] = await Promise.all([
    offers.get(table, offerKey(student, roundId)),
    publishedRound(table, roundId),
  ]);
  if (offer === undefined || round === undefined) throw notFound('offer');
  return { offer, round };
};

/** The released offers of a round; none before it is published. */
export async function* offersOfRound(
  table: Table,
  round: Round,
  state?: Offer['state'],
): AsyncGenerator<Offer> {
  if (round.state !== 'published') return;
  yield* offers.all(table, {
    index: 'gsi1',
    pk: `ROUND#${round.id}#OFFERS`,
    ...(state !== undefined && { sk: { prefix: `${state}#` } }),
  });
}

export interface Released {
  offer: Offer;
  round: PublishedRound;
}

interface PageOf {
  limit: number;
  cursor?: string | undefined;
}

/** Those offers of a list whose rounds are published, each round read once. */
async function* released(table: Table, list: AsyncIterable<Offer>): AsyncGenerator<Released> {
  const seen = new Map<string, Promise<PublishedRound | undefined>>();
  for await (const offer of list) {
    const found = seen.get(offer.roundId) ?? publishedRound(table, offer.roundId);
    seen.set(offer.roundId, found);
    const round = await found;
    if (round) yield { offer, round };
  }
}

/**
 * One page of the released offers of a list. The page is cut after those not released are left out: a shorter page
 * or a cursor with nothing behind it would tell that there are some. A cursor is the last offer of its page.
 */
const listReleased = async (
  table: Table,
  query: Pick<Query, 'index' | 'pk' | 'sk'>,
  page: PageOf,
): Promise<{ items: Released[]; next?: string }> => {
  const list = await Array.fromAsync(released(table, offers.all(table, query)));
  const from = page.cursor === undefined ? 0 : list.findIndex(({ offer }) => offer.id === page.cursor) + 1;
  const items = list.slice(from, from + page.limit);
  const last = items.at(-1);
  return {
    items,
    ...(last !== undefined && from + items.length < list.length && { next: last.offer.id }),
  };
};

/** Every released offer of a student. */
export const releasedToStudent = (table: Table, studentId: string): AsyncGenerator<Released> =>
  released(table, offers.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: 'OFFER#' } }));

export const listStudentOffers = (table: Table, studentId: string, page: PageOf) =>
  listReleased(table, { pk: `STUDENT#${studentId}`, sk: { prefix: 'OFFER#' } }, page);
export const listCompanyOffers = (table: Table, companyId: string, page: PageOf) =>
  listReleased(table, { index: 'gsi2', pk: `COMPANY#${companyId}#OFFERS` }, page);

/** One page of a published round's offers. */
export const listRoundOffers = async (
  table: Table,
  round: PublishedRound,
  page: PageOf,
): Promise<{ items: Released[]; next?: string }> => {
  const found = await offers.list(table, {
    index: 'gsi1',
    pk: `ROUND#${round.id}#OFFERS`,
    limit: page.limit,
    cursor: page.cursor,
  });
  return { ...found, items: found.items.map((offer) => ({ offer, round })) };
};

/** The offers that a published round made for one posting of a company. */
export const offersOfPosting = (
  table: Table,
  round: PublishedRound,
  posting: { id: string; companyId: string },
) =>
  offers.all(table, {
    index: 'gsi2',
    pk: `COMPANY#${posting.companyId}#OFFERS`,
    sk: { prefix: `${round.id}#${posting.id}#` },
  });
