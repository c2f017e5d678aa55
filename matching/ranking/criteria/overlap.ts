import type { PostingDocument, StudentDocument } from '../document.ts';
import type { OverlapFacts } from '../part.ts';
import { overlap as overlapOf } from '../zones.ts';

/** Average minutes a weekday of the internship on which both work. */
export function overlapMinutes(student: StudentDocument, posting: PostingDocument): number {
  return overlapOf({ posting, student, from: posting.startsOn, to: posting.endsOn }).averageMinutes;
}

/** The share of the needed overlap, from minutes computed before (they are the same for many pairs). */
export function overlapScore(minutes: number, { overlapHours }: PostingDocument): number {
  return overlapHours <= 0 ? 1 : Math.min(1, minutes / (overlapHours * 60));
}

export function overlapFacts(student: StudentDocument, posting: PostingDocument): OverlapFacts {
  const { periods, averageMinutes } = overlapOf({
    posting,
    student,
    from: posting.startsOn,
    to: posting.endsOn,
  });
  return {
    criterion: 'overlap',
    minutes: averageMinutes,
    needed: posting.overlapHours * 60,
    postingZone: posting.zone,
    studentZones: [...new Set(periods.map(({ studentZone }) => studentZone))],
  };
}
