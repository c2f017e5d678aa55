import { dateOf, dayOf } from './days.ts';
import type { Hours, ZonePeriod } from './document.ts';
import { offsetAt } from './offsets.ts';

export interface OverlapQuestion {
  readonly posting: { readonly zone: string; readonly coreHours: Hours };
  readonly student: { readonly zones: readonly ZonePeriod[]; readonly workingHours: Hours };
  /** ISO dates, inclusive: the weeks to look at. */
  readonly from: string;
  readonly to: string;
}

/** A stretch of the overlap on one day, as both read it on their clocks (`HH:MM`). */
export interface OverlapPiece {
  readonly startStudent: string;
  readonly endStudent: string;
  readonly startPosting: string;
  readonly endPosting: string;
}

/** Days of the posting, inclusive, on which the overlap is the same. `minutes` a day is the sum of the pieces. */
export interface OverlapPeriod {
  readonly from: string;
  readonly to: string;
  readonly studentZone: string;
  readonly minutes: number;
  /** Empty when the hours never meet; two when the student's hours meet both ends of the core hours. */
  readonly pieces: readonly OverlapPiece[];
}

export interface Overlap {
  /** Without gaps; a new one begins when a clock changes or the student moves. */
  readonly periods: readonly OverlapPeriod[];
  /** Over the posting's weekdays, Monday to Friday. */
  readonly averageMinutes: number;
}

const DAY = 1440;

/**
 * When a posting's core hours and a student's working hours meet, daylight saving included. Both clocks are read at
 * the start of the core hours of each day. The student's hours are taken as the same on every day that meets a
 * weekday of the posting. Hours that end at or before they start go on past midnight.
 * @throws RangeError when a zone is no IANA name
 */
export function overlap({ posting, student, from, to }: OverlapQuestion): Overlap {
  const core = minutesOf(posting.coreHours);
  const working = minutesOf(student.workingHours);
  const [first, last] = [dayOf(from), dayOf(to)];
  const periods: OverlapPeriod[] = [];
  let current: (Omit<OverlapPeriod, 'to'> & { readonly shift: number }) | undefined;
  let [weekdays, total] = [0, 0];

  for (let day = first; day <= last; day += 1) {
    const date = dateOf(day);
    const studentZone = zoneOn(student.zones, date);
    const local = day * DAY + core.start;
    const start = local - offsetAt(posting.zone, local - offsetAt(posting.zone, local));
    const shift = studentZone === '' ? NaN : offsetAt(studentZone, start) - (local - start);
    if (current === undefined || !Object.is(current.shift, shift) || current.studentZone !== studentZone) {
      if (current !== undefined) periods.push(ended(current, day - 1));
      current = { from: date, studentZone, shift, ...meeting(core, working, shift) };
    }
    if (isWeekday(day)) {
      weekdays += 1;
      total += current.minutes;
    }
  }
  if (current !== undefined) periods.push(ended(current, last));
  return { periods, averageMinutes: weekdays === 0 ? 0 : total / weekdays };
}

function ended(
  { from, studentZone, minutes, pieces }: Omit<OverlapPeriod, 'to'>,
  lastDay: number,
): OverlapPeriod {
  return { from, to: dateOf(lastDay), studentZone, minutes, pieces };
}

interface Span {
  readonly start: number;
  /** After `start`, at most a day later. */
  readonly end: number;
}

/** `shift`: minutes that the student's clock is ahead of the posting's; NaN when it is unknown. */
function meeting(core: Span, working: Span, shift: number): Pick<OverlapPeriod, 'minutes' | 'pieces'> {
  const pieces: OverlapPiece[] = [];
  let minutes = 0;
  for (let turn = -2; turn <= 2; turn += 1) {
    const start = Math.max(core.start + shift, working.start + turn * DAY);
    const end = Math.min(core.end + shift, working.end + turn * DAY);
    if (!(end > start)) continue;
    minutes += end - start;
    pieces.push({
      startStudent: clock(start),
      endStudent: clock(end),
      startPosting: clock(start - shift),
      endPosting: clock(end - shift),
    });
  }
  return { minutes, pieces };
}

function zoneOn(zones: readonly ZonePeriod[], date: string): string {
  const covering = zones.find(({ from, to }) => (from ?? date) <= date && date <= (to ?? date));
  return (covering ?? zones[0])?.zone ?? '';
}

function minutesOf({ from, to }: Hours): Span {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return { start, end: end > start ? end : end + DAY };
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function clock(minute: number): string {
  const within = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** 1970-01-01 was a Thursday. */
function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5;
}
