import { Student } from '../../../functions/student/schema.ts';
import { linXiaoyu, samWeber } from './accounts.ts';
import { cities, type City, filled, phrases, studies, type Study } from './data.ts';
import { instantAt } from './days.ts';
import { people, type Person } from './person.ts';
import { studentProfile } from './profile.ts';
import type { Random } from './random.ts';
import { type Season, zone } from './season.ts';

export interface SeedStudent {
  student: Student;
  study: Study;
  /** The language they write in. */
  writes: 'zh' | 'en';
}

const found = <T>(entry: T | undefined): T => {
  if (entry === undefined) throw new Error('The seed names a city or a subject that its data lacks.');
  return entry;
};
const cityOf = (home: string): City => found(cities.find((city) => city.zone === home));
const studyOf = (major: string): Study => found(studies.find((study) => study.major === major));

const lin: Person = {
  preferred: '林晓雨',
  chinese: '林晓雨',
  passport: 'LIN XIAOYU',
  mailbox: 'lin.xiaoyu',
  language: 'zh',
};
const sam: Person = { preferred: 'Sam Weber', passport: 'WEBER SAM', mailbox: 'sam.weber', language: 'de' };

/** The demonstration's own two: one whose profile is complete, one half way. */
const demoStudents = (random: Random, season: Season): SeedStudent[] => {
  const updatedAt = instantAt(season.applyingFrom, '09:30', zone);
  const study = studyOf('data-science');
  const whole = studentProfile(random, { person: lin, city: cityOf('America/Vancouver'), study }, season);
  const half = studentProfile(
    random,
    { person: sam, city: cityOf('Europe/Berlin'), study: studyOf('marketing') },
    season,
  );
  const { names, university, studyLevel, majors, residences, workingHours, languages } = half;
  const complete = {
    ...whole,
    university: 'University of British Columbia',
    studyLevel: 'master',
    about: filled(phrases.abouts[1] ?? study.project, { project: study.project }).zh,
    skills: ['python', 'sql', 'statistics', 'data-visualization', 'machine-learning', 'excel'],
    languages: [
      { code: 'zh', level: 'native' },
      { code: 'en', level: 'C1' },
    ],
    interests: ['data-ai', 'product', 'operations-growth'],
    consents: { ...whole.consents, ranking: true },
  };
  const begun = { names, university, studyLevel, majors, residences, workingHours, languages };
  return [
    {
      study,
      writes: 'zh',
      student: Student.parse({
        id: linXiaoyu.subject,
        email: linXiaoyu.email,
        profile: complete,
        consentedAt: updatedAt,
        updatedAt,
        version: 1,
      }),
    },
    {
      study: studyOf('marketing'),
      writes: 'en',
      student: Student.parse({
        id: samWeber.subject,
        email: samWeber.email,
        profile: begun,
        updatedAt,
        version: 1,
      }),
    },
  ];
};

/** Students of every subject, most of them in the cities that have a workstation. */
export const seedStudents = (
  random: Random,
  season: Season,
  count: number,
  domain: string,
): SeedStudent[] => {
  const next = people(random, 0.22);
  return Array.from({ length: count }, (_, index): SeedStudent => {
    const person = next();
    const study = found(studies[index % studies.length]);
    const second = random.chance(0.12) ? random.pick(studies) : undefined;
    const city = random.weighted(cities, ({ weight }) => weight);
    const who = { person, city, study, ...(second && second !== study && { second }) };
    const updatedAt = new Date(
      Date.parse(instantAt(season.applyingFrom, '09:00', zone)) - random.int(1, 300) * 3_600_000,
    ).toISOString();
    return {
      study,
      writes: person.language === 'zh' && random.chance(0.8) ? 'zh' : 'en',
      student: Student.parse({
        id: random.letters(22),
        email: `${person.mailbox}@${domain}`,
        profile: studentProfile(random, who, season),
        consentedAt: updatedAt,
        updatedAt,
        version: 1,
      }),
    };
  });
};

export const everyStudent = (random: Random, season: Season, count: number): SeedStudent[] => [
  ...demoStudents(random, season),
  ...seedStudents(random, season, count - 2, 'demo.example'),
];
