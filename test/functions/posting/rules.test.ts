import { describe, expect, it, test } from 'vitest';
import type { Phase } from '../../../functions/cycle/phases.ts';
import {
  changePosting,
  isOpen,
  isReadable,
  missingOf,
  movePosting,
  requireTimeToApply,
} from '../../../functions/posting/rules.ts';
import { type Posting, PostingDraft, PostingState } from '../../../functions/posting/schema.ts';
import {
  companyIn,
  coordinator,
  cycleIn,
  decided,
  postingIn,
  recruiter,
  refusal,
} from '../../support/entities.ts';
import { postingContent } from '../../support/samples.ts';

const inPosting = '2026-03-01T00:00:00.000Z';
const company = companyIn('verified');
const context = { actor: recruiter, company, cycle: cycleIn('posting'), now: inPosting };
const by = { recruiter, coordinator };
type State = PostingState;

describe('moves', () => {
  it.each<[State, State, keyof typeof by]>([
    ['draft', 'submitted', 'recruiter'],
    ['changes_requested', 'submitted', 'recruiter'],
    ['submitted', 'approved', 'coordinator'],
    ['submitted', 'changes_requested', 'coordinator'],
    ['approved', 'published', 'recruiter'],
    ['paused', 'published', 'recruiter'],
    ['published', 'closed', 'recruiter'],
    ['published', 'withdrawn', 'recruiter'],
  ])('%s to %s is for the %s alone', (from, to, who) => {
    const move = (actor: (typeof by)[keyof typeof by]) =>
      movePosting(postingIn(from), { to, reason: 'why' }, { ...context, actor });
    expect(move(by[who])).toMatchObject({ state: to, reason: 'why' });
    expect(() => move(by[who === 'recruiter' ? 'coordinator' : 'recruiter'])).toThrow(
      refusal('posting_move_not_yours', ['/to']),
    );
  });

  it.each<[State, State, keyof typeof by]>([
    ['draft', 'published', 'recruiter'],
    ['submitted', 'published', 'recruiter'],
    ['draft', 'approved', 'coordinator'],
    ['withdrawn', 'submitted', 'recruiter'],
    ['closed', 'published', 'recruiter'],
  ])('never %s to %s', (from, to, who) => {
    expect(() => movePosting(postingIn(from), { to }, { ...context, actor: by[who] })).toThrow(
      refusal('posting_illegal_move'),
    );
  });

  it.each<[State, State, keyof typeof by, boolean]>([
    ['submitted', 'changes_requested', 'coordinator', true],
    ['published', 'paused', 'coordinator', true],
    ['published', 'paused', 'recruiter', false],
    ['published', 'withdrawn', 'recruiter', true],
    ['paused', 'withdrawn', 'recruiter', true],
    ['draft', 'withdrawn', 'recruiter', false],
    ['approved', 'withdrawn', 'recruiter', false],
  ])('%s to %s by the %s needs a reason: %s', (from, to, who, needed) => {
    const moved = () => movePosting(postingIn(from), { to }, { ...context, actor: by[who] });
    expect(decided(() => moved().state)).toBe(needed ? 'reason_needed' : to);
  });

  it('publish for verified companies only, while students can still apply', () => {
    const publish = (more: Partial<typeof context>) => () =>
      movePosting(postingIn('approved'), { to: 'published' }, { ...context, ...more });
    expect(publish({})()).toMatchObject({ state: 'published', publishedAt: inPosting });
    expect(publish({ cycle: cycleIn('applying') })().state).toBe('published');
    for (const state of ['submitted', 'suspended'] as const)
      expect(publish({ company: companyIn(state) })).toThrow(refusal('company_not_verified'));
    expect(publish({ now: '2026-03-20T10:00:00.001Z' })).toThrow(refusal('posting_closed'));
    expect(publish({ cycle: cycleIn('shortlisting') })).toThrow(refusal('posting_closed'));
  });

  it('leave what a coordinator paused to coordinators, until one publishes it again', () => {
    const pausedAs = (actor: typeof recruiter | typeof coordinator) =>
      movePosting(
        postingIn('published'),
        { to: 'paused', reason: 'Asks for a deposit.' },
        { ...context, actor },
      );
    const publish = (posting: Posting, actor: typeof recruiter | typeof coordinator) => () =>
      movePosting(posting, { to: 'published' }, { ...context, actor });
    expect(publish(pausedAs(coordinator), recruiter)).toThrow(refusal('posting_held'));
    expect(publish(pausedAs(recruiter), recruiter)().state).toBe('published');
    expect(publish(pausedAs(recruiter), coordinator)).toThrow(refusal('posting_move_not_yours', ['/to']));
    const again = publish(pausedAs(coordinator), coordinator)();
    expect(again.pausedBy).toBeUndefined();
    const { state } = movePosting(again, { to: 'paused' }, context);
    expect(state).toBe('paused');
    expect(movePosting(pausedAs(coordinator), { to: 'closed' }, context).state).toBe('closed');
  });

  it('keep the day of the first publication', () => {
    const again = movePosting(
      { ...postingIn('paused'), publishedAt: '2026-02-20T00:00:00.000Z' },
      { to: 'published' },
      context,
    );
    expect(again.publishedAt).toBe('2026-02-20T00:00:00.000Z');
  });

  it('submit nothing incomplete or without seats, and name each field', () => {
    const submit = (content: object) => () =>
      movePosting(postingIn('draft', content), { to: 'submitted' }, context);
    expect(submit({ pay: undefined, zone: undefined })).toThrow(
      refusal('posting_incomplete', ['/content/zone', '/content/pay']),
    );
    expect(submit({ capacity: 0 })).toThrow(refusal('posting_incomplete', ['/content/capacity']));
    expect(missingOf(postingIn('draft', { capacity: 0 }))).toEqual(['/capacity']);
    expect(missingOf(postingIn('published', { capacity: 0 }))).toEqual([]);
  });

  it.each([
    ['Asia/Shanghai', '2026-03-02T15:59:59.999Z', '2026-03-02T16:00:00.000Z'],
    ['America/Vancouver', '2026-03-03T07:59:59.999Z', '2026-03-03T08:00:00.000Z'],
  ])('submit and publish nothing whose last day in %s is over', (zone, last, over) => {
    const move = (from: State, to: State, now: string) => () =>
      movePosting(
        postingIn(from, { zone, validUntil: '2026-03-02' }),
        { to, reason: 'why' },
        { ...context, now },
      ).state;
    for (const [from, to] of [
      ['draft', 'submitted'],
      ['changes_requested', 'submitted'],
      ['approved', 'published'],
    ] as const) {
      expect(move(from, to, last)()).toBe(to);
      expect(move(from, to, over)).toThrow(refusal('posting_day_past', ['/content/validUntil']));
    }
    // It keeps its seats for those who applied in time.
    expect(move('paused', 'published', over)()).toBe('published');
    expect(move('published', 'closed', over)()).toBe('closed');
  });
});

describe('seats', () => {
  const withSeats = (capacity: number) => PostingDraft.parse({ ...postingContent(), capacity });
  const change = (to: number, phase: Phase, now: string, reason?: string) => () =>
    changePosting(postingIn('published', { capacity: 3 }), withSeats(to), {
      cycle: cycleIn(phase),
      reason,
      now,
    }).content.capacity;

  it.each<[number, Phase, string, string | undefined, string | undefined]>([
    [1, 'posting', inPosting, undefined, undefined],
    [5, 'applying', '2026-04-01T00:00:00.000Z', undefined, undefined],
    [1, 'applying', '2026-04-01T00:00:00.000Z', undefined, 'reason_needed'],
    [1, 'applying', '2026-04-01T00:00:00.000Z', 'The budget was cut.', undefined],
    [1, 'ranking', '2026-05-15T10:00:00.000Z', 'The budget was cut.', undefined],
    [1, 'ranking', '2026-05-15T10:00:00.001Z', 'The budget was cut.', 'seats_frozen'],
    [5, 'ranking', '2026-05-15T10:00:00.001Z', undefined, 'seats_frozen'],
    [5, 'matching', '2026-05-16T00:00:00.000Z', undefined, 'seats_frozen'],
    [1, 'confirming', '2026-05-20T00:00:00.000Z', 'The budget was cut.', 'seats_frozen'],
  ])('3 become %i while %s at %s with reason %s: %s', (to, phase, now, reason, code) => {
    expect(decided(change(to, phase, now, reason))).toBe(code ?? to);
  });

  test.each(['paused', 'closed', 'withdrawn'] as const)(
    'a company cannot take them out of a match under way: %s',
    (to) => {
      const move = (phase: Phase, now: string) =>
        movePosting(
          postingIn('published'),
          { to, reason: 'because' },
          { ...context, cycle: cycleIn(phase), now },
        );
      expect(move('ranking', '2026-05-14T00:00:00.000Z').state).toBe(to);
      const frozen = refusal('seats_frozen', ['/to']);
      // The window has ended, so that the round may be frozen already.
      expect(() => move('ranking', '2026-05-15T10:00:00.001Z')).toThrow(frozen);
      expect(() => move('matching', '2026-05-16T00:00:00.000Z')).toThrow(frozen);
    },
  );
});

describe('content', () => {
  const cycle = cycleIn('applying');
  const change = (state: State, changes: object) => () =>
    changePosting(postingIn(state), PostingDraft.parse({ ...postingContent(), ...changes }), {
      cycle,
      reason: undefined,
      now: inPosting,
    }).content;

  it.each<[State, object, string | undefined]>([
    ['draft', { hours: { min: 10, max: 20 } }, undefined],
    ['changes_requested', { zone: undefined }, undefined],
    ['submitted', { mentor: '王敏' }, 'posting_not_editable'],
    ['approved', { validUntil: '2026-04-01' }, undefined],
    ['approved', { mentor: '王敏' }, 'posting_fixed'],
    ['changes_requested', { mentor: '王敏' }, undefined],
    ['published', { validUntil: '2026-04-01' }, undefined],
    ['published', { mentor: '加微信先付押金' }, 'posting_fixed'],
    ['published', { hours: { min: 10, max: 20 } }, 'posting_fixed'],
    ['paused', { zone: undefined }, 'posting_fixed'],
    ['closed', { mentor: '王敏' }, 'posting_not_editable'],
    ['withdrawn', { mentor: '王敏' }, 'posting_not_editable'],
  ])('of one that is %s becomes %j (%s)', (state, changes, code) => {
    expect(decided(change(state, changes))).toEqual(
      code ?? PostingDraft.parse({ ...postingContent(), ...changes }),
    );
  });

  it.each(['draft', 'changes_requested', 'approved', 'published', 'paused'] as const)(
    'of one that is %s gets no last day that is over, and keeps one that has passed since',
    (state) => {
      const past = { validUntil: '2026-02-28' };
      expect(change(state, past)).toThrow(refusal('posting_day_past', ['/content/validUntil']));
      const more = { ...past, capacity: 9 };
      const changed = changePosting(
        postingIn(state, past),
        PostingDraft.parse({ ...postingContent(), ...more }),
        { cycle, reason: undefined, now: inPosting },
      );
      expect(changed.content).toMatchObject(more);
    },
  );

  it('without a zone has a last day until it is over everywhere', () => {
    const draft = (now: string) => () =>
      requireTimeToApply({ title: { en: 'Intern' }, validUntil: '2026-03-01' }, now, '/validUntil');
    expect(draft('2026-03-02T11:59:59.999Z')).not.toThrow();
    expect(draft('2026-03-02T12:00:00.000Z')).toThrow(refusal('posting_day_past', ['/validUntil']));
  });
});

it('students find only what is published by a verified company, and can go on reading what was', () => {
  expect(PostingState.options.filter((state) => isOpen(postingIn(state), company))).toEqual(['published']);
  expect(isOpen(postingIn('published'), companyIn('suspended'))).toBe(false);
  expect(PostingState.options.filter((state) => isReadable(postingIn(state)))).toEqual([
    'published',
    'paused',
    'closed',
    'filled',
    'unfilled',
  ]);
});
