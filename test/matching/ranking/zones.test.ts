import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../matching/ranking/days.ts';
import type { Hours, PostingDocument, ZonePeriod } from '../../../matching/ranking/document.ts';
import { offsetAt } from '../../../matching/ranking/offsets.ts';
import { postingDays, sharedMinutes, studentDays, zonesBetween } from '../../../matching/ranking/zones.ts';
import { posting, postings, student, students } from './documents.ts';

const shanghai = { zone: 'Asia/Shanghai', coreHours: { from: '09:30', to: '18:00' } };
const summer = { startsOn: '2026-06-29', endsOn: '2026-08-21' };

interface Case {
  readonly zones: readonly ZonePeriod[];
  readonly workingHours: Hours;
  readonly team?: Partial<PostingDocument>;
  readonly available?: { readonly availableFrom: string; readonly availableTo: string };
}

const shared = ({ zones, workingHours, team, available }: Case): number =>
  sharedMinutes(
    postingDays({ ...posting, ...shanghai, ...summer, ...team }),
    studentDays({ ...student, zones, workingHours, availableTo: '2026-12-31', ...available }),
  );

const berlin = { zones: [{ zone: 'Europe/Berlin' }], workingHours: { from: '07:00', to: '15:00' } };

describe('sharedMinutes', () => {
  it('counts all core hours within one zone', () => {
    expect(shared({ zones: [shanghai], workingHours: { from: '09:00', to: '17:00' } })).toBe(450);
  });

  it('averages over the weekdays when Frankfurt leaves daylight saving time, on Sunday 25 October 2026', () => {
    const weeks = { startsOn: '2026-10-19', endsOn: '2026-10-30' };
    expect(shared({ ...berlin, team: weeks })).toBe((300 + 240) / 2);
    expect(shared({ ...berlin, team: { ...weeks, endsOn: '2026-10-24' } })).toBe(300);
    expect(shared({ ...berlin, team: { ...weeks, startsOn: '2026-10-25' } })).toBe(240);
    // Friday in summer time, Monday in winter time, the weekend between
    expect(shared({ ...berlin, team: { startsOn: '2026-10-23', endsOn: '2026-10-26' } })).toBe(270);
  });

  it('looks at the days on which both are there', () => {
    const weeks = { startsOn: '2026-10-19', endsOn: '2026-10-30' };
    const available = { availableFrom: '2026-10-26', availableTo: '2026-12-31' };
    expect(shared({ ...berlin, team: weeks, available })).toBe(240);
    expect(shared({ ...berlin, available })).toBe(0);
  });

  it('reads an evening in Vancouver as the next morning in Shanghai', () => {
    const zones = [{ zone: 'America/Vancouver' }];
    expect(shared({ zones, workingHours: { from: '17:00', to: '23:00' } })).toBe(270);
    expect(shared({ zones, workingHours: { from: '09:00', to: '17:00' } })).toBe(0);
  });

  it('goes past midnight and can meet both ends of the core hours', () => {
    const team = { zone: 'UTC', coreHours: { from: '08:00', to: '20:00' } };
    expect(shared({ zones: [{ zone: 'UTC' }], workingHours: { from: '18:00', to: '10:00' }, team })).toBe(
      240,
    );
  });

  it('follows a student who moves, both dates inclusive', () => {
    const zones = [
      { zone: 'Europe/Berlin', to: '2026-07-15' },
      { zone: 'Asia/Shanghai', from: '2026-07-16' },
    ];
    const team = { startsOn: '2026-07-13', endsOn: '2026-07-17' };
    const workingHours = { from: '09:00', to: '18:00' };
    expect(shared({ zones, workingHours, team })).toBe((3 * 180 + 2 * 510) / 5);
    expect(zonesBetween(zones, dayOf('2026-07-13'), dayOf('2026-07-17'))).toEqual([
      'Europe/Berlin',
      'Asia/Shanghai',
    ]);
  });

  it('knows half hours, shares nothing with nobody knows where, and refuses what is no zone', () => {
    const workingHours = { from: '09:00', to: '18:00' };
    expect(shared({ zones: [{ zone: 'Asia/Kolkata' }], workingHours })).toBe(390);
    expect(shared({ zones: [], workingHours })).toBe(0);
    expect(() => shared({ zones: [{ zone: 'Mars/Olympus' }], workingHours })).toThrow(RangeError);
  });

  it('is the same from both sides, and what counting minute by minute finds', () => {
    fc.assert(
      fc.property(postings, students, (one, subject) => {
        const found = sharedMinutes(postingDays(one), studentDays(subject));
        expect(sharedMinutes(studentDays(subject), postingDays(one))).toBe(found);
        const first = Math.max(dayOf(one.startsOn), dayOf(subject.availableFrom));
        const last = Math.min(dayOf(one.endsOn), dayOf(subject.availableTo));
        const minutes = [];
        for (let day = first; day <= last; day += 1) {
          if ([0, 6].includes(new Date(day * 86_400_000).getUTCDay())) continue;
          const date = dateOf(day);
          const home = subject.zones.find(({ from = date, to = date }) => from <= date && date <= to);
          const zone = (home ?? subject.zones[0])?.zone;
          const theirs = minutesInUtc(one.coreHours, one.zone, day);
          const own = zone === undefined ? new Set() : minutesInUtc(subject.workingHours, zone, day);
          minutes.push([...theirs].filter((minute) => own.has(minute)).length);
        }
        const average = minutes.reduce((sum, each) => sum + each, 0) / minutes.length;
        expect(found).toBe(minutes.length === 0 ? 0 : average);
      }),
      { numRuns: 30 },
    );
  });
});

/** The minutes of the UTC day within some hours, the clock read at noon. */
function minutesInUtc({ from, to }: Hours, zone: string, day: number): Set<number> {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = (minuteOf(to) - minuteOf(from) + 1440) % 1440 || 1440;
  const start = minuteOf(from) - offsetAt(zone, day * 1440 + 720) + 2880;
  return new Set(Array.from({ length }, (_, at) => (start + at) % 1440));
}
