import { dayOf } from '../days.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import type { OverlapFacts } from '../part.ts';
import { postingDays, sharedMinutes, studentDays, zonesBetween } from '../zones.ts';

/** Average minutes a weekday on which both work. */
export function overlapMinutes(student: StudentDocument, posting: PostingDocument): number {
  return sharedMinutes(postingDays(posting), studentDays(student));
}

/** The share of the needed overlap, from minutes computed before (they are the same for many pairs). */
export function overlapScore(minutes: number, { overlapHours }: PostingDocument): number {
  return overlapHours <= 0 ? 1 : Math.min(1, minutes / (overlapHours * 60));
}

export function overlapFacts(student: StudentDocument, posting: PostingDocument): OverlapFacts {
  const { zone, overlapHours, startsOn, endsOn } = posting;
  return {
    criterion: 'overlap',
    minutes: overlapMinutes(student, posting),
    needed: overlapHours * 60,
    postingZone: zone,
    studentZones: zonesBetween(student.zones, dayOf(startsOn), dayOf(endsOn)),
  };
}
