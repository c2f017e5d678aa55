import * as z from 'zod';
import type { Group, Reserve } from '../../matching/round/instance.ts';
import type { Deps } from '../deps.ts';
import { PostingId, StudentId } from '../ids.ts';
import type { JobHandler } from '../job/work.ts';
import { getPosting } from '../posting/store.ts';
import { inTurns } from '../in-turns.ts';
import type { Round } from '../round/schema.ts';
import { readStored, storeCanonical } from '../round/stored.ts';
import { getRound, rounds } from '../round/store.ts';
import { stamp } from '../stamp.ts';
import { createMissing } from '../table/create-missing.ts';
import type { Operation } from '../table/table.ts';
import { announceOpening } from './announce.ts';
import { deriveLeft, type Left } from './derive.ts';
import { findOpenSeats, openSeats } from './seats.ts';
import { mayTakePart } from './standing.ts';

const system = { kind: 'system', task: 'open' } as const;

/** What is left of groups and reserves when a round is opened; its postings' seats are items of their own. */
const Sharing = z.object({
  groups: z.record(z.string(), z.object({ capacity: z.number().int(), postings: z.array(z.string()) })),
  reserves: z.record(
    z.string(),
    z.object({ posting: z.string(), seats: z.number().int(), students: z.array(z.string()) }),
  ),
});
export interface Sharing {
  groups: Readonly<Record<string, Group>>;
  reserves: Readonly<Record<string, Reserve>>;
}

/** How a supplementary round's seats are shared, as it was when it was opened. */
export const sharingOf = async (deps: Deps, round: Round): Promise<Sharing> =>
  round.opening === undefined
    ? { groups: {}, reserves: {} }
    : Sharing.parse(await readStored(deps.files, round.opening));

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** One item a posting; in a round that replaces a voided one, whoever opted out stays out. */
const keepSeats = async (deps: Deps, round: Round, { seats }: Left['instance']): Promise<void> => {
  const by = stamp(system, 'seats.opened', deps.clock.now());
  const made: Operation[] = [];
  await inTurns([...seats], async ([id, count]) => {
    const posting = await getPosting(deps.table, id);
    const before =
      round.carriesFrom === undefined ? undefined : await findOpenSeats(deps.table, round.carriesFrom, id);
    const { id: roundId, cycleId } = round;
    const takesPart = before?.takesPart ?? true;
    const { companyId } = posting;
    made.push(
      openSeats.create(
        { roundId, cycleId, companyId, postingId: PostingId.parse(id), seats: count, takesPart },
        by,
      ),
    );
  });
  await createMissing(deps.table, made);
};

/**
 * Counts what a supplementary round has to give, and tells those who may take part. Whatever step a crash interrupts,
 * running again goes on from there.
 */
export const countOpenSeats: JobHandler<'open_round'> = async (deps, { roundId }, progress, task) => {
  const round = await getRound(deps.table, roundId);
  if (round.state !== 'open') return;
  const left = await deriveLeft(deps, round.cycleId);
  if (round.opening === undefined) {
    const { seats, groups = {}, reserves = {} } = left.instance;
    await keepSeats(deps, round, left.instance);
    const stored = await storeCanonical(deps.files, `rounds/${round.id}/opening`, { groups, reserves });
    const opening = { ...stored, postings: seats.size, seats: sum(seats.values()) };
    const latest = await getRound(deps.table, roundId);
    if (latest.state !== 'open') return;
    await task.decide(deps.table, [
      rounds.update({ ...latest, opening }, stamp(system, 'round.opening', deps.clock.now())),
    ]);
  }
  // A round that replaces a voided one has been announced.
  if (round.carriesFrom !== undefined) return;
  const free = [...left.standings].flatMap(([id, standing]) =>
    mayTakePart(standing) ? [StudentId.parse(id)] : [],
  );
  const said = (done: number) => progress(done, free.length);
  await announceOpening(deps, round, free, { at: task.createdAt, said });
};
