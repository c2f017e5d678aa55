import { describe, expect, it } from 'vitest';
import { meets, membersOf } from '../../../functions/seating/condition.ts';
import { Condition } from '../../../functions/seating/schema.ts';
import type { ProfileDraft } from '../../../functions/student/schema.ts';

const home = { country: 'CA', zone: 'America/Vancouver' };
const stay = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-06-01', to: '2026-08-31' };
const student: ProfileDraft = {
  studyLevel: 'master',
  residences: [stay, home],
  referrer: '温哥华 Students’  Union',
};

describe('a condition', () => {
  it.each<[what: string, condition: object, met: boolean]>([
    ['the study level', { studyLevels: ['doctorate', 'master'] }, true],
    ['another study level', { studyLevels: ['bachelor'] }, false],
    ['the country of the usual home', { countries: ['CA'] }, true],
    ['the country of a stay', { countries: ['CN'] }, false],
    ['the referrer, in another writing', { referrers: ['Other', '温哥华 students’ union '] }, true],
    ['part of the referrer', { referrers: ['温哥华'] }, false],
    ['all that is asked', { studyLevels: ['master'], countries: ['CA'] }, true],
    ['only some of what is asked', { studyLevels: ['master'], countries: ['DE'] }, false],
  ])('%s', (_what, condition, met) => {
    expect(meets(Condition.parse(condition), student)).toBe(met);
  });
  it('is not met by what a profile does not say', () => {
    for (const condition of [{ studyLevels: ['master'] }, { countries: ['CA'] }, { referrers: ['x'] }])
      expect(meets(Condition.parse(condition), {})).toBe(false);
  });
  it.each(['gender', 'nationality', 'age'])('cannot ask for %s', (field) => {
    expect(Condition.safeParse({ studyLevels: ['master'], [field]: ['x'] }).success).toBe(false);
  });
  it('asks for something', () => {
    expect(Condition.safeParse({ countries: [] }).success).toBe(false);
  });
});

it('a student who meets several conditions is in the first of them alone', () => {
  const reserves = [{ countries: ['CA'] }, { studyLevels: ['master', 'bachelor'] }].map((condition) => ({
    condition: Condition.parse(condition),
  }));
  const students = new Map<string, ProfileDraft>([
    ['both', student],
    ['second', { studyLevel: 'bachelor' }],
    ['none', { studyLevel: 'doctorate' }],
  ]);
  expect(membersOf(reserves, students)).toEqual([['both'], ['second']]);
});
