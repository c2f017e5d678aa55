import { firstAnswer } from '../application/first-answer.ts';
import type { Application } from '../application/schema.ts';
import { instantAfter } from '../clock/clock.ts';
import type { Evaluation } from '../evaluation/schema.ts';
import type { CompanyCounts, CompanyFigures } from './schema.ts';

/** Below this many a figure would shame or flatter by chance: it is not shown. */
export const minimumCount = 5;

const hourMs = 3_600_000;
/** Nobody has kept silent of an application that is younger than two weeks. */
const patienceMs = 14 * 24 * hourMs;

const median = (sorted: readonly number[]): number | undefined => {
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
};

/**
 * Counts of one company: over applications that it answered, and those that wait for two weeks or ended without an
 * answer, unless the student took them back; and over the company's
 * own evaluations whose time has passed or that are in; excused ones count for nobody. What was closed by coordinators
 * or the clock for a silent company is not answered by it.
 */
export const countsOf = (
  applications: readonly Application[],
  evaluations: readonly Evaluation[],
  now: string,
): CompanyCounts => {
  const patience = instantAfter(now, -patienceMs);
  const counted = applications.flatMap((one) => {
    const found = firstAnswer(one);
    return found && (found.tookMs !== undefined || found.sentAt <= patience) ? [found] : [];
  });
  const hours = counted
    .flatMap(({ tookMs }) => (tookMs === undefined ? [] : [tookMs / hourMs]))
    .toSorted((a, b) => a - b);
  const due = evaluations.filter(
    ({ side, state }) => side === 'company' && (state === 'submitted' || state === 'overdue'),
  );
  const inTime = due.filter((one) => one.state === 'submitted' && one.submittedAt <= one.dueAt);
  const medianHours = median(hours);
  return {
    applications: counted.length,
    answered: hours.length,
    ...(medianHours !== undefined && { medianHours: Math.round(medianHours * 10) / 10 }),
    evaluations: due.length,
    evaluationsInTime: inTime.length,
  };
};

/** What of the counts is shown: each figure only when it is over enough. */
export const shownOf = (counts: CompanyCounts): Omit<CompanyFigures, 'companyId' | 'countedAt'> => ({
  ...(counts.applications >= minimumCount && {
    applications: counts.applications,
    answeredShare: counts.answered / counts.applications,
  }),
  ...(counts.answered >= minimumCount &&
    counts.medianHours !== undefined && { medianHours: counts.medianHours }),
  ...(counts.evaluations >= minimumCount && {
    evaluationsInTimeShare: counts.evaluationsInTime / counts.evaluations,
  }),
});
