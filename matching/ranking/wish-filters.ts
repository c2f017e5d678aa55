import { ANY_MAJOR } from './aspects.ts';
import type { PostingWishes, StudentWishes } from './wishes.ts';

export type PostingFacet = 'category' | 'major' | 'workMode' | 'language' | 'company' | 'paid';
export type StudentFacet = 'major' | 'studyLevel' | 'skill' | 'language' | 'country';

/** Facet to the values of which a document must have one. The counts of a facet look past the wish on it. */
export type FacetWishes<F extends string> = ReadonlyMap<F, ReadonlySet<string>>;

/** The wishes that a posting's own fields answer: not text and not overlap, which are computed. */
export function postingFacetWishes(wishes: PostingWishes): FacetWishes<PostingFacet> {
  const { categories, majors, workModes, languages, companyIds, paid } = wishes;
  return given({
    category: categories,
    major: majors && [...majors, ANY_MAJOR],
    workMode: workModes,
    language: languages,
    company: companyIds,
    paid: paid === undefined ? undefined : [paid ? 'yes' : 'no'],
  });
}

/** The wishes that a student's own fields answer. */
export function studentFacetWishes(wishes: StudentWishes): FacetWishes<StudentFacet> {
  const { majors, studyLevels, skills, languages, countries } = wishes;
  return given({
    major: majors,
    studyLevel: studyLevels,
    skill: skills,
    language: languages,
    country: countries,
  });
}

function given<F extends string>(wishes: Readonly<Record<F, readonly string[] | undefined>>): FacetWishes<F> {
  const found = new Map<F, ReadonlySet<string>>();
  for (const facet in wishes) {
    const values = wishes[facet];
    if (values !== undefined) found.set(facet, new Set(values));
  }
  return found;
}
