import type { LanguageLevel } from './levels.ts';
import type { StudyLevel, WorkMode } from './document.ts';

/** What the criteria found, as plain facts that a page can put in words. Discriminated by `criterion`. */
export type Facts =
  | SkillsFacts
  | MajorFacts
  | DatesFacts
  | HoursFacts
  | OverlapFacts
  | LanguageFacts
  | StudyLevelFacts
  | InterestFacts
  | TextFacts;

export type CriterionName = Facts['criterion'];

/** One line of an explanation. `points` = weight × score in 32 bits; the points of a hit's parts add up to its score. */
export interface Part {
  readonly criterion: CriterionName;
  /** In [0, 1]. */
  readonly score: number;
  /** In [0, 1]; the weights of one plan add up to 1. */
  readonly weight: number;
  readonly points: number;
  readonly facts: Facts;
}

/** Slugs; `held` and `missing` together are what the posting needs, in its order, required before preferred. */
export interface SkillsFacts {
  readonly criterion: 'skills';
  readonly held: readonly string[];
  readonly missing: readonly string[];
  /** All that the posting requires; the others are preferred. */
  readonly required: readonly string[];
}

export interface MajorFacts {
  readonly criterion: 'major';
  /** named: the posting asks for it; related: usual in its category; open: it asks for none; other. */
  readonly relation: 'named' | 'related' | 'open' | 'other';
  /** The majors of the student that gave the relation. */
  readonly majors: readonly string[];
}

/** Days, inclusive, of the internship and of it within the student's availability. */
export interface DatesFacts {
  readonly criterion: 'dates';
  readonly days: number;
  readonly availableDays: number;
  /** The common period; absent when there is none. */
  readonly from?: string;
  readonly to?: string;
}

/** Hours a week. */
export interface HoursFacts {
  readonly criterion: 'hours';
  readonly offered: number;
  readonly min: number;
  readonly max: number;
}

/** Minutes a weekday: the average over the weekdays on which both are there, and what is needed. */
export interface OverlapFacts {
  readonly criterion: 'overlap';
  readonly minutes: number;
  readonly needed: number;
  readonly postingZone: string;
  readonly studentZones: readonly string[];
}

export interface LanguageFacts {
  readonly criterion: 'language';
  readonly languages: readonly {
    readonly code: string;
    readonly needed: LanguageLevel;
    /** Absent: the student does not list it. */
    readonly held?: LanguageLevel;
    readonly enough: boolean;
  }[];
}

export interface StudyLevelFacts {
  readonly criterion: 'studyLevel';
  readonly level: StudyLevel;
  /** Empty: any. */
  readonly asked: readonly StudyLevel[];
}

export interface InterestFacts {
  readonly criterion: 'interest';
  readonly category: string;
  /** Whether the student named it; `open`: named none. */
  readonly categoryWanted: 'yes' | 'no' | 'open';
  readonly workMode: WorkMode;
  readonly workModeWanted: 'yes' | 'no' | 'open';
}

export interface TextFacts {
  readonly criterion: 'text';
  /** The query's words that the document has. */
  readonly matched: readonly MatchedWord[];
}

/** A word of a query, by which means a document has it, and what stands there in its place: all that gave points. */
export type MatchedWord =
  | { readonly word: string; readonly means: 'same' }
  | { readonly word: string; readonly means: RelatedMeans; readonly found: string }
  /** `shared`: the longest stretch of letters in common. */
  | { readonly word: string; readonly means: 'letters'; readonly found: string; readonly shared: string };

/** part: parts of the word are the same; family: another role of the same field of work. */
export type RelatedMeans = 'part' | 'synonym' | 'translation' | 'family';
