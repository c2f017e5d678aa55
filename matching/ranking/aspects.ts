import type { PostingDocument, StudentDocument } from './document.ts';
import type { Key } from './groups.ts';
import { postingFacetValues, studentFacetValues } from './facets.ts';
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

/** Equal keys: the same for that part of a ranking. */
export type Keys<D, F extends string> = Readonly<Record<Aspect | `facet ${F}`, (document: D) => Key>>;

export const postingKeys: Keys<PostingDocument, PostingFacet> = {
  cycle: ({ cycleId }) => cycleId,
  place: ({ workMode, countries }) => `${workMode} ${countries.join(' ')}`,
  skills: ({ skills }) => `${skills.required.join(' ')}|${skills.preferred.join(' ')}`,
  major: ({ category, majors }) => `${category} ${majors.join(' ')}`,
  dates: ({ startsOn, endsOn }) => `${startsOn} ${endsOn}`,
  hours: ({ hours }) => `${hours.min} ${hours.max}`,
  overlap: ({ zone, coreHours, overlapHours, startsOn, endsOn }) =>
    `${zone} ${coreHours.from} ${coreHours.to} ${overlapHours} ${startsOn} ${endsOn}`,
  language: ({ languages }) => languages.map(({ code, level }) => `${code} ${level}`).join(' '),
  studyLevel: ({ studyLevels }) => studyLevels.join(' '),
  interest: ({ category, workMode }) => `${category} ${workMode}`,
  'facet category': postingFacetValues.category,
  'facet major': postingFacetValues.major,
  'facet workMode': postingFacetValues.workMode,
  'facet language': postingFacetValues.language,
  'facet company': postingFacetValues.company,
  'facet paid': postingFacetValues.paid,
};

export const studentKeys: Keys<StudentDocument, StudentFacet> = {
  cycle: ({ cycleId }) => cycleId ?? '',
  place: ({ country, workAuthorization }) => `${country} ${JSON.stringify(workAuthorization)}`,
  skills: ({ skills }) => skills.join(' '),
  major: ({ majors }) => majors.join(' '),
  dates: ({ availableFrom, availableTo }) => `${availableFrom} ${availableTo}`,
  hours: ({ weeklyHours }) => String(weeklyHours),
  overlap: ({ zones, workingHours, availableFrom, availableTo }) =>
    JSON.stringify([zones, workingHours, availableFrom, availableTo]),
  language: ({ languages }) => languages.map(({ code, level }) => `${code} ${level}`).join(' '),
  studyLevel: ({ studyLevel }) => studyLevel,
  interest: ({ interests, workModes }) => `${interests.join(' ')}|${workModes.join(' ')}`,
  'facet major': studentFacetValues.major,
  'facet studyLevel': studentFacetValues.studyLevel,
  'facet skill': studentFacetValues.skill,
  'facet language': studentFacetValues.language,
  'facet country': studentFacetValues.country,
};
