import type { StudyLevel, WorkMode } from './document.ts';

/** What a person asked to see of the postings. An absent field filters nothing; a list means "any of". */
export interface PostingWishes {
  readonly cycleId?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly majors?: readonly string[] | undefined;
  readonly workModes?: readonly WorkMode[] | undefined;
  /** ISO 639-1 codes: postings that ask for one of them. */
  readonly languages?: readonly string[] | undefined;
  readonly companyIds?: readonly string[] | undefined;
  /** On an average weekday; needs a student as subject. */
  readonly minimumOverlapMinutes?: number | undefined;
  readonly paid?: boolean | undefined;
  /** Words that the text must have (most of them). */
  readonly q?: string | undefined;
  /** Only these ids. */
  readonly only?: readonly string[] | undefined;
}

/** What a person asked to see of the students. */
export interface StudentWishes {
  readonly cycleId?: string | undefined;
  readonly majors?: readonly string[] | undefined;
  readonly studyLevels?: readonly StudyLevel[] | undefined;
  readonly skills?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
  readonly minimumOverlapMinutes?: number | undefined;
  readonly q?: string | undefined;
  /** Only these ids: the applicants of a posting. */
  readonly only?: readonly string[] | undefined;
}
