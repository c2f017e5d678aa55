import { describe, expect, it } from 'vitest';
import { CompanyId, CycleId, OfferId, PostingId, RoundId, StudentId } from '../../../functions/ids.ts';
import { alarmsOf } from '../../../functions/placement/alarms.ts';
import { confirmAgreement, isAgreed, withAgreement } from '../../../functions/placement/checklist.ts';
import { answerExtension, askExtension, withCheckIn } from '../../../functions/placement/course.ts';
import { dueAt, endOf, placementOf, startOf, terminate } from '../../../functions/placement/rules.ts';
import { Placement } from '../../../functions/placement/schema.ts';

const offer = {
  id: OfferId.parse('student-1~rnd_0123456789abcdef'),
  roundId: RoundId.parse('rnd_0123456789abcdef'),
  cycleId: CycleId.parse('cyc_0123456789abcdef'),
  studentId: StudentId.parse('student-1'),
  postingId: PostingId.parse('pos_0123456789abcdef'),
  companyId: CompanyId.parse('com_0123456789abcdef'),
  state: 'accepted' as const,
  answeredAt: '2026-05-20T00:00:00.000Z',
  version: 2,
};
const days = { startsOn: '2026-06-29', endsOn: '2026-08-21', zone: 'Asia/Shanghai' };
const confirmed: Placement = { ...placementOf(offer, days, '2026-05-20T00:00:00.000Z'), version: 1 };
const active = Placement.parse({ ...confirmed, state: 'active', startedAt: '2026-06-28T16:00:00.000Z' });
const text = (words: string) => ({ kind: 'text' as const, text: words });
const code = (act: () => unknown): string => {
  try {
    act();
    return 'nothing';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('the days of an internship', () => {
  it('begin and end at midnight on the team’s clocks', () => {
    expect(startOf(confirmed)).toBe('2026-06-28T16:00:00.000Z');
    expect(endOf(confirmed)).toBe('2026-08-21T16:00:00.000Z');
    // The clocks of New York go forward on 8 March 2026: the day before begins at 05:00 UTC, the day after at 04:00.
    const abroad = { ...confirmed, zone: 'America/New_York', startsOn: '2026-03-08', endsOn: '2026-03-08' };
    expect([startOf(abroad), endOf(abroad)]).toEqual([
      '2026-03-08T05:00:00.000Z',
      '2026-03-09T04:00:00.000Z',
    ]);
  });

  it('say when the clock has something to do next', () => {
    expect(dueAt(confirmed)).toBe('2026-06-08T16:00:00.000Z');
    expect(dueAt({ ...confirmed, state: 'onboarding' })).toBe(startOf(confirmed));
    expect(dueAt(active)).toBe('2026-07-06T01:00:00.000Z');
    expect(dueAt({ ...active, checkInAskedAt: '2026-07-06T01:00:00.000Z' })).toBe(endOf(active));
    expect(dueAt({ ...active, state: 'terminated' })).toBeUndefined();
  });
});

describe('an internship that has not begun', () => {
  const end = (placement: Placement, by: 'student' | 'company' | 'coordinator' | 'system') => () =>
    terminate(placement, { by, reason: 'Changed our minds.' }, '2026-05-20T00:00:05.000Z').state;

  it('is ended by neither side alone, as its offer is not', () => {
    for (const state of ['confirmed', 'onboarding'] as const)
      for (const side of ['student', 'company'] as const)
        expect(code(end({ ...confirmed, state }, side))).toBe('placement_not_begun');
    expect([end(confirmed, 'coordinator')(), end(confirmed, 'system')()]).toEqual(
      Array(2).fill('terminated'),
    );
    expect([end(active, 'student')(), end(active, 'company')()]).toEqual(Array(2).fill('terminated'));
  });
});

describe('the agreement', () => {
  const now = '2026-06-01T00:00:00.000Z';
  const first = withAgreement(confirmed, text('one'), 'company', now);
  const both = confirmAgreement(confirmAgreement(first, 1, 'company', now), 1, 'student', now);

  it('counts when both have confirmed its last version, and a new one voids that', () => {
    expect(isAgreed(first.checklist)).toBe(false);
    expect(isAgreed(both.checklist)).toBe(true);
    const second = withAgreement(both, text('two'), 'student', now);
    expect(isAgreed(second.checklist)).toBe(false);
    expect(second.checklist.agreement?.confirmed).toEqual({});
    expect(second.checklist.agreement?.versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is confirmed by the number of the last version alone', () => {
    const second = withAgreement(first, text('two'), 'student', now);
    expect(code(() => confirmAgreement(second, 1, 'student', now))).toBe('agreement_changed');
    expect(code(() => confirmAgreement(confirmed, 1, 'student', now))).toBe('agreement_changed');
  });

  it('has ten versions at most, and none once the internship is over', () => {
    let placement: Placement = confirmed;
    for (let number = 1; number <= 10; number += 1)
      placement = withAgreement(placement, text(`${number}`), 'company', now);
    expect(code(() => withAgreement(placement, text('eleven'), 'company', now))).toBe('too_many_versions');
    const over = terminate(active, { by: 'student', reason: 'ill' }, now);
    expect(code(() => withAgreement(over, text('late'), 'company', now))).toBe('placement_over');
  });
});

describe('the check-in', () => {
  it('is given once by each side, from the second week on', () => {
    const said = { mark: 2, words: 'alone a lot' };
    expect(code(() => withCheckIn(active, said, 'student', '2026-07-06T00:59:59.999Z'))).toBe(
      'check_in_too_early',
    );
    expect(code(() => withCheckIn(confirmed, said, 'student', '2026-07-07T00:00:00.000Z'))).toBe(
      'check_in_too_early',
    );
    const given = withCheckIn(active, said, 'student', '2026-07-06T01:00:00.000Z');
    expect(code(() => withCheckIn(given, said, 'student', '2026-07-07T00:00:00.000Z'))).toBe(
      'already_checked_in',
    );
    expect(alarmsOf(given, { overdue: false, now: '2026-07-07T00:00:00.000Z' })).toContain('check_in_bad');
  });
});

describe('alarms', () => {
  const at = (now: string, placement: Placement = active, overdue = false) =>
    alarmsOf(placement, { overdue, now });
  it('come at their time and not before', () => {
    expect(at('2026-06-21T15:59:59.999Z', confirmed)).toEqual([]);
    expect(at('2026-06-21T16:00:00.000Z', confirmed)).toEqual(['agreement_missing']);
    expect(at('2026-07-19T16:00:00.000Z')).toEqual(['agreement_missing', 'check_in_missing']);
    expect(at('2026-07-01T00:00:00.000Z', active, true)).toContain('evaluation_overdue');
  });
  it('end with the internship', () => {
    const over = terminate(active, { by: 'company', reason: 'closed' }, '2026-07-01T00:00:00.000Z');
    expect(at('2026-07-19T16:00:00.000Z', over, true)).toEqual([]);
  });
});

describe('an extension', () => {
  const now = '2026-08-01T00:00:00.000Z';
  const asked = askExtension(active, { endsOn: '2026-09-30', reason: 'launch' }, 'company', now);

  it('counts when both sides and a coordinator agree, in any order', () => {
    const two = answerExtension(asked, true, 'coordinator', now);
    expect(two.action).toBe('extension_agreed');
    expect(two.placement.endsOn).toBe('2026-08-21');
    const three = answerExtension(two.placement, true, 'student', now);
    expect(three).toMatchObject({
      action: 'extended',
      placement: { state: 'extended', endsOn: '2026-09-30', endedOnBefore: ['2026-08-21'] },
    });
    expect(three.placement.extension).toBeUndefined();
  });

  it('ends when one refuses, and none can be asked for while one is decided', () => {
    expect(answerExtension(asked, false, 'student', now).placement.extension).toBeUndefined();
    const again = () => askExtension(asked, { endsOn: '2026-10-30', reason: 'x' }, 'student', now);
    expect(code(again)).toBe('extension_pending');
    expect(code(() => answerExtension(active, true, 'student', now))).toBe('no_extension');
  });

  it.each(['2026-08-21', '2026-08-20', '2027-08-23'])('to %s is refused', (endsOn) => {
    expect(code(() => askExtension(active, { endsOn, reason: 'x' }, 'student', now))).toBe('invalid_input');
  });

  it('is for an internship that has begun', () => {
    const ask = () => askExtension(confirmed, { endsOn: '2026-09-30', reason: 'x' }, 'student', now);
    expect(code(ask)).toBe('placement_illegal_move');
  });
});
