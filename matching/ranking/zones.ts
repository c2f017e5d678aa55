import { dayOf } from './days.ts';
import type { Hours, PostingDocument, StudentDocument, ZonePeriod } from './document.ts';
import { offsetsBetween } from './offsets.ts';

/**
 * Somebody's hours on the weekdays of a period, in UTC. Weekdays are counted from 1970 without the weekends, so that
 * the weekdays two periods have in common are a subtraction.
 */
export interface WorkingDays {
  readonly from: number;
  /** After the last one. */
  readonly to: number;
  /** Minutes a day, at most 1440; 0 when it is not known where somebody lives. */
  readonly length: number;
  /** Without gaps from `from` to `to`: a new one begins when a clock changes or the person moves. */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Minute of the UTC day at which the hours start. */
  readonly start: number;
}

/** What an index holds of somebody's stretches; after so many changes the clock is taken to stay as it is. */
export const MOST_STRETCHES = 8;

const DAY = 1440;

/** @throws RangeError when a zone is no IANA name */
export function postingDays({ zone, coreHours, startsOn, endsOn }: PostingDocument): WorkingDays {
  return workingDays([{ zone }], coreHours, dayOf(startsOn), dayOf(endsOn));
}

/** @throws RangeError when a zone is no IANA name */
export function studentDays(student: StudentDocument): WorkingDays {
  const { zones, workingHours, availableFrom, availableTo } = student;
  return workingDays(zones, workingHours, dayOf(availableFrom), dayOf(availableTo));
}

/**
 * The minutes that two have in common on an average weekday of those on which both are there, daylight saving
 * included; 0 when there is no such day. The quotient of two whole numbers: every engine finds the same.
 */
export function sharedMinutes(a: WorkingDays, b: WorkingDays): number {
  const weekdays = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  if (!(weekdays > 0)) return 0;
  const [only, others] = [a.stretches[0], b.stretches[0]];
  // Most clocks stay as they are through a summer.
  if (a.stretches.length === 1 && b.stretches.length === 1 && only !== undefined && others !== undefined)
    return meeting(only.start, a.length, others.start, b.length);
  let total = 0;
  for (const one of a.stretches) {
    for (const other of b.stretches) {
      const days = Math.min(one.to, other.to) - Math.max(one.from, other.from);
      if (days > 0) total += days * meeting(one.start, a.length, other.start, b.length);
    }
  }
  return total / weekdays;
}

/** The zones that a student lives in from one day to another, in order. */
export function zonesBetween(zones: readonly ZonePeriod[], first: number, last: number): string[] {
  return [...new Set(stays(zones, first, last).map(({ zone }) => zone))];
}

function workingDays(zones: readonly ZonePeriod[], hours: Hours, first: number, last: number): WorkingDays {
  const [opens, closes] = [minuteOf(hours.from), minuteOf(hours.to)];
  const found: { from: number; start: number }[] = [];
  for (const { zone, day, end } of stays(zones, first, last)) {
    for (const { day: since, offset } of offsetsBetween(zone, day, end)) {
      const start = (opens - offset + 2 * DAY) % DAY;
      if (found.at(-1)?.start !== start) found.push({ from: weekdaysBefore(since), start });
    }
  }
  const [from, to] = [weekdaysBefore(first), weekdaysBefore(last + 1)];
  const kept = found.slice(0, MOST_STRETCHES);
  return {
    from,
    to,
    // Hours that end at or before they start go on past midnight.
    length: found.length === 0 ? 0 : closes > opens ? closes - opens : closes - opens + DAY,
    stretches: kept.map((one, at) => ({ ...one, to: kept[at + 1]?.from ?? to })),
  };
}

interface Stay {
  readonly zone: string;
  readonly day: number;
  readonly end: number;
}

/** Where somebody lives from one day to another: the first period that covers a day counts, else the first of all. */
function stays(zones: readonly ZonePeriod[], first: number, last: number): Stay[] {
  const periods = zones.map(({ zone, from, to }) => ({
    zone,
    day: from === undefined ? -Infinity : dayOf(from),
    end: to === undefined ? Infinity : dayOf(to),
  }));
  const usual = periods[0];
  if (usual === undefined || last < first) return [];
  const cuts = periods.flatMap(({ day, end }) => [day, end + 1]).filter((day) => day > first && day <= last);
  const starts = [first, ...new Set(cuts.toSorted((a, b) => a - b))];
  return starts.map((day, at) => {
    const { zone } = periods.find((period) => period.day <= day && day <= period.end) ?? usual;
    return { zone, day, end: (starts[at + 1] ?? last + 1) - 1 };
  });
}

/** Minutes a day in common of two stretches of hours, each given by its start and length. */
function meeting(start: number, length: number, otherStart: number, otherLength: number): number {
  const later = (otherStart - start + DAY) % DAY;
  return (
    Math.max(0, Math.min(length - later, otherLength)) +
    Math.max(0, Math.min(length, later + otherLength - DAY))
  );
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** 1970-01-01 was a Thursday. */
function weekdaysBefore(day: number): number {
  const weeks = Math.floor((day + 3) / 7);
  return weeks * 5 + Math.min(5, day + 3 - weeks * 7);
}
