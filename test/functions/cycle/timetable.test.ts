import { describe, expect, it } from 'vitest';
import { datedPhases, type Phase, phases } from '../../../functions/cycle/phases.ts';
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

  it('cut no announced hour off a phase whose doings end with it', () => {
    for (const [index, phase] of datedPhases.entries()) {
      const cycle = byClock(phase);
      const move = timedMove(cycle);
      if (move === undefined) continue;
      expect(move.to).toBe(datedPhases[index + 1]);
      expect(move.at >= cycle.windows[move.to].from).toBe(true);
      if (phase !== 'posting') expect(move.at >= cycle.windows[phase].to).toBe(true);
    }
  });
});
