import { describe, expect, it } from 'vitest';
import { exposureOf } from '../../../functions/cycle-statistics/exposure.ts';
import { isStale, programmeFor } from '../../../functions/cycle-statistics/rules.ts';
import { quantile } from '../../../functions/cycle-statistics/quantile.ts';
import { CompanyStatistics, Counted } from '../../../functions/cycle-statistics/schema.ts';
import { cycleIn } from '../../support/entities.ts';

const counted = (phase: string, answeredCompanies = 0): Counted =>
  Counted.parse({
    asOf: '2026-08-20T08:00:00.000Z',
    phase,
    funnel: [],
    heat: [],
    zones: { day: '2026-06-29', zone: 'Asia/Shanghai', students: [], postings: 0, hours: [] },
    choices: [],
    response: {
      answered: 40,
      waiting: 2,
      days: { median: 3, p90: 8 },
      bins: [],
      companies: { asked: 9, answered: answeredCompanies },
      mostWaiting: [],
    },
    exposure: exposureOf([]),
  });
const own = (answered: number): CompanyStatistics =>
  CompanyStatistics.parse({
    companyId: 'com_0000000000000001',
    cycleId: 'cyc_0000000000000001',
    funnel: [],
    response: { answered, waiting: 0 },
    postings: 1,
    seats: 1,
    version: 1,
  });

describe('figures', () => {
  it('of a cycle that is over stand, once they were counted after its end', () => {
    const years = '2030-01-01T00:00:00.000Z';
    expect(isStale(cycleIn('active'), counted('active'), years)).toBe(true);
    expect(isStale(cycleIn('closed'), counted('active'), '2026-08-20T08:01:00.000Z')).toBe(true);
    expect(isStale(cycleIn('archived'), counted('closed'), years)).toBe(false);
    expect(isStale(cycleIn('draft'), undefined, years)).toBe(true);
  });

  it('of the programme are shown to a company when five others have answered', () => {
    expect(programmeFor(own(3), counted('active', 5))).toBeUndefined();
    expect(programmeFor(own(3), counted('active', 6))).toMatchObject({ days: { median: 3 }, companies: 6 });
    expect(programmeFor(own(0), counted('active', 5))).toMatchObject({ companies: 5 });
    expect(programmeFor(undefined, counted('active', 4))).toBeUndefined();
  });
});

describe('quantile and Gini', () => {
  it('take the nearest rank', () => {
    expect(quantile([], 0.5)).toBeUndefined();
    expect(quantile([4], 0.9)).toBe(4);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  });

  it('are 0 where all have the same, and near 1 where one has all', () => {
    expect(exposureOf([3, 3, 3])).toMatchObject({ gini: 0, without: 0 });
    expect(exposureOf([0, 0, 0, 10])).toMatchObject({ gini: 0.75, without: 3 });
    expect(exposureOf([])).toMatchObject({ gini: 0, postings: 0 });
    expect(exposureOf([0, 0])).toMatchObject({ gini: 0, applications: 0 });
  });
});
