import { describe, expect, test } from 'vitest';
import { isNight } from '../../../functions/clock/night.ts';
import { nightsOf, requireWakingHours } from '../../../functions/supplementary/nights.ts';

const at = (instant: string): number => Date.parse(instant);

describe('night is from 23:00 to 7:00 on the own clock', () => {
  test.each([
    ['Asia/Shanghai', '2026-05-28T14:59:00Z', false],
    ['Asia/Shanghai', '2026-05-28T15:00:00Z', true],
    ['Asia/Shanghai', '2026-05-27T22:59:00Z', true],
    ['Asia/Shanghai', '2026-05-27T23:00:00Z', false],
    ['America/Vancouver', '2026-05-28T10:00:00Z', true],
    // The clocks of Berlin go back at 1:00 UTC on 25 October: 5:30 UTC is 7:30 the day before and 6:30 that day.
    ['Europe/Berlin', '2026-10-24T05:30:00Z', false],
    ['Europe/Berlin', '2026-10-25T05:30:00Z', true],
    ['Asia/Kathmandu', '2026-05-28T01:14:00Z', true],
    ['Asia/Kathmandu', '2026-05-28T01:15:00Z', false],
  ])('%s %s', (zone, instant, night) => {
    expect(isNight(zone, at(instant))).toBe(night);
  });
});

const here = (students: number, postings = 0) => ({ students, postings });
const people = new Map([
  ['Asia/Shanghai', here(3)],
  ['Europe/Berlin', here(5)],
  ['America/Vancouver', here(2)],
]);
const terms = (from: string, to: string) => ({
  applying: { from, to },
  ranking: { from: to, to: '2026-06-05T10:00:00.000Z' },
});

test('a deadline says for how many it is at night, and at which hour it would be for the fewest', () => {
  // 18:00 in Shanghai, 12:00 in Berlin, 3:00 in Vancouver.
  const nights = nightsOf('applying', terms('2026-05-20T00:00:00.000Z', '2026-05-28T10:00:00.000Z'), people);
  expect(nights).toMatchObject({ students: 10, atNight: 2, withoutWakingHour: [] });
  expect(nights.zones.find(({ zone }) => zone === 'America/Vancouver')?.atNight).toBe(true);
  // 22:00 in Shanghai, 16:00 in Berlin, 7:00 in Vancouver.
  expect(nights.better).toEqual({ at: '2026-05-28T14:00:00.000Z', atNight: 0 });
});

test('a better hour does not wake those whose teams choose', () => {
  // 3:00 in Vancouver, and everybody else is in Shanghai: 23:00 there would be 8:00 for the students.
  const window = terms('2026-05-20T00:00:00.000Z', '2026-05-28T10:00:00.000Z');
  const students = ['America/Vancouver', here(2)] as const;
  const alone = nightsOf('applying', window, new Map([students, ['Asia/Tokyo', here(0)]]));
  expect(alone.better).toEqual({ at: '2026-05-28T14:00:00.000Z', atNight: 0 });
  const teams = nightsOf('applying', window, new Map([students, ['Asia/Tokyo', here(0, 3)]]));
  expect(teams).toMatchObject({ atNight: 2 });
  expect(teams.better).toEqual({ at: '2026-05-28T05:00:00.000Z', atNight: 0 });
});

test('no better hour is named where there is none', () => {
  const nights = nightsOf('applying', terms('2026-05-20T00:00:00.000Z', '2026-05-28T14:00:00.000Z'), people);
  expect(nights).toMatchObject({ atNight: 0 });
  expect(nights.better).toBeUndefined();
});

describe('a window whose last day is night somewhere is refused', () => {
  const refusal = (from: string, to: string): unknown => {
    try {
      requireWakingHours([nightsOf('applying', terms(from, to), people)]);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  test('a short one names the zone', () => {
    // 23:30 to 6:30 in Shanghai.
    expect(refusal('2026-05-27T15:30:00.000Z', '2026-05-27T22:30:00.000Z')).toMatchObject({
      code: 'window_only_at_night',
      fields: [{ pointer: '/applying/to', reason: expect.stringContaining('Asia/Shanghai') }],
    });
  });
  test('less than a whole waking hour is none', () => {
    expect(refusal('2026-05-27T15:30:00.000Z', '2026-05-27T23:59:00.000Z')).toMatchObject({
      code: 'window_only_at_night',
    });
    expect(refusal('2026-05-27T15:30:00.000Z', '2026-05-28T00:00:00.000Z')).toBeUndefined();
  });
  test('a zone where only a company is counts too, though it has no student', () => {
    const nights = nightsOf(
      'applying',
      terms('2026-05-27T15:30:00.000Z', '2026-05-27T22:30:00.000Z'),
      new Map([['Asia/Shanghai', here(0, 1)]]),
    );
    expect(nights).toMatchObject({ atNight: 0, withoutWakingHour: ['Asia/Shanghai'] });
  });
  test('a whole day has waking hours everywhere', () => {
    expect(refusal('2026-05-27T15:30:00.000Z', '2026-05-28T15:30:00.000Z')).toBeUndefined();
  });
});
