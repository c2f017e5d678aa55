import { consentVersion, type Profile } from '../../../functions/student/schema.ts';
import { categorySlugs, isRelatedMajor } from '../../../matching/taxonomy/categories.ts';
import { type City, filled, phrases, type Study } from './data.ts';
import { daysAfter } from './days.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Season } from './season.ts';

const localLanguage: Record<string, string> = {
  DE: 'de', FR: 'fr', JP: 'ja', IT: 'it', ES: 'es', KR: 'ko', NL: 'nl', SE: 'sv', CH: 'de', RU: 'ru', MY: 'ms',
}; // prettier-ignore

const languagesOf = (random: Random, person: Person, city: City): Profile['languages'] => {
  const list: Profile['languages'] = [{ code: person.language, level: 'native' }];
  if (person.language !== 'en') list.push({ code: 'en', level: random.pick(['B2', 'C1', 'C1', 'C2']) });
  if (person.language !== 'zh')
    list.push({ code: 'zh', level: random.pick(['HSK3', 'HSK4', 'HSK5', 'HSK5', 'HSK6']) });
  const local = localLanguage[city.country];
  if (local !== undefined && list.every(({ code }) => code !== local) && random.chance(0.7))
    list.push({ code: local, level: random.pick(['A2', 'B1', 'B2']) });
  return list;
};

const interestsOf = (random: Random, study: Study): Profile['interests'] => {
  const related = categorySlugs.filter((category) => isRelatedMajor(category, study.major));
  const further = random.chance(0.3) ? random.some(categorySlugs, 1) : [];
  return [...new Set([...random.some(related, random.int(1, 3)), ...further])];
};

/** Where the student lives; some spend the internship in Shanghai. A bounded stay stands before the usual home. */
const residencesOf = (random: Random, city: City, season: Season): Profile['residences'] => {
  const home = { country: city.country, zone: city.zone };
  if (!random.chance(0.06)) return [home];
  const stay = { from: daysAfter(season.startsOn, -7), to: daysAfter(season.endsOn, 7) };
  return [{ country: 'CN', zone: 'Asia/Shanghai', ...stay }, home];
};

/** A complete profile. Every line follows from who the student is: the skills from the subject, the hours from the zone. */
export const studentProfile = (
  random: Random,
  who: { person: Person; city: City; study: Study; second?: Study },
  season: Season,
): Profile => {
  const { person, city, study, second } = who;
  const chinese = person.language === 'zh';
  const own = chinese && random.chance(0.75) ? 'zh' : 'en';
  const skills = [...random.some(study.skills, random.int(4, 8)), ...random.some(second?.skills ?? [], 3)];
  const year = Number(season.startsOn.slice(0, 4));
  const examsFrom = daysAfter(season.startsOn, -random.int(20, 60));
  const portfolio = random.chance(0.3);
  return {
    names: {
      preferred: person.preferred,
      ...(person.chinese !== undefined && { chinese: person.chinese }),
      passport: person.passport,
    },
    phone: `${city.phone}${random.int(1_000, 9_999)}`,
    university: random.pick(city.universities),
    studyLevel: random.pick(['bachelor', 'bachelor', 'bachelor', 'master', 'master', 'doctorate'] as const),
    majors: second ? [study.major, second.major] : [study.major],
    graduatesOn: `${year + random.int(0, 2)}-${random.pick(['05-31', '06-30', '07-15', '12-15'])}`,
    residences: residencesOf(random, city, season),
    exams: random.chance(0.4) ? [{ from: examsFrom, to: daysAfter(examsFrom, 10) }] : [],
    weeklyHours: random.pick([16, 20, 20, 24, 25, 30, 30, 35, 40]),
    availableFrom: daysAfter(season.startsOn, random.int(-21, 8)),
    availableTo: daysAfter(season.endsOn, random.int(-12, 28)),
    workingHours: city.workingHours,
    languages: languagesOf(random, person, city),
    skills: [...new Set(skills)],
    workAuthorization: chinese
      ? { CN: 'yes', [city.country]: 'temporary' }
      : { [city.country]: 'yes', CN: random.pick(['no', 'undisclosed']) },
    interests: interestsOf(random, study),
    workModes: random.pick([['remote'], ['remote'], ['remote', 'hybrid'], ['remote', 'hybrid', 'on_site']]),
    about: filled(random.pick(phrases.abouts), { project: study.project })[own],
    ...(portfolio && { portfolio: `https://${person.mailbox.replaceAll(/[ .]/g, '-')}.example` }),
    ...(city.referrer && random.chance(0.6) && { referrer: city.referrer[own] }),
    consents: { privacy: consentVersion, ranking: random.chance(0.94) },
  };
};
