import { describe, expect, it } from 'vitest';
import { firstAnswer } from '../../../functions/application/first-answer.ts';

describe('a first answer', () => {
  const history = (...steps: [string, string, string][]) => ({
    history: steps.map(([state, day, by]) => ({ state, at: `2026-03-${day}T12:00:00.000Z`, by })),
  });
  it.each([
    ['is an invitation', [['submitted', '10', 'student'], ['shortlisted', '12', 'company']], 2],
    ['is not that somebody reads', [['submitted', '10', 'student'], ['reviewing', '12', 'company']], 'waiting'],
    ['counts from the last time it was sent', [['submitted', '10', 'student'], ['withdrawn', '11', 'student'], ['submitted', '14', 'student'], ['not_selected', '15', 'company']], 1],
    ['is not awaited once it was withdrawn', [['submitted', '10', 'student'], ['withdrawn', '11', 'student']], undefined],
    ['is the first of several', [['submitted', '10', 'student'], ['not_selected', '11', 'company'], ['reviewing', '13', 'company'], ['shortlisted', '15', 'company']], 1],
    ['is not what a coordinator closes', [['submitted', '10', 'student'], ['not_selected', '12', 'coordinator']], 'waiting'],
    ['is not awaited of a draft', [['draft', '10', 'student']], undefined],
  ] as [string, [string, string, string][], number | string | undefined][])('%s', (_, steps, days) => {
    const found = firstAnswer(history(...steps) as Parameters<typeof firstAnswer>[0]); // oxlint-disable-line typescript/no-unsafe-type-assertion -- states and parties written above
    expect(found && (found.tookMs === undefined ? 'waiting' : found.tookMs / 86_400_000)).toBe(days);
  }); // prettier-ignore
});
