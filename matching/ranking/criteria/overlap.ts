import { dayOf } from '../days.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import type { OverlapFacts } from '../part.ts';
import { postingDays, sharedMinutes, studentDays, zonesBetween } from '../zones.ts';

/** The share of the minutes needed. */
export function overlapScore(minutes: number, needed: number): number {
  return needed <= 0 ? 1 : Math.min(1, minutes / needed);
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
