import { describe, expect, it } from 'vitest';
import { type Phase, phases } from '../../../functions/cycle/phases.ts';
import { timedMove } from '../../../functions/cycle/timetable.ts';
import { cycleIn } from '../../support/entities.ts';

const byClock = (phase: Phase) => ({ ...cycleIn(phase), movesByClock: true });

describe('the announced windows', () => {
  it.each<[Phase, Phase, string]>([
    ['posting', 'applying', '2026-03-15T00:00:00.000Z'],
    ['applying', 'shortlisting', '2026-04-13T00:00:00.000Z'],
    ['shortlisting', 'ranking', '2026-05-08T00:00:00.000Z'],
    // Matching is announced from the morning on, but lists can be certified until ten.
    ['ranking', 'matching', '2026-05-15T10:00:00.000Z'],
    ['matching', 'confirming', '2026-05-19T00:00:00.000Z'],
    ['confirming', 'supplementary', '2026-05-25T00:00:00.000Z'],
    ['supplementary', 'active', '2026-06-29T00:00:00.000Z'],
  ])('move a cycle from %s to %s at %s', (from, to, at) => {
    expect(timedMove(byClock(from))).toEqual({ to, at });
  });

  it.each<Phase>(['draft', 'active', 'closed', 'archived'])('move none that is %s', (phase) => {
    expect(timedMove(byClock(phase))).toBeUndefined();
  });

  it('move none that a coordinator moves', () => {
    for (const phase of phases) expect(timedMove(cycleIn(phase))).toBeUndefined();
  });
});
