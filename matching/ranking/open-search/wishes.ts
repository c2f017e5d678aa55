import type { PostingFacet, StudentFacet } from '../wish-filters.ts';
import type { PostingWishes, StudentWishes } from '../wishes.ts';
import { any, oneOf, term, type Query } from './queries.ts';

/** The wishes of `../wish-filters.ts` as filters: those that every count respects, and those that a facet looks past. */
export interface WishQueries<F extends string> {
  readonly always: readonly Query[];
  readonly byFacet: ReadonlyMap<F, Query>;
}

export function postingWishes(wishes: PostingWishes): WishQueries<PostingFacet> {
  const { cycleId, categories, majors, workModes, languages, companyIds, paid, only } = wishes;
  const byFacet = new Map<PostingFacet, Query>();
  if (categories !== undefined) byFacet.set('category', oneOf('category', categories));
  if (majors !== undefined) byFacet.set('major', any([term('anyMajor', true), oneOf('majors', majors)]));
  if (workModes !== undefined) byFacet.set('workMode', oneOf('workMode', workModes));
  if (languages !== undefined) byFacet.set('language', oneOf('languageCodes', languages));
  if (companyIds !== undefined) byFacet.set('company', oneOf('companyId', companyIds));
  if (paid !== undefined) byFacet.set('paid', term('paid', paid));
  return {
    always: [
      ...(only === undefined ? [] : [oneOf('id', only)]),
      ...(cycleId === undefined ? [] : [term('cycleId', cycleId)]),
    ],
    byFacet,
  };
}

export function studentWishes(wishes: StudentWishes): WishQueries<StudentFacet> {
  const { cycleId, majors, studyLevels, skills, languages, countries, only } = wishes;
  const byFacet = new Map<StudentFacet, Query>();
  if (majors !== undefined) byFacet.set('major', oneOf('majors', majors));
  if (studyLevels !== undefined) byFacet.set('studyLevel', oneOf('studyLevel', studyLevels));
  if (skills !== undefined) byFacet.set('skill', oneOf('skills', skills));
  if (languages !== undefined) byFacet.set('language', oneOf('languageCodes', languages));
  if (countries !== undefined) byFacet.set('country', oneOf('country', countries));
  return {
    always: [
      ...(cycleId === undefined ? [] : [any([term('anyCycle', true), term('cycleId', cycleId)])]),
      ...(only === undefined ? [] : [oneOf('id', only)]),
    ],
    byFacet,
  };
}
