import { PREFERRED, REQUIRED, worthOfAll } from './criteria/skills.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import type { Key } from './groups.ts';
import type { SkillWorths } from './skill-index.ts';
import type { PostingFacet, StudentFacet } from './wish-filters.ts';

/** What the criteria and the rules of eligibility read of a document, in parts that have few different values. */
export type Aspect =
  | 'cycle'
  | 'place'
  | 'skills'
  | 'major'
  | 'dates'
  | 'hours'
  | 'overlap'
  | 'language'
  | 'studyLevel'
  | 'interest';

/** Equal keys: the same for that part of a ranking, or for that facet. */
type Keys<D, F extends string> = Readonly<Record<Aspect | `facet ${F}`, (document: D) => Key>>;

/** What is different in nearly every document: lists of words. */
type ListsOf<D, L extends string> = Readonly<Record<L, (document: D) => readonly string[]>>;

export const postingKeys: Keys<PostingDocument, Exclude<PostingFacet, 'major'>> &
  Record<'published', (posting: PostingDocument) => string> = {
  published: ({ publishedAt }) => dayIn(publishedAt),
  cycle: ({ cycleId }) => cycleId,
  place: ({ workMode, countries }) => `${workMode} ${countries.join(' ')}`,
  // but for which they are, which "./skill-index.ts" holds
  skills: ({ skills }) => String(worthOfAll(skills)),
  // but for which majors are named
  major: ({ category, majors }) => `${category} ${majors.length === 0}`,
  dates: ({ startsOn, endsOn }) => `${startsOn} ${endsOn}`,
  hours: ({ hours }) => `${hours.min} ${hours.max}`,
  // but for the hours of both, which "./clocks.ts" holds
  overlap: ({ overlapHours }) => String(overlapHours),
  language: ({ languages }) => languages.map(({ code, level }) => `${code} ${level}`).join(' '),
  studyLevel: ({ studyLevels }) => studyLevels.join(' '),
  interest: ({ category, workMode }) => `${category} ${workMode}`,
  'facet category': ({ category }) => category,
  'facet workMode': ({ workMode }) => workMode,
  'facet language': ({ languages }) => languages.map(({ code }) => code),
  'facet company': ({ companyId }) => companyId,
  'facet paid': ({ pay }) => (pay === undefined ? 'no' : 'yes'),
};

/** How an ISO instant begins: sorts as text, as the instant does. */
export function dayIn(instant: string): string {
  return instant.slice(0, 10);
}

/** Stands where a posting names no major: it is open to each. */
export const ANY_MAJOR = '*';

export const postingLists: ListsOf<PostingDocument, 'facet major'> = {
  'facet major': ({ majors }) => (majors.length === 0 ? [ANY_MAJOR] : majors),
};

/** What each skill is worth to a posting that asks for it. */
export function skillsAsked({ skills: { required, preferred } }: PostingDocument): SkillWorths {
  const worths = new Map<string, number>();
  const add = (skill: string, worth: number) => worths.set(skill, (worths.get(skill) ?? 0) + worth);
  for (const skill of required) add(skill, REQUIRED);
  for (const skill of preferred) add(skill, PREFERRED);
  return worths;
}

/** To have a skill once is enough. */
export function skillsHeld({ skills }: StudentDocument): SkillWorths {
  return new Map(skills.map((skill) => [skill, 1]));
}

export const studentKeys: Keys<StudentDocument, Exclude<StudentFacet, 'skill'>> = {
  cycle: ({ cycleId }) => cycleId ?? '',
  place: ({ country, workAuthorization }) => `${country} ${JSON.stringify(workAuthorization)}`,
  skills: () => '',
  major: ({ majors }) => majors.join(' '),
  dates: ({ availableFrom, availableTo }) => `${availableFrom} ${availableTo}`,
  hours: ({ weeklyHours }) => String(weeklyHours),
  overlap: () => '',
  language: ({ languages }) => languages.map(({ code, level }) => `${code} ${level}`).join(' '),
  studyLevel: ({ studyLevel }) => studyLevel,
  interest: ({ interests, workModes }) => `${interests.join(' ')}|${workModes.join(' ')}`,
  'facet major': ({ majors }) => majors,
  'facet studyLevel': ({ studyLevel }) => studyLevel,
  'facet language': ({ languages }) => languages.map(({ code }) => code),
  'facet country': ({ country }) => country,
};

/** What a criterion reads of a posting that students are ranked for: there the majors count by name. */
export const subjectKeys: Readonly<Record<Aspect, (document: PostingDocument) => Key>> = {
  ...postingKeys,
  major: ({ category, majors }) => [category, ...majors],
};

export const studentLists: ListsOf<StudentDocument, 'facet skill'> = {
  'facet skill': ({ skills }) => skills,
};
