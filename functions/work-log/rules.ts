import { dayOf } from '../../matching/ranking/days.ts';
import { dayIn } from '../clock/day-in.ts';
import { DomainError } from '../errors.ts';
import { requireGoingOn } from '../placement/parties.ts';
import type { Placement, Side } from '../placement/schema.ts';
import type { LogWeek } from './schema.ts';

type Days = Pick<Placement, 'startsOn' | 'endsOn' | 'zone'>;

/** How many weeks of an internship have begun. */
export const weeksBegun = ({ startsOn, endsOn, zone }: Days, now: string): number => {
  const today = dayIn(zone, now);
  const last = today < endsOn ? today : endsOn;
  return last < startsOn ? 0 : Math.floor((dayOf(last) - dayOf(startsOn)) / 7) + 1;
};

/** The log is kept where the cycle asks for one, for weeks that have begun. */
export const requireWeek = (
  placement: Placement,
  week: number,
  { weeklyLog, now }: { weeklyLog: boolean; now: string },
): void => {
  if (!weeklyLog) throw new DomainError('conflict', 'no_work_log', 'This cycle keeps no weekly log.');
  requireGoingOn(placement);
  const begun = weeksBegun(placement, now);
  if (week <= begun) return;
  throw new DomainError(
    'conflict',
    'week_not_begun',
    `Week ${week} has not begun; ${begun} of this internship's weeks have.`,
    { facts: { begun } },
  );
};

/** What was countersigned stays as it is. */
export const requireUnsigned = (entry: LogWeek | undefined): void => {
  if (entry?.countersignedAt === undefined) return;
  throw new DomainError(
    'conflict',
    'week_countersigned',
    'This week was countersigned and can no longer be changed. Write anything else under the next week.',
    { facts: { at: entry.countersignedAt } },
  );
};

const mostComments = 20;

export const withComment = (entry: LogWeek, text: string, by: Side, now: string): LogWeek => {
  requireUnsigned(entry);
  if (entry.comments.length >= mostComments)
    throw new DomainError(
      'conflict',
      'too_many_comments',
      `This week has ${mostComments} comments, which is the most. Talk to each other directly.`,
    );
  return { ...entry, comments: [...entry.comments, { by, at: now, text }] };
};

export const countersigned = (entry: LogWeek, now: string): LogWeek => {
  requireUnsigned(entry);
  return { ...entry, countersignedAt: now };
};
