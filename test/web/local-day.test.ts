import { describe, expect, it } from 'vitest';
import { beginOf, clockChanges, dayAfter, dayIn, mondayOf } from '../../web/components/local-day.ts';

const at = (instant: string): number => Date.parse(instant);

describe('days as clocks of a zone show them', () => {
  it('names the day, its week and its beginning', () => {
    expect(dayIn('America/Vancouver', '2026-04-20T01:00:00Z')).toBe('2026-04-19');
    expect(dayIn('Asia/Shanghai', '2026-04-20T01:00:00Z')).toBe('2026-04-20');
    expect(mondayOf('2026-04-19')).toBe('2026-04-13');
    expect(mondayOf('2026-04-20')).toBe('2026-04-20');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(beginOf('Europe/London', '2026-03-30')).toBe(at('2026-03-29T23:00:00Z'));
    expect(beginOf('Europe/London', '2026-03-29')).toBe(at('2026-03-29T00:00:00Z'));
  });

  it('finds when clocks change, to the minute', () => {
    const week = [at('2026-03-23T00:00:00Z'), at('2026-03-30T00:00:00Z')] as const;
    expect(clockChanges('Europe/London', ...week)).toEqual([
      { zone: 'Europe/London', at: at('2026-03-29T01:00:00Z'), before: 0, after: 60 },
    ]);
    expect(clockChanges('Asia/Shanghai', ...week)).toEqual([]);
    expect(clockChanges('America/New_York', at('2026-10-31T12:34:56Z'), at('2026-11-02T00:00:00Z'))).toEqual([
      { zone: 'America/New_York', at: at('2026-11-01T06:00:00Z'), before: -240, after: -300 },
    ]);
    expect(clockChanges('Europe/London', at('2026-03-29T01:00:00Z'), at('2026-03-29T23:00:00Z'))).toEqual([]);
  });
});
