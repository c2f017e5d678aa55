import type { LanguageLevel } from './levels.ts';
import { reachedPercent } from './levels.ts';
import { PREFERRED, REQUIRED } from './criteria/skills.ts';
import type { Part } from './part.ts';

/** One thing the student could change, and how many points of the score it would bring at most. */
export type Improvement =
  | {
      readonly criterion: 'skills';
      readonly skill: string;
      readonly required: boolean;
      readonly gain: number;
    }
  | {
      readonly criterion: 'language';
      readonly code: string;
      readonly needed: LanguageLevel;
      /** Absent: the student lists no level. */
      readonly held?: LanguageLevel;
      readonly gain: number;
    }
  /** Hours a week to offer. */
  | { readonly criterion: 'hours'; readonly hours: number; readonly gain: number }
  /** More minutes a weekday within the posting's core hours. */
  | { readonly criterion: 'overlap'; readonly moreMinutes: number; readonly gain: number }
  /** More days of availability within the internship. */
  | { readonly criterion: 'dates'; readonly moreDays: number; readonly gain: number };

/**
 * What would raise a score, the most rewarding first. Only what a student can change: not majors, the study level or
 * what they said they want.
 */
export function improvements(parts: readonly Part[]): readonly Improvement[] {
  return parts
    .filter(({ score }) => score < 1)
    .flatMap(improvementsOf)
    .toSorted((a, b) => b.gain - a.gain);
}

function improvementsOf({ facts, weight, score }: Part): readonly Improvement[] {
  const gain = weight * (1 - score);
  switch (facts.criterion) {
    case 'skills': {
      const { held, missing, required } = facts;
      const preferredCount = held.length + missing.length - required.length;
      const share = weight / (REQUIRED * required.length + PREFERRED * preferredCount);
      return missing.map((skill) => {
        const isRequired = required.includes(skill);
        return {
          criterion: 'skills',
          skill,
          required: isRequired,
          gain: share * (isRequired ? REQUIRED : PREFERRED),
        };
      });
    }
    case 'language': {
      const share = weight / facts.languages.length;
      return facts.languages
        .filter(({ enough }) => !enough)
        .map(({ code, needed, held }) => {
          const reached = held === undefined ? 0 : reachedPercent(held, needed) / 100;
          const level = held === undefined ? {} : { held };
          return { criterion: 'language', code, needed, ...level, gain: share * (1 - reached) };
        });
    }
    case 'hours':
      return [{ criterion: 'hours', hours: facts.min, gain }];
    case 'overlap':
      return [{ criterion: 'overlap', moreMinutes: facts.needed - facts.minutes, gain }];
    case 'dates':
      return [{ criterion: 'dates', moreDays: facts.days - facts.availableDays, gain }];
    case 'major':
    case 'studyLevel':
    case 'interest':
    case 'text':
      return [];
  }
}
