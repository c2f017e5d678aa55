import { isReadable } from '../posting/rules.ts';
import type { Posting } from '../posting/schema.ts';
import type { Table } from '../table/table.ts';
import { inForce, type InForce } from './in-force.ts';
import type { PostingSeating, SeatedPosting, Seating, SeatingView } from './schema.ts';
import { findSeating, postingsInCycle } from './store.ts';

const seated = ({ id, content }: Posting): SeatedPosting => ({
  id,
  title: content.title,
  seats: content.capacity ?? 0,
});

const seatsOf = (postings: readonly Posting[]): ReadonlyMap<string, number> =>
  new Map(postings.map(({ id, content }) => [id, content.capacity ?? 0]));

/** What a plan says of one posting; undefined when its seats are its own and open to all. */
const ofPosting = (id: string, plan: InForce, postings: readonly Posting[]): PostingSeating | undefined => {
  const known = new Map<string, SeatedPosting>(postings.map((posting) => [posting.id, seated(posting)]));
  const face = (other: string) => known.get(other) ?? [];
  const groups = plan.groups
    .filter(({ postingIds, seats, without }) => postingIds.some((one) => one === id) && seats < without)
    .map(({ name, seats, without, postingIds }) => ({
      ...(name && { name }),
      seats,
      without,
      postings: postingIds.flatMap(face),
    }));
  const reserves = plan.reserves
    .filter(({ postingId }) => postingId === id)
    .map(({ name, seats, condition }) => ({ ...(name && { name }), seats, condition }));
  const passesTo = plan.transfers.filter(({ from }) => from === id).flatMap(({ to }) => face(to))[0];
  const getsFrom = plan.transfers.filter(({ to }) => to === id).flatMap(({ from }) => face(from));
  if (groups.length + reserves.length + getsFrom.length === 0 && passesTo === undefined) return undefined;
  return { seats: known.get(id)?.seats ?? 0, groups, reserves, ...(passesTo && { passesTo }), getsFrom };
};

/** A posting that can still take part in a round. */
const stands = ({ state }: Posting): boolean => state !== 'withdrawn';

/** What a reader of a posting is told of its seats: its company of all its postings, others of those they can read. */
export const postingSeating = async (
  table: Table,
  posting: Posting,
  reader: 'own' | 'other',
): Promise<PostingSeating | undefined> => {
  const plan = await findSeating(table, posting.companyId, posting.cycleId);
  if (plan === undefined) return undefined;
  const all = await postingsInCycle(table, posting.companyId, posting.cycleId);
  const shown = all.filter(reader === 'own' ? stands : isReadable);
  return ofPosting(posting.id, inForce(plan, seatsOf(shown)), shown);
};

export const seatingView = (seating: Seating, postings: readonly Posting[], open: boolean): SeatingView => {
  const shown = postings.filter(stands);
  const plan = inForce(seating, seatsOf(shown));
  return {
    ...seating,
    open,
    postings: shown.map((posting) => {
      const own = ofPosting(posting.id, plan, shown);
      return { ...seated(posting), ...(own && { seating: own }) };
    }),
    oddities: plan.oddities,
  };
};
