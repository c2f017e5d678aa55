import { expect, test } from 'vitest';
import { maxAttempts, maxFromStrangers, signInAttempts } from '../../../functions/identity/attempts.ts';
import { testClock } from '../../support/clock.ts';

const account = 'lin@example.org';
const home = { account, address: '192.0.2.1' };
const guesser = { account, address: '198.51.100.1' };
const begin = () => {
  const clock = testClock('2026-03-20T08:00:00.000Z');
  return { clock, attempts: signInAttempts(clock) };
};
const times = (count: number, attempt: () => boolean) => Array.from({ length: count }, attempt);

test('who tries too often waits for a quarter of an hour, and nobody else does', () => {
  const { clock, attempts } = begin();
  expect(times(maxAttempts, () => attempts.begin(guesser))).not.toContain(false);
  expect(attempts.begin(guesser)).toBe(false);
  expect(attempts.begin(home)).toBe(true);
  expect(attempts.begin({ ...guesser, account: 'another@example.org' })).toBe(true);
  clock.advance(15 * 60_000);
  expect(attempts.begin(guesser)).toBe(true);
});

test('a right password clears the count of where it came from, and of nowhere else', () => {
  const { attempts } = begin();
  for (const attempt of [home, guesser]) times(maxAttempts, () => attempts.begin(attempt));
  attempts.succeeded(home);
  expect([attempts.begin(home), attempts.begin(guesser)]).toEqual([true, false]);
});

test('guessing from many addresses is slowed down too, without whoever signed in before', () => {
  const { clock, attempts } = begin();
  expect(attempts.begin(home)).toBe(true);
  attempts.succeeded(home);
  let number = 0;
  const stranger = () => attempts.begin({ account, address: `198.51.100.${(number += 1)}` });
  expect(times(maxFromStrangers - 1, stranger)).not.toContain(false);
  expect(stranger()).toBe(false);
  expect(attempts.begin(home)).toBe(true);
  clock.advance(15 * 60_000);
  expect(stranger()).toBe(true);
});

test('made-up accounts do not fill the memory', () => {
  const { attempts } = begin();
  times(maxAttempts + 1, () => attempts.begin(guesser));
  for (let at = 0; at < 10_000; at += 1) attempts.begin({ ...guesser, account: `${at}@example.org` });
  expect(attempts.begin(guesser)).toBe(true);
});
