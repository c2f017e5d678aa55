import * as fc from 'fast-check';
import type { PostingDocument, StudentDocument } from '../../matching/ranking/document.ts';
import {
  postingsForStudent,
  type PostingsPlan,
  searchPostings,
  studentsForPosting,
  type StudentsPlan,
} from '../../matching/ranking/plan.ts';
import { criterionNames } from '../../matching/ranking/weights.ts';
import { categorySlugs } from '../../matching/taxonomy/categories.ts';
import { majorSlugs } from '../../matching/taxonomy/majors.ts';
import { skillSlugs } from '../../matching/taxonomy/skills.ts';
import { postings, students } from '../matching/ranking/documents.ts';

/** What people write, in both languages, with what should mean nothing. */
const phrase = fc.constantFrom(
  'data analyst', '数据分析实习生', 'SQL & Python', '前端开发 React', 'machine learning', '机器学习算法', 'marketing',
  '市场营销', '负责用户增长', 'dashboards', '可视化', 'finance intern', '金融', 'audit', '审计', 'UX 设计', 'C++', '*', 'AND OR NOT',
  '🚀', 'a', '运', '短视频 content', 'naïve café', '上海', 'remote team', '"quoted"', 'engineers', 'supply chain', '供应链管理',
  '\ud800', '\u202eabc', 'x'.repeat(300), '数'.repeat(200), 'developers', '工程师', 'software engineer', 'Buchhaltung',
); // prettier-ignore
const prose = fc.array(phrase, { maxLength: 25 }).map((list) => list.join(' '));
const question = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));

/** A profile in which nothing is filled in but what cannot be left out. */
const emptyProfile = {
  zones: [],
  majors: [],
  skills: [],
  languages: [],
  workAuthorization: {},
  interests: [],
  workModes: [],
  text: '',
} as const;

export const richPostings: fc.Arbitrary<PostingDocument> = fc
  .tuple(postings, prose, prose, fc.integer({ min: 1, max: 28 }))
  .map(([posting, title, text, day]) => ({
    ...posting,
    title: title.slice(0, 40),
    text,
    publishedAt: `2026-03-${String(day).padStart(2, '0')}T02:00:00Z`,
  }));
export const richStudents: fc.Arbitrary<StudentDocument> = fc
  .tuple(students, prose, fc.integer({ min: 0, max: 9 }))
  .map(([student, text, chance]) => ({ ...student, text, ...(chance === 0 && emptyProfile) }));

/** Mostly absent: each wish halves the list. */
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const some = (values: readonly string[]) =>
  optional(fc.subarray([...values], { minLength: 1, maxLength: Math.min(8, values.length) }));
const ids = (letter: string) =>
  optional(
    fc.array(
      fc.integer({ min: 0, max: 400 }).map((number) => `${letter}${number}`),
      { maxLength: 60 },
    ),
  );
const languages = some(['zh', 'en', 'de']);
/** Some weights are 0, and sometimes all. */
const weights = fc.record(
  Object.fromEntries(criterionNames.map((name) => [name, fc.constantFrom(0, 0.5, 1, 2, 3.7)])),
);
const page = {
  excluded: ids('p'),
  limit: fc.constantFrom(20, 20, 20, 7),
  offset: fc.constantFrom(0, 0, 0, 20),
  facets: fc.constantFrom(true, true, true, false),
  minimumOverlapMinutes: optional(fc.constantFrom(30, 120, 240)),
  q: optional(question),
};
const ranked = { ...page, weights: optional(weights), eligibleOnly: fc.boolean() };

const wishes = {
  categories: some(categorySlugs),
  majors: some(majorSlugs),
  workModes: optional(fc.subarray(['remote', 'hybrid', 'on_site'] as const, { minLength: 1 })),
  languages,
  companyIds: optional(fc.constant(['company-1'])),
  paid: optional(fc.boolean()),
};

export const postingsPlans: fc.Arbitrary<PostingsPlan> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(richStudents, fc.record({ ...ranked, ...wishes, only: ids('p') })).map(([student, options]) => postingsForStudent(student, options)) },
  { weight: 1, arbitrary: fc.record({ ...page, ...wishes }).map((options) => searchPostings(options)) },
); // prettier-ignore

export const studentsPlans: fc.Arbitrary<StudentsPlan> = fc
  .tuple(
    richPostings,
    fc.record({
      ...ranked,
      excluded: ids('s'),
      only: ids('s'),
      majors: wishes.majors,
      studyLevels: optional(fc.subarray(['bachelor', 'master'] as const, { minLength: 1 })),
      skills: some(skillSlugs.slice(0, 12)),
      languages,
      countries: some(['CN', 'DE', 'CA']),
    }),
  )
  .map(([posting, options]) => studentsForPosting(posting, options));
