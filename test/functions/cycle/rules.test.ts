import { describe, expect, it } from 'vitest';
import { phaseTransitions } from '../../../functions/cycle/phase-transitions.ts';
import { datedPhases, type Phase, phases } from '../../../functions/cycle/phases.ts';
import { moveCycle, obstaclesTo, type PhaseFacts, requireOpen } from '../../../functions/cycle/rules.ts';
import { CycleSettings } from '../../../functions/cycle/schema.ts';
import { cycleIn, refusal } from '../../support/entities.ts';
import { cycleSettings } from '../../support/samples.ts';

const settled: PhaseFacts = {
  applicationsWithoutOutcome: 0,
  roundState: 'published',
  pendingOffers: 0,
  postings: 0,
};

describe('phases', () => {
  it('each lead to the next, and only the supplementary round may be skipped', () => {
    for (const [index, phase] of phases.entries()) {
      const forward = phaseTransitions[phase].filter((to) => phases.indexOf(to) > index);
      const next = phases.slice(index + 1, index + 2);
      expect(forward).toEqual(phase === 'confirming' ? ['supplementary', 'active'] : next);
    }
  });

  it.each<[Phase, Phase]>([
    ['applying', 'posting'],
    ['applying', 'ranking'],
    ['confirming', 'matching'],
    ['archived', 'draft'],
    ['ranking', 'ranking'],
  ])('never go from %s to %s', (from, to) => {
    expect(() => moveCycle(cycleIn(from), to, settled)).toThrow(refusal('cycle_illegal_move', ['/to']));
  });

  it.each<[Phase, Phase, Partial<PhaseFacts>, string]>([
    ['shortlisting', 'ranking', { applicationsWithoutOutcome: 3 }, 'applications_without_outcome'],
    ['posting', 'draft', { postings: 1 }, 'postings_exist'],
    ['matching', 'ranking', { roundState: 'frozen' }, 'round_frozen'],
    ['matching', 'confirming', { roundState: 'approved' }, 'round_not_published'],
    ['matching', 'confirming', { roundState: 'none' }, 'round_not_published'],
    ['confirming', 'active', { pendingOffers: 1 }, 'offers_pending'],
    ['supplementary', 'active', { pendingOffers: 1 }, 'offers_pending'],
  ])('go from %s to %s only when nobody is left waiting: %j', (from, to, facts, code) => {
    const before: PhaseFacts = { ...settled, roundState: to === 'ranking' ? 'open' : 'published' };
    expect(moveCycle(cycleIn(from), to, before).phase).toBe(to);
    expect(() => moveCycle(cycleIn(from), to, { ...before, ...facts })).toThrow(refusal(code));
    expect(obstaclesTo(to, { ...before, ...facts })).toEqual([expect.objectContaining({ code })]);
  });
});

describe('requireOpen', () => {
  const end = '2026-04-12T10:00:00.000Z';
  const after = '2026-04-12T10:00:00.001Z';

  it('holds in the phase until its announced end', () => {
    const cycle = cycleIn('applying');
    expect(() => requireOpen(cycle, 'applying', end)).not.toThrow();
    expect(() => requireOpen(cycle, 'applying', after)).toThrow(refusal('applying_closed'));
  });

  it('holds in the other phases that it names, whose own end is not asked', () => {
    expect(() => requireOpen(cycleIn('applying'), 'posting', after, ['applying'])).not.toThrow();
    expect(() => requireOpen(cycleIn('shortlisting'), 'posting', end, ['applying'])).toThrow(
      expect.objectContaining({
        code: 'posting_closed',
        facts: {
          phase: 'shortlisting',
          from: '2026-02-01T00:00:00.000Z',
          to: '2026-03-20T10:00:00.000Z',
          zone: 'Asia/Shanghai',
        },
      }),
    );
  });
});

describe('the windows of a cycle', () => {
  it('may overlap, but do not close out of order', () => {
    const settings = cycleSettings();
    expect(settings.windows.applying.from < settings.windows.posting.to).toBe(true);
    expect(CycleSettings.safeParse(settings).success).toBe(true);
    for (const [index, phase] of datedPhases.entries()) {
      const earlier = datedPhases[index - 1];
      if (earlier === undefined) continue;
      const to = new Date(Date.parse(settings.windows[earlier].to) - 1).toISOString();
      const changed = { ...settings.windows, [phase]: { from: '2026-01-01T00:00:00.000Z', to } };
      const paths = CycleSettings.safeParse({ ...settings, windows: changed }).error?.issues.map(
        (issue) => issue.path,
      );
      expect(paths).toEqual([['windows', phase, 'to']]);
    }
  });
});
