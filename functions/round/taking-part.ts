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

const ofMainRound = async (table: Table, cycleId: string): Promise<TakingPart> => {
  const published = await Array.fromAsync(postings.all(table, ofCycle(cycleId, 'published')));
  return {
    rankable: await rankableIn(table, cycleId),
    published,
    seats: new Map(published.map(({ id, content }) => [id, content.capacity ?? 0])),
  };
};

/** In a supplementary round: postings with seats to give, and students who hold none and have not left. */
const ofSupplementary = async (table: Table, round: Pick<Round, 'id' | 'cycleId'>): Promise<TakingPart> => {
  const all = await ofMainRound(table, round.cycleId);
  const open = await seatsInRound(table, round.id);
  const published = all.published.filter(({ id }) => open.has(id));
  const standings = await standingsIn(table, round.cycleId, [...all.rankable.keys()]);
  const seats = new Map<string, number>(
    published.map(({ id }) => [id, Math.min(open.get(id) ?? 0, all.seats.get(id) ?? 0)] as const),
  );
  const rankable = [...all.rankable].flatMap(([student, ids]): (readonly [string, Set<string>])[] => {
    const standing = standings.get(student);
    const left = new Set([...ids].filter((id) => seats.has(id)));
    return left.size > 0 && standing !== undefined && mayTakePart(standing) ? [[student, left]] : [];
  });
  return { rankable: new Map(rankable), published, seats };
};

export const takingPart = (
  table: Table,
  round: Pick<Round, 'id' | 'cycleId' | 'kind'>,
): Promise<TakingPart> =>
  round.kind === 'main' ? ofMainRound(table, round.cycleId) : ofSupplementary(table, round);
