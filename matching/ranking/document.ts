import type { LanguageLevel } from './levels.ts';

export type StudyLevel = 'associate' | 'bachelor' | 'master' | 'doctorate';
export type WorkMode = 'remote' | 'hybrid' | 'on_site';
export type WorkAuthorization = 'yes' | 'temporary' | 'no' | 'undisclosed';

/** A clock time, `HH:MM`, 24 hours. A `to` at or before its `from` is on the next day. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** `code` is ISO 639-1. */
export interface LanguageSkill {
  readonly code: string;
  readonly level: LanguageLevel;
}

export interface Pay {
  readonly amount: number;
  readonly currency: string;
  readonly period: string;
}

/** Where a student lives, by period: ISO dates, both inclusive; open where absent. */
export interface ZonePeriod {
  readonly zone: string;
  readonly from?: string;
  readonly to?: string;
}

/** All of a posting that a ranking may read. Dates are ISO, inclusive; zones are IANA names. */
export interface PostingDocument {
  readonly id: string;
  readonly cycleId: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly category: string;
  /** Empty: any major. */
  readonly majors: readonly string[];
  /** Empty: any level. */
  readonly studyLevels: readonly StudyLevel[];
  readonly skills: { readonly required: readonly string[]; readonly preferred: readonly string[] };
  readonly startsOn: string;
  readonly endsOn: string;
  /** Hours a week. */
  readonly hours: { readonly min: number; readonly max: number };
  readonly workMode: WorkMode;
  readonly zone: string;
  readonly coreHours: Hours;
  /** Hours of overlap it needs on a weekday. */
  readonly overlapHours: number;
  /** Each code once. */
  readonly languages: readonly LanguageSkill[];
  /** Absent: unpaid. */
  readonly pay?: Pay | undefined;
  /** ISO 3166-1 alpha-2 of where the work may be done from; empty: anywhere. */
  readonly countries: readonly string[];
  readonly title: string;
  readonly text: string;
  /** ISO instant. */
  readonly publishedAt: string;
}

/**
 * All of a student that a ranking may read. The type is closed on purpose: gender, ethnicity, religion, age,
 * photo and nationality have no field, so no ranking can use them.
 */
export interface StudentDocument {
  readonly id: string;
  readonly cycleId?: string | undefined;
  readonly country: string;
  readonly zones: readonly ZonePeriod[];
  readonly majors: readonly string[];
  readonly studyLevel: StudyLevel;
  readonly skills: readonly string[];
  readonly availableFrom: string;
  readonly availableTo: string;
  readonly weeklyHours: number;
  /** In the student's own local time. */
  readonly workingHours: Hours;
  /** Each code once. */
  readonly languages: readonly LanguageSkill[];
  /** Country to what the student said; a country that is absent is undisclosed. */
  readonly workAuthorization: Readonly<Record<string, WorkAuthorization>>;
  /** Category slugs; empty: open to all. */
  readonly interests: readonly string[];
  /** Empty: open to all. */
  readonly workModes: readonly WorkMode[];
  readonly text: string;
}
