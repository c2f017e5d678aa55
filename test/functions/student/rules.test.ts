import { expect, it } from 'vitest';
import { parsePart } from '../../../functions/problem.ts';
import { overlappingStays } from '../../../functions/student/residence.ts';
import { consentedAt, requireStaysApart } from '../../../functions/student/rules.ts';
import { type Profile, ProfileDraft, Student } from '../../../functions/student/schema.ts';
import { refusal } from '../../support/entities.ts';
import { profile } from '../../support/samples.ts';

const given = '2026-02-01T00:00:00.000Z';
const now = '2026-03-01T00:00:00.000Z';
const { consents, ...withoutConsent } = profile();
const saved = (draft: ProfileDraft, at?: string) =>
  Student.parse({
    id: 'student-1',
    email: 'student1@example.com',
    profile: draft,
    consentedAt: at,
    updatedAt: given,
    version: 1,
  });

it.each<[string, Student, ProfileDraft, string | undefined]>([
  ['is not there before it is given', saved({}), withoutConsent, undefined],
  ['counts from when it is given', saved(withoutConsent), profile(), now],
  ['keeps its day while the notice stays the same', saved(profile(), given), profile(), given],
  [
    'keeps its day when only the agreement to be ranked changes',
    saved(profile(), given),
    { consents: { ...consents, ranking: false } },
    given,
  ],
  ['ends when it is taken back', saved(profile(), given), withoutConsent, undefined],
])('a consent %s', (_, before, after, expected) => {
  expect(consentedAt(before, after, now)).toBe(expected);
});

const home = { country: 'CA', zone: 'America/Vancouver' };
const from = (day: string, to?: string) => ({
  country: 'CN',
  zone: 'Asia/Shanghai',
  from: day,
  ...(to !== undefined && { to }),
});
const twice = [home, from('2026-06-20', '2026-07-21'), from('2026-07-20', '2026-08-28')];

it.each<[string, Profile['residences'], string[]]>([
  ['at home all the time', [home], []],
  ['away from home for a while', [home, from('2026-06-20', '2026-08-28')], []],
  [
    'in one place after the other, moving on a day',
    [home, from('2026-07-20', '2026-08-28'), from('2026-06-20', '2026-07-20')],
    [],
  ],
  ['in two places for a day', twice, ['/residences/2/from']],
  [
    'in two places, from one of which another is visited',
    [from('2026-06-20', '2026-08-28'), from('2026-07-01', '2026-07-02')],
    ['/residences/1/from'],
  ],
  [
    'in one until, in another since a day before, without the other dates',
    [{ ...home, to: '2026-07-01' }, from('2026-06-20')],
    ['/residences/1/from'],
  ],
])('a student lives %s', (_, residences, pointers) => {
  expect(overlappingStays(residences).map(({ pointer }) => pointer)).toEqual(pointers);
});

it('stays that overlap are refused, but for those that were stored before', () => {
  const save = (before: ProfileDraft) => () =>
    requireStaysApart(before, { residences: twice, about: 'More of me.' });
  expect(save({ residences: [home] })).toThrow(refusal('stays_overlap', ['/residences/2/from']));
  expect(save({ residences: twice })).not.toThrow();
});

it('a part of a profile is refused with all that is empty and wrong in it at once', () => {
  const part = {
    weeklyHours: 0,
    availableFrom: '2026-08-01',
    availableTo: '2026-07-01',
    workingHours: { from: '', to: '18:00' },
    exams: [{ from: '2026-06-20', to: '' }],
    residences: [
      { country: 'CA', zone: 'America/Vancouver' },
      { country: '', zone: 'Asia/Shanghai', from: '2026-07-01', to: '2026-06-01' },
    ],
  };
  expect(() => parsePart(ProfileDraft, part, 'body')).toThrow(
    expect.objectContaining({
      fields: [
        { pointer: '/residences/1/country', reason: 'must not be empty' },
        { pointer: '/residences/1/to', reason: 'must be after "from"' },
        { pointer: '/exams/0/to', reason: 'must not be empty' },
        { pointer: '/weeklyHours', reason: 'must be at least 1' },
        { pointer: '/workingHours/from', reason: 'must not be empty' },
        { pointer: '/availableTo', reason: 'must be after "availableFrom"' },
      ],
    }),
  );
});
