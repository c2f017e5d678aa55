import { applications, ofCycleInState } from '../application/store.ts';
import type { Posting } from '../posting/schema.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { seatsInRound } from '../supplementary/seats.ts';
import { mayTakePart, standingsIn } from '../supplementary/standing.ts';
import type { Table } from '../table/table.ts';
import type { Round } from './schema.ts';

/** Who and what a freeze takes in. */
export interface TakingPart {
  /** For each student the postings for which the application is rankable. */
  rankable: ReadonlyMap<string, ReadonlySet<string>>;
  published: readonly Posting[];
  /** Of the published postings: all that they have, or what a supplementary round can still give. */
  seats: ReadonlyMap<string, number>;
}

const rankableIn = async (table: Table, cycleId: string): Promise<Map<string, Set<string>>> => {
  const rankable = new Map<string, Set<string>>();
  for await (const application of applications.all(table, ofCycleInState(cycleId, 'rankable'))) {
    const ids = rankable.get(application.studentId) ?? new Set();
    rankable.set(application.studentId, ids.add(application.postingId));
  }
  return rankable;
};

type Of = Pick<Round, 'id' | 'cycleId' | 'kind'>;

/** The seats that a round gives: of all published postings, or in a supplementary round what those left can still give. */
export const seatsGiven = async (
  table: Table,
  round: Of,
): Promise<Pick<TakingPart, 'published' | 'seats'>> => {
  const all = await Array.fromAsync(postings.all(table, ofCycle(round.cycleId, 'published')));
  const seatsOf = ({ content }: Posting): number => content.capacity ?? 0;
  if (round.kind === 'main')
    return { published: all, seats: new Map(all.map((posting) => [posting.id, seatsOf(posting)])) };
  const open = await seatsInRound(table, round.id);
  const published = all.filter(({ id }) => open.has(id));
  const seats = published.map(
    (posting) => [posting.id, Math.min(open.get(posting.id) ?? 0, seatsOf(posting))] as const,
  );
  return { published, seats: new Map(seats) };
};

/** In a supplementary round: students who hold no seat and have not left. */
const stillTakingPart = async (
  table: Table,
  round: Of,
  { rankable, seats }: Pick<TakingPart, 'rankable' | 'seats'>,
): Promise<TakingPart['rankable']> => {
  const standings = await standingsIn(table, round.cycleId, [...rankable.keys()]);
  const left = [...rankable].flatMap(([student, ids]): (readonly [string, Set<string>])[] => {
    const standing = standings.get(student);
    const open = new Set([...ids].filter((id) => seats.has(id)));
    return open.size > 0 && standing !== undefined && mayTakePart(standing) ? [[student, open]] : [];
  });
  return new Map(left);
};

export const takingPart = async (table: Table, round: Of): Promise<TakingPart> => {
  const given = await seatsGiven(table, round);
  const rankable = await rankableIn(table, round.cycleId);
  if (round.kind === 'main') return { rankable, ...given };
  return { rankable: await stillTakingPart(table, round, { rankable, ...given }), ...given };
};
