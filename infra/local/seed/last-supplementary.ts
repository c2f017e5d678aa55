import { moveStamp, saveApplication } from '../../../functions/application/commands.ts';
import { enter } from '../../../functions/application/rules.ts';
import type { Application } from '../../../functions/application/schema.ts';
import { applications, ofPosting } from '../../../functions/application/store.ts';
import type { Phase } from '../../../functions/cycle/schema.ts';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { instantAfter } from '../../../functions/clock/clock.ts';
import type { Deps } from '../../../functions/deps.ts';
import { type CycleId, JobId, type RoundId } from '../../../functions/ids.ts';
import { openRound, roundOfCycle } from '../../../functions/round/store.ts';
import { countOpenSeats } from '../../../functions/supplementary/open.ts';
import { allOpenSeats } from '../../../functions/supplementary/seats.ts';
import { standingOf } from '../../../functions/supplementary/standing.ts';
import { commit } from '../../../functions/table/entity.ts';
import { answerOffers, playRound } from './last-round.ts';
import type { Random } from './random.ts';
import { writeRankLists } from './rank-lists.ts';
import { byCoordinator, signed } from './record.ts';
import type { SeedStudent } from './students.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** How many are ranked for each open seat. */
const applicantsPerSeat = 4;

const moveTo = async ({ table }: Deps, cycleId: CycleId, phase: Phase, at: string): Promise<void> => {
  const cycle = await getCycle(table, cycleId);
  await commit(table, [cycles.update({ ...cycle, phase }, signed(byCoordinator, `cycle.${phase}`, at))]);
};

/** Opens the round, and counts its seats as the job does. */
const open = async (deps: Deps, cycleId: CycleId): Promise<RoundId> => {
  const { windows } = await getCycle(deps.table, cycleId);
  const { from, to } = windows.supplementary;
  const main = await roundOfCycle(deps.table, cycleId);
  const next = openRound(
    deps.newId,
    {
      cycleId,
      number: (main?.number ?? 0) + 1,
      kind: 'supplementary',
      step: 'matching',
      terms: {
        applying: { from, to: instantAfter(from, 4 * dayMs) },
        ranking: { from: instantAfter(from, 6 * dayMs), to: instantAfter(to, -4 * dayMs) },
        applicationCap: 3,
      },
    },
    signed(byCoordinator, 'round.open', from),
  );
  await deps.table.write(next.operations);
  const id = JobId.parse(`job_${deps.newId()}`);
  const task = { id, requestedBy: byCoordinator, createdAt: from, done: 0, decide: commit };
  await countOpenSeats(deps, { kind: 'open_round', roundId: next.roundId }, async () => {}, task);
  return next.roundId;
};

/** Some whom the main round left without a place try for the seats that are open, and the companies agree. */
const applyAgain = async (deps: Deps, cycleId: CycleId, roundId: RoundId): Promise<Application[]> => {
  const cycle = await getCycle(deps.table, cycleId);
  const made: Application[] = [];
  let postingsLeft = 0;
  for await (const { postingId, seats } of allOpenSeats(deps.table, roundId)) {
    // Nobody tries for the first: a seat can stay empty.
    postingsLeft += 1;
    let room = postingsLeft === 1 ? 0 : seats * applicantsPerSeat;
    for await (const found of applications.all(deps.table, ofPosting(postingId))) {
      if (room === 0) break;
      if (found.state !== 'unmatched' && found.state !== 'not_selected') continue;
      if ((await standingOf(deps.table, cycleId, found.studentId)) !== 'free') continue;
      room -= 1;
      const by = { kind: 'system', task: 'seed' } as const;
      const at = deps.clock.now();
      const rankable = enter(enter(found, 'reviewing', by, at), 'rankable', by, at);
      await saveApplication(deps.table, cycle, found, rankable, moveStamp(by, rankable, at));
      made.push(rankable);
    }
  }
  return made;
};

/** Last year's supplementary round, from its open seats to the answers; how many accepted for each posting. */
export const playLastSupplementary = async (
  depsAt: (hours: number) => Deps,
  random: Random,
  { cycleId, students }: { cycleId: CycleId; students: readonly SeedStudent[] },
): Promise<{ roundId: RoundId; accepted: ReadonlyMap<string, number> }> => {
  /** Hours from the beginning of matching to that of the supplementary phase. */
  const begins = 9 * 24;
  const deps = depsAt(begins);
  await moveTo(deps, cycleId, 'supplementary', deps.clock.now());
  const roundId = await open(deps, cycleId);
  const rankable = await applyAgain(depsAt(begins + 48), cycleId, roundId);
  const at = depsAt(begins + 7 * 24).clock.now();
  await writeRankLists(deps, random, rankable, { roundId, at });
  const later = (hours: number) => depsAt(begins + 10 * 24 + hours);
  await playRound(later, roundId);
  return { roundId, accepted: await answerOffers(later(60), random, students) };
};
