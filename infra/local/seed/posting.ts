import type { PostingContent } from '../../../functions/posting/schema.ts';
import { categoryMajors } from '../../../matching/taxonomy/categories.ts';
import { type CompanyEntry, filled, phrases, type Role } from './data.ts';
import { daysAfter } from './days.ts';
import type { Random } from './random.ts';
import { type Season, zone as shanghai } from './season.ts';

const hoursAWeek = [
  { min: 15, max: 20 },
  { min: 20, max: 30 },
  { min: 20, max: 25 },
  { min: 25, max: 35 },
  { min: 30, max: 40 },
];
const coreHours = [
  { from: '09:30', to: '17:30' },
  { from: '10:00', to: '16:00' },
  { from: '10:00', to: '18:00' },
  { from: '13:00', to: '18:00' },
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '19:00' },
];
const languages = [
  [{ code: 'zh', level: 'HSK5' }],
  [{ code: 'zh', level: 'HSK4' }],
  [
    { code: 'zh', level: 'HSK5' },
    { code: 'en', level: 'B2' },
  ],
  [
    { code: 'zh', level: 'C1' },
    { code: 'en', level: 'C1' },
  ],
  [{ code: 'en', level: 'B2' }],
] satisfies PostingContent['languages'][];
const zoneOf: Record<string, string> = { CA: 'America/Vancouver', DE: 'Europe/Berlin' };

const payOf = (random: Random, role: Role): PostingContent['pay'] => {
  if (random.chance(0.1)) return { kind: 'unpaid', reason: random.pick(phrases.unpaid) };
  const engineering = ['software-dev', 'data-ai', 'finance-investment', 'engineering-life-rd'].includes(
    role.category,
  );
  const aDay = random.int(engineering ? 18 : 12, engineering ? 35 : 24) * 10;
  return random.chance(0.6)
    ? { kind: 'paid', amount: aDay, currency: 'CNY', period: 'day' }
    : { kind: 'paid', amount: Math.round((aDay * 21) / 100) * 100, currency: 'CNY', period: 'month' };
};

const descriptionOf = (random: Random, company: CompanyEntry): { zh: string; en: string } => {
  const opening = filled(random.pick(phrases.openings), {
    company: { zh: company.zh, en: company.en },
    does: company.does,
  });
  const team = random.some(phrases.teams, 2);
  const whole = (language: 'zh' | 'en'): string =>
    `${opening[language]}\n\n${team.map((text) => text[language]).join(language === 'zh' ? '' : ' ')}`;
  return { zh: whole('zh'), en: whole('en') };
};

/** A complete posting of a company for a role. */
export const postingContent = (
  random: Random,
  company: CompanyEntry,
  role: Role,
  season: Season,
  mentor: string,
): PostingContent => {
  const abroad = company.foreign && zoneOf[company.foreign.country];
  const workMode = abroad
    ? 'remote'
    : random.pick(['remote', 'remote', 'remote', 'hybrid', 'on_site'] as const);
  const majors = random.chance(0.12) ? [] : random.some(categoryMajors[role.category], random.int(3, 6));
  return {
    title: role.title,
    description: descriptionOf(random, company),
    category: role.category,
    majors,
    studyLevels: random.pick([
      [],
      ['bachelor', 'master'],
      ['bachelor', 'master', 'doctorate'],
      ['associate', 'bachelor', 'master'],
    ]),
    skills: { required: role.required, preferred: role.preferred },
    tasks: role.tasks,
    learns: role.learns,
    capacity: random.weighted([1, 2, 3, 4, 5, 6], (seats) => 8 - seats),
    mentor,
    startsOn: daysAfter(season.startsOn, random.pick([0, 0, 0, 7])),
    endsOn: daysAfter(season.endsOn, random.pick([0, 0, -7, -14])),
    hours: random.pick(hoursAWeek),
    workMode,
    zone: abroad ?? shanghai,
    coreHours: random.pick(coreHours),
    overlapHours: random.pick([1, 2, 2, 3, 4]),
    languages: abroad ? [{ code: 'en', level: 'B2' }] : random.pick(languages),
    pay: payOf(random, role),
    credit: random.chance(0.2),
    countries: workMode === 'remote' ? [] : ['CN'],
    questions: random.chance(0.4) ? [random.pick(phrases.questions).ask] : [],
    validUntil: daysAfter(season.applyingFrom, 30),
  };
};
