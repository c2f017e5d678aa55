import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../functions/cycle/phases.ts';
import {
  applicationTransitions,
  enter,
  hasReachedCompany,
  isLive,
  moveApplication,
  requireAnswers,
  requireCompleteProfile,
  requireRoom,
  requireTaking,
} from '../../../functions/application/rules.ts';
import { withoutOutcome } from '../../../functions/application/waiting.ts';
import { type Application, ApplicationState } from '../../../functions/application/schema.ts';
import { profile } from '../../support/samples.ts';
import {
  applicationIn,
  companyIn,
  cycleIn,
  decided,
  postingIn,
  recruiter,
  refusal,
  student,
} from '../../support/entities.ts';

type State = Application['state'];
const inWindow = {
  applying: '2026-04-01T00:00:00.000Z',
  shortlisting: '2026-04-20T00:00:00.000Z',
  ranking: '2026-05-10T00:00:00.000Z',
  matching: '2026-05-16T00:00:00.000Z',
} as const satisfies Partial<Record<Phase, string>>;
const move = (
  from: State,
  to: State,
  phase: keyof typeof inWindow,
  more: { actor?: typeof student | typeof recruiter; now?: string; reason?: string } = {},
) =>
  moveApplication(
    applicationIn(from),
    { to, reason: more.reason },
    { actor: more.actor ?? recruiter, cycle: cycleIn(phase), now: more.now ?? inWindow[phase] },
  );

describe('moves', () => {
  it.each<[State, State, keyof typeof inWindow]>([
    ['submitted', 'reviewing', 'applying'],
    ['reviewing', 'shortlisted', 'shortlisting'],
    ['shortlisted', 'rankable', 'shortlisting'],
    ['shortlisted', 'interviewing', 'shortlisting'],
    ['interviewing', 'rankable', 'shortlisting'],
    ['not_selected', 'reviewing', 'shortlisting'],
  ])('the company takes one that is %s to %s while %s', (from, to, phase) => {
    expect(move(from, to, phase).state).toBe(to);
  });

  it.each<[State, State, keyof typeof inWindow, string]>([
    ['submitted', 'rankable', 'shortlisting', 'application_illegal_move'],
    ['draft', 'reviewing', 'applying', 'application_illegal_move'],
    ['withdrawn', 'reviewing', 'shortlisting', 'application_illegal_move'],
    ['matched', 'not_selected', 'ranking', 'application_illegal_move'],
    ['submitted', 'withdrawn', 'applying', 'application_move_not_yours'],
    ['rankable', 'matched', 'ranking', 'application_move_not_yours'],
    ['submitted', 'reviewing', 'ranking', 'shortlisting_closed'],
    ['interviewing', 'rankable', 'ranking', 'shortlisting_closed'],
    ['reviewing', 'not_selected', 'ranking', 'shortlisting_closed'],
  ])('but not one that is %s to %s while %s: %s', (from, to, phase, code) => {
    expect(() => move(from, to, phase, { reason: 'why' })).toThrow(refusal(code));
  });

  it.each<[State, State, keyof typeof inWindow, string]>([
    ['draft', 'submitted', 'applying', 'submitted'],
    ['withdrawn', 'submitted', 'applying', 'submitted'],
    ['draft', 'submitted', 'shortlisting', 'applying_closed'],
    ['rankable', 'withdrawn', 'ranking', 'withdrawn'],
    ['rankable', 'withdrawn', 'matching', 'ranking_closed'],
    ['submitted', 'shortlisted', 'shortlisting', 'application_move_not_yours'],
  ])('the student asks to move it from %s to %s while %s: %s', (from, to, phase, expected) => {
    expect(decided(() => move(from, to, phase, { actor: student }).state)).toBe(expected);
  });

  it('end at the last millisecond of their window', () => {
    const at = (now: string) => () => move('draft', 'submitted', 'applying', { actor: student, now });
    expect(at('2026-04-12T10:00:00.000Z')().state).toBe('submitted');
    expect(at('2026-04-12T10:00:00.001Z')).toThrow(refusal('applying_closed'));
  });

  it('need a reason to turn somebody down, also after the shortlist', () => {
    expect(() => move('submitted', 'not_selected', 'shortlisting')).toThrow(
      refusal('reason_needed', ['/reason']),
    );
    const turnedDown = move('rankable', 'not_selected', 'ranking', { reason: 'The team was closed.' });
    expect(turnedDown.history.at(-1)).toEqual({
      state: 'not_selected',
      at: inWindow.ranking,
      by: 'company',
      reason: 'The team was closed.',
    });
  });

  it('are at most twenty, the system excepted', () => {
    const full = applicationIn('submitted', 20);
    const context = { actor: recruiter, cycle: cycleIn('shortlisting'), now: inWindow.shortlisting };
    expect(moveApplication(applicationIn('submitted', 19), { to: 'reviewing' }, context).state).toBe(
      'reviewing',
    );
    expect(() => moveApplication(full, { to: 'reviewing' }, context)).toThrow(refusal('too_many_moves'));
    const system = { kind: 'system', task: 'test' } as const;
    expect(enter(full, 'not_selected', system, context.now).history).toHaveLength(21);
  });
});

describe('states', () => {
  it('count against the cap exactly while something can still come of them', () => {
    const counting = ApplicationState.options.filter(isLive);
    expect(counting.toSorted()).toEqual([...withoutOutcome, 'rankable'].toSorted());
    for (const state of counting) expect(applicationTransitions[state]).toContain('not_selected');
  });

  it('show a company nothing that was never submitted', () => {
    expect(hasReachedCompany(applicationIn('withdrawn', 1))).toBe(false);
    expect(hasReachedCompany(applicationIn('withdrawn', 2))).toBe(true);
  });
});

describe('what an application needs', () => {
  const now = inWindow.applying;
  const verified = companyIn('verified');

  it('is room below the cap', () => {
    const cycle = cycleIn('applying');
    expect(() => requireRoom(1, cycle)).not.toThrow();
    expect(() => requireRoom(2, cycle)).toThrow(
      expect.objectContaining({ code: 'application_cap', facts: { used: 2, cap: 2 } }),
    );
  });

  it('is a published posting of a verified company', () => {
    expect(requireTaking(postingIn('published'), verified, now).state).toBe('published');
    for (const state of ['draft', 'paused', 'closed', 'withdrawn'] as const)
      expect(() => requireTaking(postingIn(state), verified, now)).toThrow(refusal('posting_not_open'));
    for (const company of [companyIn('suspended'), undefined])
      expect(() => requireTaking(postingIn('published'), company, now)).toThrow(refusal('posting_not_open'));
    expect(() => requireTaking(undefined, undefined, now)).toThrow(refusal('posting_not_open'));
  });

  it.each([
    ['Asia/Shanghai', '2026-04-01T15:59:59.999Z', '2026-04-01T16:00:00.000Z'],
    ['America/Vancouver', '2026-04-02T06:59:59.999Z', '2026-04-02T07:00:00.000Z'],
  ])("is the posting's last day in %s not to be over", (zone, last, over) => {
    const posting = postingIn('published', { zone, validUntil: '2026-04-01' });
    expect(requireTaking(posting, verified, last)).toBe(posting);
    expect(() => requireTaking(posting, verified, over)).toThrow(refusal('posting_not_open'));
  });

  it('is an answer to every question, and no more', () => {
    const posting = requireTaking(postingIn('published', { questions: [{ en: 'Why?' }] }), verified, now);
    expect(() => requireAnswers({ answers: ['Because.'] }, posting)).not.toThrow();
    for (const answers of [[], ['Because.', 'And so.']])
      expect(() => requireAnswers({ answers }, posting)).toThrow(
        refusal('answers_needed', ['/content/answers']),
      );
  });

  it('is a complete profile, or the names of what is missing', () => {
    const { university: _, ...begun } = profile();
    const saved = { id: student.studentId, email: student.email, updatedAt: now, version: 1 };
    expect(() => requireCompleteProfile({ ...saved, profile: profile() })).not.toThrow();
    expect(() => requireCompleteProfile({ ...saved, profile: begun })).toThrow(
      refusal('profile_incomplete', ['/profile/university']),
    );
    expect(() => requireCompleteProfile(undefined)).toThrow(refusal('profile_incomplete'));
  });
});
