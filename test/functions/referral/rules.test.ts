import { describe, expect, it } from 'vitest';
import { figuresFrom, isShown, requireSensible, stateOf } from '../../../functions/referral/rules.ts';
import {
  InvitationLink,
  Referral,
  referralConsentVersion,
  type Stage,
} from '../../../functions/referral/schema.ts';
import { decided } from '../../support/entities.ts';

const now = '2026-03-20T08:00:00.000Z';
const linkWith = (more: object = {}): InvitationLink =>
  InvitationLink.parse({
    id: 'lnk_aaaaaaaaaaaaaaaa', referrerId: 'ref_aaaaaaaaaaaaaaaa', label: 'x', cap: 2, used: 1,
    createdAt: now, expiresAt: '2026-04-01T00:00:00.000Z', version: 1, ...more,
  }); // prettier-ignore
const many = (stage: Stage, count: number, shown = false) =>
  Array.from({ length: count }, () => ({ stage, shown }));

describe('an invitation link', () => {
  it('is open until it is used up, over or taken back', () => {
    expect(stateOf(linkWith(), now)).toBe('open');
    expect(stateOf(linkWith({ used: 2 }), now)).toBe('used');
    expect(stateOf(linkWith({ expiresAt: now }), now)).toBe('expired');
    expect(stateOf(linkWith({ used: 2, revokedAt: now }), now)).toBe('revoked');
  });

  it('ends within a year', () => {
    const asked = { label: 'x', cap: 1 };
    const check = (expiresAt: string) => decided(() => requireSensible({ ...asked, expiresAt }, now));
    expect(check('2027-03-20T00:00:00.000Z')).toBeUndefined();
    expect(check(now)).toBe('invalid_input');
    expect(check('2028-01-01T00:00:00.000Z')).toBe('invalid_input');
  });
});

describe('figures', () => {
  it('count how far students came at least', () => {
    const reached = [...many('joined', 6), ...many('applied', 8), ...many('placed', 10)];
    expect(figuresFrom(reached, 40)).toMatchObject({
      invited: 40, joined: 24, profileComplete: 18, applied: 18, matched: 10, placed: 10, completed: null,
    }); // prettier-ignore
  });

  it('tell of no group of fewer than five, a zero included', () => {
    const four = figuresFrom([...many('joined', 20), ...many('placed', 4)], 30);
    expect(four).toMatchObject({ profileComplete: null, placed: null, completed: null });
    const five = figuresFrom([...many('joined', 20), ...many('placed', 5)], 30);
    expect(five).toMatchObject({ profileComplete: 5, placed: 5, completed: null });
  });

  it('tell of no group all of which came so far: that is told of each', () => {
    expect(figuresFrom(many('applied', 32), 40)).toMatchObject({
      joined: 32, profileComplete: null, applied: null, matched: null,
    }); // prettier-ignore
    // 11 by name and 21 without: what is left when those are taken off is all of the 21.
    expect(figuresFrom([...many('joined', 11, true), ...many('applied', 21)], 40)).toMatchObject({
      joined: 32, profileComplete: null, applied: null,
    }); // prettier-ignore
  });

  it('tell of no few of those who are not told by name', () => {
    const reached = [...many('placed', 10, true), ...many('joined', 8), ...many('placed', 2)];
    expect(figuresFrom(reached, 40)).toMatchObject({ joined: 20, profileComplete: null, placed: null });
    const all = [...many('joined', 3, true), ...many('placed', 2, true)];
    expect(figuresFrom(all, 40)).toMatchObject({ joined: 5, profileComplete: 2, placed: 2 });
  });

  it('tell of no few by the difference of two: who has not come so far', () => {
    const reached = [...many('joined', 2), ...many('profile_complete', 3), ...many('applied', 10)];
    // 15 joined, 13 complete (2 are not), 10 applied (5 have not): 13 would say too much, 10 does not.
    expect(figuresFrom(reached, 20)).toMatchObject({ joined: 15, profileComplete: null, applied: 10 });
  });
});

describe('a consent', () => {
  const referral = (consent?: object) =>
    Referral.parse({
      studentId: 's', referrerId: 'ref_aaaaaaaaaaaaaaaa', linkId: 'lnk_aaaaaaaaaaaaaaaa', joinedAt: now, version: 1,
      ...(consent && { consent }),
    }); // prettier-ignore
  it('holds for the version that it was given to', () => {
    expect(isShown(referral())).toBe(false);
    expect(isShown(referral({ version: referralConsentVersion, at: now }))).toBe(true);
    expect(isShown(referral({ version: '2025-01', at: now }))).toBe(false);
  });
});
