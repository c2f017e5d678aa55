import * as fc from 'fast-check';
import { dateOf } from '../../../matching/ranking/days.ts';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { languageLevels, isLanguageLevel } from '../../../matching/ranking/levels.ts';
import { categorySlugs } from '../../../matching/taxonomy/categories.ts';
import { majorSlugs } from '../../../matching/taxonomy/majors.ts';
import { skillSlugs } from '../../../matching/taxonomy/skills.ts';

export const posting: PostingDocument = {
  id: 'posting-1',
  cycleId: 'summer-2026',
  companyId: 'company-1',
  companyName: '浦江云 Pujiang Cloud',
  category: 'data-ai',
  majors: ['data-science', 'statistics'],
  studyLevels: ['bachelor', 'master'],
  skills: { required: ['python', 'sql'], preferred: ['tableau'] },
  startsOn: '2026-06-29',
  endsOn: '2026-08-21',
  hours: { min: 20, max: 40 },
  workMode: 'remote',
  zone: 'Asia/Shanghai',
  coreHours: { from: '09:30', to: '18:00' },
  overlapHours: 3,
  languages: [
    { code: 'zh', level: 'HSK5' },
    { code: 'en', level: 'B2' },
  ],
  pay: { amount: 200, currency: 'CNY', period: 'day' },
  countries: [],
  title: '数据分析实习生 Data Analyst Intern',
  text: 'Build dashboards with SQL and Python. 负责用户增长数据分析。',
  publishedAt: '2026-03-01T02:00:00Z',
};

export const student: StudentDocument = {
  id: 'student-1',
  cycleId: 'summer-2026',
  country: 'DE',
  zones: [{ zone: 'Europe/Berlin' }],
  majors: ['statistics'],
  studyLevel: 'master',
  skills: ['python', 'r'],
  availableFrom: '2026-06-01',
  availableTo: '2026-09-30',
  weeklyHours: 30,
  workingHours: { from: '08:00', to: '17:00' },
  languages: [
    { code: 'zh', level: 'native' },
    { code: 'en', level: 'B1' },
  ],
  workAuthorization: { DE: 'temporary' },
  interests: ['data-ai'],
  workModes: ['remote'],
  text: 'Statistics student, dashboards in Tableau. 喜欢数据分析和可视化。',
};

const some = (values: readonly string[], most = 4) => fc.subarray([...values], { maxLength: most });
const zone = fc.constantFrom('Asia/Shanghai', 'America/Vancouver', 'Europe/Berlin', 'Asia/Kolkata', 'UTC');
const day = fc.integer({ min: 20_620, max: 20_800 }).map(dateOf);
const clock = fc.integer({ min: 0, max: 47 }).map((half) => {
  return `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
});
const hours = fc.record({ from: clock, to: clock });
const level = fc.constantFrom(...Object.keys(languageLevels).filter(isLanguageLevel));
const languages = fc.uniqueArray(fc.record({ code: fc.constantFrom('zh', 'en', 'de'), level }), {
  selector: ({ code }) => code,
});
const studyLevel = fc.constantFrom('associate', 'bachelor', 'master', 'doctorate');
const workMode = fc.constantFrom('remote', 'hybrid', 'on_site');
const country = fc.constantFrom('CN', 'DE', 'CA');
const id = fc.integer({ min: 0, max: 30 }).map((number) => `id-${number}`);
const words = fc
  .array(fc.constantFrom('data', 'design', 'sql', '数据分析', '实习生', '设计', 'engineers', '运营'))
  .map((list) => list.join(' '));

export const postings: fc.Arbitrary<PostingDocument> = fc.record({
  id,
  cycleId: fc.constantFrom('summer-2026', 'summer-2027'),
  companyId: fc.constantFrom('company-1', 'company-2'),
  companyName: words,
  category: fc.constantFrom(...categorySlugs),
  majors: some(majorSlugs),
  studyLevels: fc.uniqueArray(studyLevel),
  skills: fc.record({ required: some(skillSlugs.slice(0, 8)), preferred: some(skillSlugs.slice(8, 12)) }),
  startsOn: fc.constantFrom('2026-06-29', '2026-07-06'),
  endsOn: fc.constantFrom('2026-08-21', '2026-11-20'),
  hours: fc.constantFrom({ min: 10, max: 20 }, { min: 30, max: 40 }, { min: 0, max: 8 }),
  workMode,
  zone,
  coreHours: hours,
  overlapHours: fc.integer({ min: 0, max: 8 }),
  languages,
  pay: fc.constantFrom(undefined, { amount: 200, currency: 'CNY', period: 'day' }),
  countries: fc.uniqueArray(country),
  title: words,
  text: words,
  publishedAt: fc.constantFrom('2026-03-01T02:00:00Z', '2026-03-02T02:00:00Z'),
});

export const students: fc.Arbitrary<StudentDocument> = fc.record({
  id,
  cycleId: fc.constantFrom('summer-2026', undefined),
  country,
  zones: fc.array(fc.record({ zone, from: day, to: day }, { requiredKeys: ['zone'] }), { maxLength: 3 }),
  majors: some(majorSlugs),
  studyLevel,
  skills: some(skillSlugs.slice(0, 12), 8),
  availableFrom: fc.constantFrom('2026-06-01', '2026-07-20'),
  availableTo: fc.constantFrom('2026-07-31', '2026-12-31'),
  weeklyHours: fc.integer({ min: 0, max: 40 }),
  workingHours: hours,
  languages,
  workAuthorization: fc.dictionary(country, fc.constantFrom('yes', 'temporary', 'no', 'undisclosed')),
  interests: some(categorySlugs),
  workModes: fc.uniqueArray(workMode),
  text: words,
});
