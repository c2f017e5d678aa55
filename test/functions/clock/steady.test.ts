import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { look, type Shown } from '../../../functions/clock/steady.ts';

const start = Date.parse('2026-05-10T08:00:00.000Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const instant = (ms: number): string => new Date(ms).toISOString();

/** Shows a clock's times in turn; says at which it was believed. */
const believed = (times: readonly number[]): boolean[] => {
  let shown: Shown | undefined;
  return times.map((time) => {
    const { believed: yes, remember } = look(shown, instant(time));
    shown = remember ?? shown;
    return yes;
  });
};
const ticks = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index * minute);

const step = fc.oneof(
  fc.integer({ min: -2, max: 90 }),
  fc.integer({ min: -60, max: 60 }).map((days) => days * 1440),
);

it('believes a clock that goes on, also after hours in which nobody looked', () => {
  expect(believed([start, start + minute, start + 20 * 60 * minute, start + 20 * 60 * minute])).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(believed(ticks(start, 3 * 24 * 60)).every(Boolean)).toBe(true);
});

it.each([30 * day, -30 * day])('wants ten minutes of proof after a jump of %i ms', (jump) => {
  const seen = believed([...ticks(start, 3), ...ticks(start + jump, 12)]);
  expect(seen).toEqual([true, true, true, ...Array.from({ length: 10 }, () => false), true, true]);
});

it('never believes a time that was shown for less than ten minutes', () => {
  const seen = believed([start, ...ticks(start + 30 * day, 9), ...ticks(start + 10 * minute, 12)]);
  expect(seen.slice(1, 10)).toEqual(Array.from({ length: 9 }, () => false));
  expect(seen.at(-1)).toBe(true);
});

it('never acts by a jump at once, whatever the clock showed before', () =>
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const times = [start];
      for (const minutes of steps) times.push((times.at(-1) ?? start) + minutes * minute);
      const seen = believed(times);
      const jumps = times.flatMap((time, index) =>
        Math.abs(time - (times[index - 1] ?? time)) > day + 10 * minute ? [index] : [],
      );
      expect(jumps.filter((index) => seen[index])).toEqual([]);
    }),
  ));
