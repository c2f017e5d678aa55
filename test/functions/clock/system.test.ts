import { expect, test } from 'vitest';
import { every, systemClock } from '../../../functions/clock/system.ts';

test('the system clock gives instants that sort by time', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

test('a timer never overlaps itself, outlives failures, and stops after the run under way', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  let ended = 0;
  const errors: unknown[] = [];
  const timer = every(
    1,
    async () => {
      running += 1;
      runs += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      ended += 1;
      if (runs === 1) throw new Error('first run');
    },
    (error) => errors.push(error),
  );
  await expect.poll(() => runs).toBeGreaterThan(2);
  await timer.stop();
  const stoppedAt = runs;
  expect(ended).toBe(runs);
  expect(most).toBe(1);
  expect(errors).toEqual([new Error('first run')]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(runs).toBe(stoppedAt);
});
