import type { PostingDocument, StudentDocument } from './document.ts';
import type { PostingWishes, StudentWishes } from './wishes.ts';

export type PostingFacet = 'category' | 'major' | 'workMode' | 'language' | 'company' | 'paid';
export type StudentFacet = 'major' | 'studyLevel' | 'skill' | 'language' | 'country';

/** One wish as a test of a candidate. `facet` is the one whose counts look past this wish. */
export interface WishFilter<D, F> {
  readonly facet?: F;
  /** Reads nothing but the cycle. */
  readonly isOfCycle?: true;
  readonly passes: (document: D) => boolean;
}

/** The wishes that a posting's own fields answer: not text and not overlap, which are computed. */
export function postingFilters(wishes: PostingWishes): WishFilter<PostingDocument, PostingFacet>[] {
  const { cycleId, categories, majors, workModes, languages, companyIds, paid, only } = wishes;
  const filters: WishFilter<PostingDocument, PostingFacet>[] = [];
  if (only !== undefined) filters.push({ passes: ({ id }) => only.includes(id) });
  if (cycleId !== undefined)
    filters.push({ isOfCycle: true, passes: (posting) => posting.cycleId === cycleId });
  if (categories !== undefined) {
    filters.push({ facet: 'category', passes: ({ category }) => categories.includes(category) });
  }
  if (majors !== undefined) {
    filters.push({
      facet: 'major',
      passes: (posting) => posting.majors.length === 0 || meet(majors, posting.majors),
    });
  }
  if (workModes !== undefined) {
    filters.push({ facet: 'workMode', passes: ({ workMode }) => workModes.includes(workMode) });
  }
  if (languages !== undefined) {
    filters.push({
      facet: 'language',
      passes: (posting) => posting.languages.some((l) => languages.includes(l.code)),
    });
  }
  if (companyIds !== undefined) {
    filters.push({ facet: 'company', passes: ({ companyId }) => companyIds.includes(companyId) });
  }
  if (paid !== undefined) filters.push({ facet: 'paid', passes: ({ pay }) => (pay !== undefined) === paid });
  return filters;
}

/** The wishes that a student's own fields answer. */
export function studentFilters(wishes: StudentWishes): WishFilter<StudentDocument, StudentFacet>[] {
  const { cycleId, majors, studyLevels, skills, languages, countries } = wishes;
  const only = wishes.only === undefined ? undefined : new Set(wishes.only);
  const filters: WishFilter<StudentDocument, StudentFacet>[] = [];
  if (cycleId !== undefined) {
    filters.push({
      isOfCycle: true,
      passes: (student) => student.cycleId === undefined || student.cycleId === cycleId,
    });
  }
  if (only !== undefined) filters.push({ passes: ({ id }) => only.has(id) });
  if (majors !== undefined)
    filters.push({ facet: 'major', passes: (student) => meet(majors, student.majors) });
  if (studyLevels !== undefined) {
    filters.push({ facet: 'studyLevel', passes: ({ studyLevel }) => studyLevels.includes(studyLevel) });
  }
  if (skills !== undefined)
    filters.push({ facet: 'skill', passes: (student) => meet(skills, student.skills) });
  if (languages !== undefined) {
    filters.push({
      facet: 'language',
      passes: (student) => student.languages.some((l) => languages.includes(l.code)),
    });
  }
  if (countries !== undefined) {
    filters.push({ facet: 'country', passes: ({ country }) => countries.includes(country) });
  }
  return filters;
}

function meet(wanted: readonly string[], own: readonly string[]): boolean {
  return own.some((value) => wanted.includes(value));
}
