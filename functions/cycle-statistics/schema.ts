import * as z from 'zod';
import { CompanyId, CycleId, JobId, PostingId } from '../ids.ts';
import { Phase } from '../cycle/schema.ts';
import { Day, Zone } from '../values.ts';

/** How far a student came in a cycle; whoever came so far came through all before. */
export const stages = [
  'registered',
  'complete',
  'applied',
  'shortlisted',
  'rankable',
  'matched',
  'accepted',
  'placed',
  'completed',
] as const;
export type Stage = (typeof stages)[number];
/** The stages that an application to a company can come to. */
export const companyStages = ['applied', 'shortlisted', 'rankable', 'matched', 'accepted'] as const;
export type CompanyStage = (typeof companyStages)[number];

const Count = z.number().int().min(0);
/** Half of the answers, and nine tenths, came within so many days. */
const Days = z.object({ median: z.number(), p90: z.number() });
export type Days = z.infer<typeof Days>;

/** How soon applications got their first answer: an invitation or a refusal. */
export const Response = z.object({
  answered: Count,
  /** Without an answer. Those that were withdrawn before one are in neither. */
  waiting: Count,
  /** Absent while there is no answer. */
  days: Days.optional(),
});
export type Response = z.infer<typeof Response>;

const CompanyName = z.object({ zh: z.string().optional(), en: z.string().optional() });
/** One company in the table of response times. */
export const CompanyRow = Response.extend({ id: CompanyId, name: CompanyName, applications: Count });
export type CompanyRow = z.infer<typeof CompanyRow>;
/** One posting in the table of exposure. */
export const PostingRow = z.object({
  id: PostingId,
  title: CompanyName,
  company: CompanyName,
  category: z.string(),
  seats: Count,
  applications: Count,
  matches: Count,
});
export type PostingRow = z.infer<typeof PostingRow>;

export const Figures = z.object({
  funnel: z.array(z.object({ stage: z.enum(stages), count: Count })),
  /** Categories of postings by the first majors of their applicants; cells with nothing in them are left out. */
  heat: z.array(z.object({ category: z.string(), major: z.string(), applications: Count, matches: Count })),
  /** Where those who applied are on the first day of the internships, and what each hour of that day is to them. */
  zones: z.object({
    day: Day,
    /** The cycle's, in which the hours are told. */
    zone: Zone,
    students: z.array(z.object({ zone: Zone, offsetMinutes: z.number().int(), count: Count })),
    postings: Count,
    hours: z.array(z.object({ hour: Count, awake: Count, working: Count, core: Count })),
  }),
  /** Of each published round: how many got their 1st, 2nd, … choice. */
  choices: z.array(
    z.object({
      number: z.number().int(),
      kind: z.enum(['main', 'supplementary']),
      unmatched: Count,
      places: z.array(z.object({ place: Count, count: Count })),
    }),
  ),
  response: Response.extend({
    /** Answers by days: up to `days`, and more than the bin before; the last one has no end. */
    bins: z.array(z.object({ days: z.number().optional(), count: Count })),
    companies: z.object({ asked: Count, answered: Count }),
    /** Those with the most applications that wait, at most twenty. */
    mostWaiting: z.array(CompanyRow),
  }),
  exposure: z.object({
    postings: Count,
    without: Count,
    applications: Count,
    /** 0: all postings got equally many applications; 1: one got all. */
    gini: z.number(),
    /** What share of the applications the least sought 0 %, 10 %, … 100 % of the postings got. */
    curve: z.array(z.number()),
  }),
});
export type Figures = z.infer<typeof Figures>;

export const Counted = Figures.extend({
  /** When the record was read. */
  asOf: z.iso.datetime(),
  /** The cycle's phase then. */
  phase: Phase,
});
export type Counted = z.infer<typeof Counted>;

/** A cycle's statistics: what was counted last, and which job counts now. */
export const Statistics = z.object({
  cycleId: CycleId,
  counting: JobId.optional(),
  counted: Counted.optional(),
  version: z.number().int(),
});
export type Statistics = z.infer<typeof Statistics>;

/** A company's own part of a cycle's statistics. */
export const CompanyStatistics = z.object({
  companyId: CompanyId,
  cycleId: CycleId,
  funnel: z.array(z.object({ stage: z.enum(companyStages), count: Count })),
  response: Response,
  postings: Count,
  seats: Count,
  version: z.number().int(),
});
export type CompanyStatistics = z.infer<typeof CompanyStatistics>;

/** Whether figures are there, and whether newer ones are on their way. */
export const State = z.object({
  cycleId: CycleId,
  /** A job reads the record now. */
  counting: z.boolean(),
  asOf: z.iso.datetime().optional(),
  /** Old enough to be counted again. */
  stale: z.boolean(),
});
export type State = z.infer<typeof State>;

export const tableNames = [
  'funnel',
  'applications',
  'matches',
  'zones',
  'hours',
  'choices',
  'response',
  'exposure',
] as const;
export type TableName = (typeof tableNames)[number];
