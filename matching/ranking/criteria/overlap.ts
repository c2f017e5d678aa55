import { dayOf } from '../days.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import type { OverlapFacts } from '../part.ts';
import { postingDays, sharedMinutes, studentDays, zonesBetween } from '../zones.ts';

/** The share of the needed overlap, from minutes computed before (they are the same for many pairs). */
export function overlapScore(minutes: number, { overlapHours }: PostingDocument): number {
  return overlapHours <= 0 ? 1 : Math.min(1, minutes / (overlapHours * 60));
}

export function overlapFacts(student: StudentDocument, posting: PostingDocument): OverlapFacts {
  const { zone, overlapHours, startsOn, endsOn } = posting;
  return {
    criterion: 'overlap',
    minutes: sharedMinutes(postingDays(posting), studentDays(student)),
    needed: overlapHours * 60,
    postingZone: zone,
    studentZones: zonesBetween(student.zones, dayOf(startsOn), dayOf(endsOn)),
  };
}
