import type { Json } from './json.ts';
import { MOST_STRETCHES } from '../zones.ts';

/** Raised with every change of the fields or of the tokens in them: an index of another version is not written to. */
export const MAPPING_VERSION = 2;

/** A word that filters find; counted ones are kept by document as well. */
const word = { type: 'keyword', doc_values: false, norms: false } as const;
const counted = { type: 'keyword', norms: false } as const;
const flag = { type: 'boolean' } as const;
/** A number that only expressions read. */
const number = { type: 'integer', index: false } as const;
const fraction = { type: 'double', index: false } as const;
/** A number that filters find as well. */
const found = { type: 'integer' } as const;
/** Tokens are made once, in TypeScript: the engine only splits them. */
const tokens = { type: 'text', analyzer: 'tokens', index_options: 'freqs' } as const;

const common = {
  id: counted,
  live: flag,
  /** What was indexed, whole: explanations are made from it. */
  document: { type: 'object', enabled: false },
  startDay: found,
  endDay: found,
  firstWeekday: number,
  lastWeekday: number,
  minutesADay: number,
  stretches: number,
  languages: word,
  languageCodes: counted,
  title: tokens,
  pieces: tokens,
  roles: tokens,
  text: tokens,
} as const;

const postingProperties = {
  ...common,
  cycleId: word,
  companyId: counted,
  category: counted,
  majors: counted,
  anyMajor: flag,
  studyLevels: word,
  anyStudyLevel: flag,
  required: word,
  preferred: word,
  skillsWorth: found,
  days: number,
  minHours: fraction,
  workMode: counted,
  overlapMinutes: fraction,
  languageCount: found,
  paid: flag,
  countries: word,
  anyCountry: flag,
  publishedAt: counted,
} as const;

const studentProperties = {
  ...common,
  cycleId: word,
  anyCycle: flag,
  country: counted,
  majors: counted,
  studyLevel: counted,
  skills: counted,
  weeklyHours: fraction,
  barredFrom: word,
  barredAtHome: flag,
  interests: word,
  openToAll: flag,
  workModes: word,
  anyWorkMode: flag,
} as const;

export type PostingField = keyof typeof postingProperties;
export type StudentField = keyof typeof studentProperties;

/** How an index is made; a field that is not here is refused. */
export function indexBody(of: 'postings' | 'students', shards: number): { readonly [key: string]: Json } {
  return {
    settings: {
      index: {
        number_of_shards: shards,
        number_of_replicas: 0,
        // All who applied to a posting are ranked at once.
        max_result_window: 1_000_000,
        max_terms_count: 1_000_000,
      },
      analysis: {
        tokenizer: { spaces: { type: 'whitespace', max_token_length: 8_000 } },
        analyzer: { tokens: { type: 'custom', tokenizer: 'spaces' } },
      },
    },
    mappings: {
      dynamic: 'strict',
      _meta: { version: MAPPING_VERSION },
      _source: { includes: ['document'] },
      properties: { ...(of === 'postings' ? postingProperties : studentProperties), ...stretches },
    },
  };
}

const stretches = Object.fromEntries(
  Array.from({ length: MOST_STRETCHES }, (_, at) => at + 1).flatMap((at) => [
    [`from${at}`, number],
    [`to${at}`, number],
    [`start${at}`, number],
  ]),
);
