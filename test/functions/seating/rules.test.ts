import { describe, expect, it } from 'vitest';
import { PostingId } from '../../../functions/ids.ts';
import { Round } from '../../../functions/round/schema.ts';
import { isOpen, requirePossible, seatingRules } from '../../../functions/seating/rules.ts';
import { SeatingPlan } from '../../../functions/seating/schema.ts';
import { cycleIn, refusal } from '../../support/entities.ts';

const pos = (letter: string) => PostingId.parse(`pos_${letter.repeat(16)}`);
const [a, b, c, d] = [pos('a'), pos('b'), pos('c'), pos('d')];
const seats = new Map<string, number>([a, b, c, d].map((id) => [id, 3]));
const condition = { studyLevels: ['master'] };
const group = (postingIds: string[], limit = 4) => ({ seats: limit, postingIds });
const reserve = (postingId: string, count: number) => ({ postingId, seats: count, condition });
const planOf = (part: object) => SeatingPlan.parse({ groups: [], reserves: [], transfers: [], ...part });

describe('a plan', () => {
  it.each<[what: string, part: object]>([
    ['that is empty', {}],
    ['of nested groups', { groups: [group([a, b, c]), group([a, b]), group([c])] }],
    ['of disjoint groups', { groups: [group([a, b]), group([c, d])] }],
    ['that reserves every seat', { reserves: [reserve(a, 1), reserve(b, 3), reserve(a, 2)] }],
    [
      'of a chain of transfers beside a group',
      {
        groups: [group([d])],
        transfers: [
          { from: a, to: b },
          { from: b, to: c },
        ],
      },
    ],
    [
      'of two transfers to one posting',
      {
        transfers: [
          { from: a, to: c },
          { from: b, to: c },
        ],
      },
    ],
  ])('%s can be', (_what, part) => {
    expect(() => requirePossible(planOf(part), seats)).not.toThrow();
  });

  const other = pos('z');
  it.each<[rule: keyof typeof seatingRules, part: object, pointers: string[]]>([
    ['own', { groups: [group([a, other])] }, ['/groups/0/postingIds/1']],
    ['own', { reserves: [reserve(other, 1)] }, ['/reserves/0/postingId']],
    ['own', { transfers: [{ from: other, to: a }] }, ['/transfers/0/from']],
    ['own', { transfers: [{ from: a, to: other }] }, ['/transfers/0/to']],
    ['laminar', { groups: [group([c, d]), group([a, b]), group([b, c])] }, ['/groups/2/postingIds']],
    ['otherPostings', { groups: [group([a, b]), group([c]), group([b, a])] }, ['/groups/2/postingIds']],
    ['reservesFit', { reserves: [reserve(a, 2), reserve(b, 1), reserve(a, 2)] }, ['/reserves/2/seats']],
    [
      'oneTransfer',
      {
        transfers: [
          { from: a, to: b },
          { from: a, to: c },
        ],
      },
      ['/transfers/1/from'],
    ],
    ['transferOutsideGroups', { groups: [group([b])], transfers: [{ from: a, to: b }] }, ['/transfers/0/to']],
    [
      'transferOutsideGroups',
      { groups: [group([a])], transfers: [{ from: a, to: b }] },
      ['/transfers/0/from'],
    ],
    ['noCircle', { transfers: [{ from: a, to: a }] }, ['/transfers/0/to']],
    [
      'noCircle',
      {
        transfers: [
          { from: a, to: b },
          { from: c, to: a },
          { from: b, to: a },
        ],
      },
      ['/transfers/0/to', '/transfers/2/to'],
    ],
  ])('is refused by the rule "%s", which names %j', (rule, part, pointers) => {
    const attempt = () => requirePossible(planOf(part), seats);
    expect(attempt).toThrow(refusal('seating_not_possible', pointers));
    expect(attempt).toThrow(
      expect.objectContaining({
        fields: pointers.map((pointer) => ({ pointer, reason: seatingRules[rule] })),
      }),
    );
  });

  it('is told everything that is wrong with it at once', () => {
    const plan = planOf({ groups: [group([a, b]), group([b, other])], reserves: [reserve(c, 9)] });
    expect(() => requirePossible(plan, seats)).toThrow(
      refusal('seating_not_possible', [
        '/groups/1/postingIds/1',
        '/groups/1/postingIds',
        '/reserves/0/seats',
      ]),
    );
  });
});

describe('the time for a plan', () => {
  const round = {
    id: 'rnd_0000000000000001',
    cycleId: 'cyc_0000000000000001',
    kind: 'main',
    number: 1,
    version: 1,
  };
  const open = Round.parse({ ...round, state: 'open' });
  const frozen = Round.parse({
    ...round,
    state: 'frozen',
    frozen: { at: '2026-05-15T10:00:00Z', by: 'runner' },
  });
  const { to } = cycleIn('ranking').windows.ranking;
  it('goes from the beginning to the end of the ranking window', () => {
    for (const phase of ['posting', 'applying', 'ranking'] as const)
      expect(isOpen(open, cycleIn(phase), to)).toBe(true);
  });
  it('is over with the window, the matching phase or the freeze, whichever comes first', () => {
    expect(isOpen(open, cycleIn('ranking'), to.replace(/^.{4}/, '9999'))).toBe(false);
    expect(isOpen(open, cycleIn('matching'), to)).toBe(false);
    expect(isOpen(frozen, cycleIn('ranking'), to)).toBe(false);
    expect(isOpen(undefined, cycleIn('ranking'), to)).toBe(false);
  });
});
