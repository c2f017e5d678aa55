import { explain } from '../../matching/round/explain.ts';
import type { Instance } from '../../matching/round/instance.ts';
import { openSeats } from '../../matching/round/open-seats.ts';
import type { MatchResult } from '../../matching/round/result.ts';
import { applications, ofCycleInState } from '../application/store.ts';
import type { Deps } from '../deps.ts';
import { Unavailable } from '../errors.ts';
import { type ApplicationId, applicationId, type CompanyId, offerId, PostingId } from '../ids.ts';
import type { Progress } from '../job/work.ts';
import { offers } from '../offer/store.ts';
import { getPosting } from '../posting/store.ts';
import { stamp } from '../stamp.ts';
import { createMissing } from '../table/create-missing.ts';
import type { Operation, Stamp } from '../table/table.ts';
import { inTurns } from '../in-turns.ts';
import type { Aliases } from './aliases.ts';
import { postingOutcomes, studentOutcomes } from './outcome.ts';
import type { Round } from './schema.ts';

const system = { kind: 'system', task: 'publish' } as const;
/** Students in one turn; a matched one takes two writes. */
const together = 50;

interface Matched {
  instance: Instance;
  result: MatchResult;
  aliases: Aliases;
}

/** What is hidden until the release for one student: the reasons, and the offer of who is matched. */
const ofStudent = (
  round: Round,
  match: Matched & { companyOf: ReadonlyMap<string, CompanyId>; withdrawn: ReadonlySet<ApplicationId> },
  student: string,
  by: Stamp,
): Operation[] => {
  const studentId = match.aliases.studentOf(student);
  // Nobody is removed between freeze and release; what an index does not show yet it shows at the next try.
  if (studentId === undefined) throw new Unavailable(`It is not known yet whom the round calls ${student}.`);
  const { assigned, choices } = explain(match.instance, match.result, student);
  const reasons = choices.map(({ posting, rank, outcome }) => {
    const postingId = PostingId.parse(posting);
    const isWithdrawn = match.withdrawn.has(applicationId(studentId, postingId));
    return {
      postingId,
      place: rank,
      // A freeze takes who withdrew off the posting's list: that the company left them out would be untrue.
      reason: outcome === 'notRankedByPosting' && isWithdrawn ? ('withdrawn' as const) : outcome,
      seats: seatsIn(match.result, posting),
    };
  });
  const outcome = studentOutcomes.create({ roundId: round.id, studentId, choices: reasons }, by);
  const companyId = assigned === null ? undefined : match.companyOf.get(assigned);
  if (assigned === null || companyId === undefined) return [outcome];
  const offer = {
    id: offerId(studentId, round.id),
    roundId: round.id,
    cycleId: round.cycleId,
    studentId,
    postingId: PostingId.parse(assigned),
    companyId,
    state: 'pending',
  } as const;
  return [outcome, offers.create(offer, by)];
};

/** Seats as the round gave them: after those that were passed on. */
const seatsIn = ({ certificate }: MatchResult, posting: string): number =>
  certificate.postings[posting]?.seats ?? 0;

/**
 * Stages the whole result out of sight: offers and reasons of the students, seats of the postings. The first `from`
 * students are known to be staged.
 */
export const stageResult = async (
  deps: Deps,
  round: Round,
  { instance, result, aliases }: Matched,
  { progress, from }: { progress: Progress; from: number },
): Promise<void> => {
  const by = stamp(system, 'round.stage', deps.clock.now());
  const companyOf = new Map<string, CompanyId>();
  const open = openSeats(instance, result);
  const seats: Operation[] = [];
  await inTurns(Object.keys(instance.postings), async (id) => {
    const posting = await getPosting(deps.table, id);
    companyOf.set(posting.id, posting.companyId);
    const outcome = {
      roundId: round.id,
      postingId: posting.id,
      seats: seatsIn(result, id),
      open: open.get(id) ?? 0,
    };
    seats.push(postingOutcomes.create(outcome, by));
  });
  await createMissing(deps.table, seats);
  const withdrawn = new Set<ApplicationId>();
  for await (const { id } of applications.all(deps.table, ofCycleInState(round.cycleId, 'withdrawn')))
    withdrawn.add(id);
  const match = { instance, result, aliases, companyOf, withdrawn };
  const students = Object.keys(instance.students);
  for (let at = from - (from % together); at < students.length; at += together) {
    const some = students.slice(at, at + together);
    const staged = some.flatMap((id) => ofStudent(round, match, id, by));
    await createMissing(deps.table, staged);
    await progress(at + some.length, students.length);
  }
};
