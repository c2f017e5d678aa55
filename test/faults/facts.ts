import { listAudit } from '../../functions/audit/store.ts';
import type { Deps } from '../../functions/deps.ts';
import type { RoundId } from '../../functions/ids.ts';
import { jobs } from '../../functions/job/store.ts';
import { listStudentOffers } from '../../functions/offer/store.ts';
import { outcomeOfStudent } from '../../functions/round/outcome.ts';
import { publishedRound } from '../../functions/round/store.ts';
import { studentId } from '../support/market.ts';

const addresses = (students: number): string[] => [
  ...Array.from({ length: students }, (_, at) => `${studentId(at + 1)}@example.com`),
  'runner@example.com',
  'approver@example.com',
  ...Array.from({ length: 9 }, (_, at) => `recruiter-${at + 1}@example.com`),
];

/**
 * What people can see of a round that is over: the same for every way to its end. Compared with those of a run that
 * nothing disturbed, they show what was lost, half done or done twice.
 */
export const factsOf = async (deps: Deps, roundId: RoundId, students: number) => {
  const round = await publishedRound(deps.table, roundId);
  if (round === undefined) return { round: 'not published' };
  const offers: string[] = [];
  const outcomes: string[] = [];
  for (let number = 1; number <= students; number += 1) {
    const id = studentId(number);
    const { items } = await listStudentOffers(deps.table, id, { limit: 50 });
    offers.push(...items.map(({ offer }) => `${offer.studentId} ${offer.postingId} ${offer.state}`));
    const outcome = await outcomeOfStudent(deps.table, round, id);
    outcomes.push(`${id} ${JSON.stringify(outcome?.choices)}`);
  }
  const letters: string[] = [];
  for (const address of addresses(students)) {
    if (deps.mailbox === undefined) throw new Error('Letters are kept nowhere.');
    const received = await deps.mailbox.received(address, { limit: 100 });
    letters.push(...received.letters.map(({ to, subject }) => `${to} ${subject}`));
  }
  const audit = await listAudit(deps.table, deps.clock.now(), { limit: 500 });
  const ended = await Array.fromAsync(jobs.all(deps.table, { index: 'gsi1', pk: 'JOBS' }));
  return {
    round: round.state,
    resultSha256: round.result.sha256,
    offers: offers.toSorted(),
    outcomes,
    letters: letters.toSorted(),
    audit: audit.items.map(({ action, entity }) => `${action} ${entity}`).toSorted(),
    jobs: ended.map(({ payload, state }) => `${payload.kind} ${state}`).toSorted(),
  };
};
export type Facts = Awaited<ReturnType<typeof factsOf>>;

/** In which facts two runs differ, in words. */
export const differences = (expected: Facts, found: Facts): string[] => {
  const names = new Set([...Object.keys(expected), ...Object.keys(found)]);
  const of = (facts: Facts, name: string): string =>
    JSON.stringify(Object.entries(facts).find(([key]) => key === name)?.[1]);
  return [...names].flatMap((name) =>
    of(expected, name) === of(found, name)
      ? []
      : [`${name}: ${of(found, name)} instead of ${of(expected, name)}`],
  );
};
