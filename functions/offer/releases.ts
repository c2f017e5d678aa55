import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { type Offer, Release } from './schema.ts';

const releaseKey = ({ studentId, roundId, by, own }: Omit<Release, 'version'>): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: own === true ? `RELEASE#${roundId}#${by}` : `RELEASE#${roundId}`,
});

/** The latest request of each side about an offer. */
export const releases = entity({
  schema: Release,
  key: releaseKey,
  index: ({ cycleId, state, askedAt, offerId, by }) => ({
    gsi1: { pk: `CYCLE#${cycleId}#RELEASES`, sk: `${state}#${askedAt}#${offerId}#${by}` },
  }),
});

/** What either side asked about an offer, whoever asked first in front. */
export const releasesOf = async (table: Table, { id, studentId, roundId }: Offer): Promise<Release[]> => {
  const found = releases.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: `RELEASE#${roundId}` } });
  const own = (await Array.fromAsync(found)).filter(({ offerId }) => offerId === id);
  return own.toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1));
};

/** Stores a request in place of the one that the same side made before, if there was one. */
export const putRelease = (
  release: Omit<Release, 'version'>,
  before: Release | undefined,
  by: Stamp,
): Operation =>
  before === undefined
    ? releases.create({ ...release, own: true }, by)
    : releases.update({ ...release, ...(before.own && { own: true }), version: before.version }, by);

/** The requests that wait for a decision, the oldest first. */
export const openReleases = (
  table: Table,
  cycleId: string,
  page: { limit: number; cursor?: string | undefined },
) =>
  releases.list(table, {
    index: 'gsi1',
    pk: `CYCLE#${cycleId}#RELEASES`,
    sk: { prefix: 'open#' },
    ...page,
  });
