import { expect, it } from 'vitest';
import { consentedAt } from '../../../functions/student/rules.ts';
import { type ProfileDraft, Student } from '../../../functions/student/schema.ts';
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
