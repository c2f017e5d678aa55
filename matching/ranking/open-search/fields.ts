import { worthOfAll } from '../criteria/skills.ts';
import { dayOf } from '../days.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import { fieldTokens, postingText, studentText, type Text } from '../document-text.ts';
import { postingDays, studentDays, type WorkingDays } from '../zones.ts';
import type { Json } from './json.ts';
import { languageKey } from './language-key.ts';
import type { PostingField, StudentField } from './mapping.ts';

/** What an index holds of a document that can be found. What a ranking computes with is computed once, here. */

export function postingFields(posting: PostingDocument): Partial<Record<PostingField, Json>> {
  const { id, cycleId, companyId, category, majors, studyLevels, skills, countries, languages } = posting;
  const [startDay, endDay] = [dayOf(posting.startsOn), dayOf(posting.endsOn)];
  return {
    id,
    live: true,
    cycleId,
    companyId,
    category,
    majors,
    anyMajor: majors.length === 0,
    studyLevels,
    anyStudyLevel: studyLevels.length === 0,
    required: skills.required,
    preferred: skills.preferred,
    skillsWorth: worthOfAll(skills),
    startDay,
    endDay,
    days: Math.max(1, endDay - startDay + 1),
    minHours: posting.hours.min,
    workMode: posting.workMode,
    overlapMinutes: posting.overlapHours * 60,
    ...workingFields(postingDays(posting)),
    languages: languages.map(({ code, level }) => languageKey(code, level)),
    languageCodes: languages.map(({ code }) => code),
    languageCount: languages.length,
    paid: posting.pay !== undefined,
    countries,
    anyCountry: countries.length === 0,
    publishedAt: posting.publishedAt,
    ...tokenFields(postingText(posting)),
  };
}

export function studentFields(student: StudentDocument): Partial<Record<StudentField, Json>> {
  const { id, cycleId, country, majors, studyLevel, skills, languages, workAuthorization } = student;
  return {
    id,
    live: true,
    ...(cycleId !== undefined && { cycleId }),
    anyCycle: cycleId === undefined,
    country,
    majors,
    studyLevel,
    skills,
    startDay: dayOf(student.availableFrom),
    endDay: dayOf(student.availableTo),
    weeklyHours: student.weeklyHours,
    ...workingFields(studentDays(student)),
    languages: languages.map(({ code, level }) => languageKey(code, level)),
    languageCodes: languages.map(({ code }) => code),
    barredFrom: Object.keys(workAuthorization).filter((code) => workAuthorization[code] === 'no'),
    barredAtHome: workAuthorization[country] === 'no',
    interests: student.interests,
    openToAll: student.interests.length === 0,
    workModes: student.workModes,
    anyWorkMode: student.workModes.length === 0,
    ...tokenFields(studentText(student)),
  };
}

function workingFields({ from, to, length, stretches }: WorkingDays) {
  const numbered = stretches.flatMap((stretch, at) => [
    [`from${at + 1}`, stretch.from],
    [`to${at + 1}`, stretch.to],
    [`start${at + 1}`, stretch.start],
  ]);
  return {
    firstWeekday: from,
    lastWeekday: to,
    minutesADay: length,
    stretches: stretches.length,
    ...Object.fromEntries(numbered),
  };
}

function tokenFields(text: Text) {
  const { title, pieces, roles, text: rest } = fieldTokens(text);
  return { title: title.join(' '), pieces: pieces.join(' '), roles: roles.join(' '), text: rest.join(' ') };
}
