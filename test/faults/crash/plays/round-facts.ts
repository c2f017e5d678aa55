import { getUsed } from '../../../../functions/application/store.ts';
import { listAudit } from '../../../../functions/audit/store.ts';
import type { Deps } from '../../../../functions/deps.ts';
import type { RoundId } from '../../../../functions/ids.ts';
import { jobs } from '../../../../functions/job/store.ts';
import { listStudentOffers } from '../../../../functions/offer/store.ts';
import { outcomeOfStudent } from '../../../../functions/round/outcome.ts';
import { publishedRound } from '../../../../functions/round/store.ts';
import { cycleId, studentId } from '../../../support/market.ts';
import type { Facts } from '../play.ts';

const addresses = (students: number): string[] => [
  ...Array.from({ length: students }, (_, at) => `${studentId(at + 1)}@example.com`),
  'runner@example.com',
  'approver@example.com',
  ...Array.from({ length: 9 }, (_, at) => `recruiter-${at + 1}@example.com`),
];

/** The released offers of students who are numbered from 1. */
export const offersOf = async (deps: Deps, students: number): Promise<string[]> => {
  const found: string[] = [];
  for (let number = 1; number <= students; number += 1) {
    const { items } = await listStudentOffers(deps.table, studentId(number), { limit: 50 });
    found.push(...items.map(({ offer }) => `${offer.studentId} ${offer.postingId} ${offer.state}`));
  }
  return found.toSorted();
};

/** The letters of all who may have got some. */
export const lettersOf = async (deps: Deps, students: number): Promise<string[]> => {
  const found: string[] = [];
  for (const address of addresses(students)) {
    if (deps.mailbox === undefined) throw new Error('Letters are kept nowhere.');
    const { letters } = await deps.mailbox.received(address, { limit: 100 });
    found.push(...letters.map(({ to, subject }) => `${to} ${subject}`));
  }
  return found.toSorted();
};

/** What people can see of a round that is over. */
export const roundFacts = async (deps: Deps, roundId: RoundId, students: number): Promise<Facts> => {
  const round = await publishedRound(deps.table, roundId);
  if (round === undefined) return { round: 'not published' };
  const outcomes: string[] = [];
  const used: (number | undefined)[] = [];
  for (let number = 1; number <= students; number += 1) {
    const outcome = await outcomeOfStudent(deps.table, round, studentId(number));
    used.push((await getUsed(deps.table, studentId(number), cycleId))?.used);
    outcomes.push(`${studentId(number)} ${JSON.stringify(outcome?.choices)}`);
  }
  const audit = await listAudit(deps.table, deps.clock.now(), { limit: 500 });
  const ended = await Array.fromAsync(jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' }));
  return {
    round: round.state,
    resultSha256: round.result.sha256,
    offers: await offersOf(deps, students),
    outcomes,
    used,
    letters: await lettersOf(deps, students),
    audit: audit.items.map(({ action, entity }) => `${action} ${entity}`).toSorted(),
    jobs: ended.map(({ payload, state }) => `${payload.kind} ${state}`).toSorted(),
  };
};
