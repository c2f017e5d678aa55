import * as z from 'zod';
import type { PostingDocument, StudentDocument } from '../../../matching/ranking/document.ts';
import { languageLevels } from '../../values.ts';

/** What OpenSearch answers, parsed: documents come back as they were written, or not at all. */

const Hours = z.object({ from: z.string(), to: z.string() });
const LanguageSkill = z.object({ code: z.string(), level: z.enum(languageLevels) });
const StudyLevel = z.enum(['associate', 'bachelor', 'master', 'doctorate']);
const WorkMode = z.enum(['remote', 'hybrid', 'on_site']);
const Words = z.array(z.string());

const StoredPosting = z.object({
  id: z.string(),
  cycleId: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  category: z.string(),
  majors: Words,
  studyLevels: z.array(StudyLevel),
  skills: z.object({ required: Words, preferred: Words }),
  startsOn: z.string(),
  endsOn: z.string(),
  hours: z.object({ min: z.number(), max: z.number() }),
  workMode: WorkMode,
  zone: z.string(),
  coreHours: Hours,
  overlapHours: z.number(),
  languages: z.array(LanguageSkill),
  pay: z.object({ amount: z.number(), currency: z.string(), period: z.string() }).optional(),
  countries: Words,
  title: z.string(),
  text: z.string(),
  publishedAt: z.string(),
}) satisfies z.ZodType<PostingDocument>;

const StoredStudent = z.object({
  id: z.string(),
  cycleId: z.string().optional(),
  country: z.string(),
  zones: z.array(
    z.object({ zone: z.string(), from: z.string().exactOptional(), to: z.string().exactOptional() }),
  ),
  majors: Words,
  studyLevel: StudyLevel,
  skills: Words,
  availableFrom: z.string(),
  availableTo: z.string(),
  weeklyHours: z.number(),
  workingHours: Hours,
  languages: z.array(LanguageSkill),
  workAuthorization: z.record(z.string(), z.enum(['yes', 'temporary', 'no', 'undisclosed'])),
  interests: Words,
  workModes: z.array(WorkMode),
  text: z.string(),
}) satisfies z.ZodType<StudentDocument>;

const Counts = z.object({
  doc_count: z.number().optional(),
  buckets: z
    .array(
      z.object({
        key: z.union([z.string(), z.number()]),
        key_as_string: z.string().optional(),
        doc_count: z.number(),
      }),
    )
    .optional(),
});
const Aggregation = Counts.extend({ values: Counts.optional(), open: Counts.optional() });

const answerOf = <D extends z.ZodType>(document: D) =>
  z.object({
    hits: z.object({
      total: z.object({ value: z.number() }).optional(),
      hits: z.array(
        z.object({
          _score: z.number(),
          _source: z.object({ document }),
          matched_queries: z.record(z.string(), z.number()).optional(),
        }),
      ),
    }),
    aggregations: z.record(z.string(), Aggregation).default({}),
  });

export const PostingsAnswer = answerOf(StoredPosting);
export const StudentsAnswer = answerOf(StoredStudent);

const BulkItem = z.object({
  status: z.number(),
  error: z.object({ type: z.string(), reason: z.string().nullish() }).optional(),
});
export const BulkAnswer = z.object({
  items: z.array(
    z
      .union([z.object({ index: BulkItem }), z.object({ delete: BulkItem })])
      .transform((item) => ('index' in item ? item.index : item.delete)),
  ),
});
