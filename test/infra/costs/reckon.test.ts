import { expect, test } from 'vitest';
import { assumptions } from '../../../infra/costs/assumptions.ts';
import type { Measured } from '../../../infra/costs/measure.ts';
import { priceList } from '../../../infra/costs/prices.ts';
import { canDoWithoutDomain, cycleCosts, domainCosts, idleCosts } from '../../../infra/costs/reckon.ts';
import { linesOf } from '../../../infra/costs/report.ts';

const use = (times: number) => ({
  requests: 30 * times,
  bytes: 90_000 * times,
  readUnits: 100 * times,
  writeUnits: 10 * times,
  calls: 60 * times,
  processorSeconds: 0.06 * times,
});
const measured: Measured = {
  students: 10,
  postings: 2,
  played: use(50),
  visit: use(1),
  letters: 80,
  changes: 1_000,
  jobs: 3,
  storedBytes: 500_000,
  fileBytes: 10_000,
  patterns: [{ name: 'a posting', kind: 'read', units: 5_000 }],
};

const dollarsOf = (students: number): Record<string, number> =>
  Object.fromEntries(cycleCosts(priceList, measured, students).map(({ name, dollars }) => [name, dollars]));

test('reads cost what the played cycle and the visits took, at the price of the list', () => {
  const visits = 1_000 * assumptions.visitsAStudent + 200 * assumptions.visitsAPosting;
  const units = 100 * 50 * 100 + 100 * visits;
  const { price } = priceList.prices.dynamoDbMillionReadUnits;
  expect(dollarsOf(1_000)['DynamoDB: reads']).toBeCloseTo((units / 1e6) * price, 9);
});

test('ten times the students cost ten times as much, but for what runs anyway', () => {
  const fixed = new Set([...idleCosts(priceList, 1).map(({ name }) => name), 'SQS: jobs']);
  // one file is put once, whatever its size
  const { S3: _small, ...small } = dollarsOf(1_000);
  const { S3: _large, ...large } = dollarsOf(10_000);
  const grown = Object.entries(small).map(([name, dollars]): [string, number] => [
    name,
    dollars * (fixed.has(name) ? 1 : 10),
  ]);
  const shown = (entries: [string, number][]) => entries.map(([name, dollars]) => [name, dollars.toFixed(9)]);
  expect(shown(Object.entries(large))).toEqual(shown(grown));
});

test('a domain costs its hours and disks, and is needed for what does not fit into memory', () => {
  const { openSearchSmallHour: hour, openSearchGigabyteMonth: disk } = priceList.prices;
  expect(domainCosts(priceList, 1_000, 2)).toBeCloseTo(2 * (730 * hour.price + 10 * disk.price), 9);
  expect([100_000, 100_001].map(canDoWithoutDomain)).toEqual([true, false]);
});

test('the table names the largest parts and what is not confirmed', () => {
  const text = linesOf(priceList, measured, [1_000, 1_000_000]).join('\n');
  expect(text).toMatch(/1,000 students, most of it without the domain: \w.* \d+%, .* \d+%, .* \d+%/);
  expect(text).toContain('prices could not be read from a page of AWS');
});
