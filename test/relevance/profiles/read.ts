import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { isLanguageLevel, type LanguageLevel } from '../../../matching/ranking/levels.ts';

const Level = z.custom<LanguageLevel>((value) => typeof value === 'string' && isLanguageLevel(value));
const Languages = z.array(z.strictObject({ code: z.string(), level: Level }));
const Hours = z.strictObject({ from: z.string(), to: z.string() });
const StudyLevel = z.enum(['associate', 'bachelor', 'master', 'doctorate']);
const WorkMode = z.enum(['remote', 'hybrid', 'on_site']);
const Slugs = z.array(z.string());

const Posting = z.strictObject({
  id: z.string(),
  companyName: z.string(),
  category: z.string(),
  title: z.string(),
  text: z.string(),
  skills: z.strictObject({ required: Slugs, preferred: Slugs }),
  majors: Slugs,
  studyLevels: z.array(StudyLevel),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  hours: z.strictObject({ min: z.number(), max: z.number() }),
  workMode: WorkMode,
  zone: z.string(),
  coreHours: Hours,
  overlapHours: z.number(),
  countries: Slugs,
  languages: Languages,
});

/** Without `who`, which is for readers of the file. */
const Student = z.object({
  id: z.string(),
  country: z.string(),
  zones: z.array(z.strictObject({ zone: z.string(), from: z.string().optional() })),
  majors: Slugs,
  studyLevel: StudyLevel,
  skills: Slugs,
  availableFrom: z.iso.date(),
  availableTo: z.iso.date(),
  weeklyHours: z.number(),
  workingHours: Hours,
  languages: Languages,
  workAuthorization: z.record(z.string(), z.enum(['yes', 'temporary', 'no', 'undisclosed'])),
  interests: Slugs,
  workModes: z.array(WorkMode),
  text: z.string(),
});

/** The hand-made set of `README.md` beside this file. */
export interface GradedProfiles {
  readonly postings: readonly PostingDocument[];
  readonly students: readonly StudentDocument[];
  /** 0 for pairs without a line. */
  readonly grade: (studentId: string, postingId: string) => number;
}

const inFolder = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export function readProfiles(): GradedProfiles {
  const postings = z.array(Posting).parse(JSON.parse(inFolder('postings.json')));
  const students = z.array(Student).parse(JSON.parse(inFolder('students.json')));
  const [, ...lines] = inFolder('judgements.tsv').trimEnd().split('\n');
  const grades = new Map(
    lines.map((line) => {
      const [student = '', posting = '', grade = ''] = line.split('\t');
      return [`${student} ${posting}`, Number(grade)];
    }),
  );
  return {
    postings: postings.map((one) => ({
      ...one,
      cycleId: 'summer-2026',
      companyId: one.companyName,
      publishedAt: '2026-03-01T00:00:00Z',
    })),
    students,
    grade: (studentId, postingId) => grades.get(`${studentId} ${postingId}`) ?? 0,
  };
}
