import { notFound } from '../errors.ts';
import { type OfferId, partsOfOfferId } from '../ids.ts';
import type { Round } from '../round/schema.ts';
import { findRound } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Query, Table } from '../table/table.ts';
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
export type PublishedRound = Extract<Round, { state: 'published' }>;

/** Offers of a round that is not published are absent for everyone: this is the one place that decides it. */
export const publishedRound = async (table: Table, roundId: string): Promise<PublishedRound | undefined> => {
  const round = await findRound(table, roundId);
  return round?.state === 'published' ? round : undefined;
};

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

/** A student's released offer in a round. */
export const offerInRound = async (
  table: Table,
  studentId: string,
  round: Round,
): Promise<Offer | undefined> =>
  round.state === 'published' ? offers.get(table, offerKey(studentId, round.id)) : undefined;

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

/** One page of a list of offers, those not released left out. */
export const listOffers = async (
  table: Table,
  query: Pick<Query, 'index' | 'pk' | 'sk'>,
  page: { limit: number; cursor?: string | undefined },
) => {
  const found = await offers.list(table, {
    ...query,
    limit: page.limit,
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  });
  const ids = [...new Set(found.items.map(({ roundId }) => roundId))];
  const released = new Map(
    (await Promise.all(ids.map((id) => publishedRound(table, id)))).flatMap((round) =>
      round ? [[round.id, round] as const] : [],
    ),
  );
  const items = found.items.flatMap((offer) => {
    const round = released.get(offer.roundId);
    return round ? [{ offer, round }] : [];
  });
  return { ...found, items };
};

export const ofStudent = (studentId: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: `STUDENT#${studentId}`,
  sk: { prefix: 'OFFER#' },
});
export const ofCompany = (companyId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi2',
  pk: `COMPANY#${companyId}#OFFERS`,
});
