import { expect, test } from 'vitest';
import { Student } from '../../../functions/student/schema.ts';
import { studentDocument } from '../../../functions/student/document.ts';
import { randomFrom } from '../../../infra/local/seed/random.ts';
import { seasonFrom } from '../../../infra/local/seed/season.ts';
import { seedStudents } from '../../../infra/local/seed/students.ts';

const [seeded] = seedStudents(randomFrom(1), seasonFrom('2026-03-15'), 1, 'student.example');
const home = { country: 'CA', zone: 'America/Vancouver' };
const stay = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-06-20', to: '2026-08-28' };
const living = (residences: object[]): Student =>
  Student.parse({ ...seeded?.student, profile: { ...seeded?.student.profile, residences } });

test('the usual home is the country, and a stay comes before it, in whatever order they are given', () => {
  for (const residences of [
    [home, stay],
    [stay, home],
  ]) {
    const document = studentDocument(living(residences));
    expect(document?.country).toBe('CA');
    expect(document?.zones.map(({ zone }) => zone)).toEqual(['Asia/Shanghai', 'America/Vancouver']);
  }
});

test('an incomplete profile has no document', () => {
  const student = living([home]);
  const { university: _, ...begun } = student.profile;
  expect(studentDocument({ ...student, profile: begun })).toBeUndefined();
});

test('says nothing of names, contact or consents', () => {
  const document = JSON.stringify(studentDocument(living([home])));
  const { names, phone } = living([home]).profile;
  for (const secret of [names?.preferred, names?.passport, phone, 'consents'])
    expect(document).not.toContain(secret ?? 'no name');
});
