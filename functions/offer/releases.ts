import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { type Offer, Release } from './schema.ts';

const releaseKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `RELEASE#${roundId}`,
});

/** The latest request about each offer. */
export const releases = entity({
  schema: Release,
  key: ({ studentId, roundId }) => releaseKey(studentId, roundId),
  index: ({ cycleId, state, askedAt, offerId }) => ({
    gsi1: { pk: `CYCLE#${cycleId}#RELEASES`, sk: `${state}#${askedAt}#${offerId}` },
  }),
});

export const releaseOf = (table: Table, offer: Offer): Promise<Release | undefined> =>
  releases.get(table, releaseKey(offer.studentId, offer.roundId));

/** Stores a request in place of the one before it, if there was one. */
export const putRelease = (
  release: Omit<Release, 'version'>,
  before: Release | undefined,
  by: Stamp,
): Operation =>
  before === undefined
    ? releases.create(release, by)
    : releases.update({ ...release, version: before.version }, by);

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
