import * as z from 'zod';
import { CycleId, PostingId, RoundId, StudentId } from '../ids.ts';
import { roundSteps } from '../cycle/in-round.ts';
import { Window } from '../cycle/schema.ts';
import { Oddity } from '../seating/schema.ts';
import { BilingualLine, Reason } from '../values.ts';

export const RoundState = z.enum(['open', 'frozen', 'computed', 'approved', 'published', 'failed', 'voided']);
export type RoundState = z.infer<typeof RoundState>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const StoredFile = z.object({
  name: z.string(),
  sha256: Sha256,
  bytes: z.number().int(),
});
/** The frozen input: one canonical JSON document. */
export const SnapshotFacts = StoredFile.extend({
  students: z.number().int(),
  postings: z.number().int(),
  seats: z.number().int(),
  /** Places in all student lists together. */
  choices: z.number().int(),
});
export type SnapshotFacts = z.infer<typeof SnapshotFacts>;
/** The result: figures, and what an independent check found in the stored bytes. */
export const ResultFacts = StoredFile.extend({
  engine: z.string(),
  matched: z.number().int(),
  unmatched: z.number().int(),
  unfilledSeats: z.number().int(),
  /** Students who got their 1st, 2nd, … choice. */
  histogram: z.record(z.string(), z.number().int()),
  blockingPairs: z.number().int(),
  violations: z.array(z.string()),
  /** Entries that only one side listed; they are legal and change nothing. */
  oneSided: z.number().int(),
  /** Whether no other stable result exists. */
  uniqueStable: z.boolean().optional(),
});
export type ResultFacts = z.infer<typeof ResultFacts>;
/** Who did a step and when. */
const Step = z.object({ at: z.iso.datetime(), by: z.string() });

/** A supplementary round's own windows, and its own cap on applications. */
export const RoundTerms = z.strictObject({
  applying: Window,
  ranking: Window,
  applicationCap: z.number().int().min(1).max(50),
});
export type RoundTerms = z.infer<typeof RoundTerms>;
/** What a supplementary round began with: seats that were open, and how they are shared; one document. */
const Opening = StoredFile.extend({ postings: z.number().int(), seats: z.number().int() });

const supplementary = {
  terms: RoundTerms.optional(),
  /** Where an open supplementary round is. */
  step: z.enum(roundSteps).optional(),
};
const common = {
  id: RoundId,
  cycleId: CycleId,
  kind: z.enum(['main', 'supplementary']),
  number: z.number().int(),
  /** The voided round whose rank lists this one goes on with. */
  carriesFrom: RoundId.optional(),
  /** Of the lottery's seed, which nobody is told before the result: shown from the opening on, so that it binds. */
  seedSha256: Sha256.optional(),
  ...supplementary,
  /** There as soon as the seats were counted. */
  opening: Opening.optional(),
  /** Since when of the lists and the match only hashes and counts are kept. */
  reducedAt: z.iso.datetime().optional(),
  /** When the last of its rank lists had gone too. */
  emptiedAt: z.iso.datetime().optional(),
  version: z.number().int(),
};
const frozen = { ...common, frozen: Step };
const computed = { ...frozen, snapshot: SnapshotFacts, result: ResultFacts, computed: Step };
const approved = { ...computed, approved: Step, note: Reason.optional() };
/** Each step adds what it made; nothing made earlier ever changes. */
export const Round = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('open') }),
  /** The window is closed; the snapshot is there once every list is locked. */
  z.object({ ...frozen, state: z.literal('frozen'), snapshot: SnapshotFacts.optional() }),
  z.object({ ...computed, state: z.literal('computed') }),
  z.object({ ...approved, state: z.literal('approved') }),
  z.object({
    ...approved,
    state: z.literal('published'),
    published: Step,
    answerBy: z.iso.datetime(),
    seed: z.string().optional(),
  }),
  z.object({ ...common, state: z.enum(['failed', 'voided']), reason: Reason, ended: Step }),
]);
export type Round = z.infer<typeof Round>;

/** What everyone may see: the proof once the round is frozen, the figures once it is published. */
export const PublicRound = z.object({
  id: RoundId,
  cycleId: CycleId,
  kind: z.enum(['main', 'supplementary']),
  number: z.number().int(),
  state: RoundState,
  frozenAt: z.string().optional(),
  publishedAt: z.string().optional(),
  answerBy: z.string().optional(),
  seedSha256: Sha256.optional(),
  ...supplementary,
  opening: Opening.pick({ postings: true, seats: true }).optional(),
  seed: z.string().optional(),
  /** Counts of fewer than five students, and those that would tell of them, are left out. */
  snapshot: SnapshotFacts.omit({ name: true, bytes: true })
    .partial({ students: true, choices: true })
    .optional(),
  result: ResultFacts.omit({ name: true, bytes: true })
    .partial({ matched: true, unmatched: true, unfilledSeats: true, oneSided: true })
    .optional(),
  reducedAt: z.iso.datetime().optional(),
});
export type PublicRound = z.infer<typeof PublicRound>;

const PostingFace = z.object({ id: PostingId, title: BilingualLine, company: z.string() });

/** Who still has to certify before a freeze would leave somebody out. */
export const Readiness = z.object({
  students: z.object({ eligible: z.number().int(), certified: z.number().int() }),
  postings: z.object({ eligible: z.number().int(), certified: z.number().int() }),
  missingStudents: z.array(z.object({ id: StudentId, name: z.string(), email: z.string() })),
  missingPostings: z.array(PostingFace),
  /** How many rules of seats a freeze would take in now, and what of them is dropped, cut or without effect. */
  seating: z.object({
    groups: z.number().int(),
    reserves: z.number().int(),
    transfers: z.number().int(),
    oddities: z.array(Oddity.omit({ postingId: true }).extend({ posting: PostingFace })),
  }),
  applicationsWithoutOutcome: z.number().int(),
});
export type Readiness = z.infer<typeof Readiness>;

export const RoundReason = z.strictObject({ reason: Reason });
export const Approval = z.strictObject({ note: Reason.optional() });
/** Publishing cannot be taken back: the caller repeats the hash of the result it read. */
export const Publication = z.strictObject({ resultSha256: Sha256 });

/** Why one student got this and not that: cause only, never another person or rank. */
export const ChoiceReason = z.object({
  postingId: PostingId,
  title: z.object({ zh: z.string().optional(), en: z.string().optional() }),
  place: z.number().int(),
  reason: z.enum([
    'assigned',
    'notRankedByPosting',
    'fullWithHigherRanked',
    'fullWithHigherOrReserved',
    'groupFull',
    'noSeats',
    'withdrawn',
    'belowAssigned',
  ]),
  seats: z.number().int(),
});
export const MyResult = z.object({
  round: PublicRound,
  matched: z.boolean(),
  place: z.number().int().optional(),
  choices: z.array(ChoiceReason),
});
export type MyResult = z.infer<typeof MyResult>;
/** For a company: its posting's admitted students, and seats left. */
export const PostingResult = z.object({
  round: PublicRound,
  postingId: PostingId,
  admitted: z.array(
    z.object({
      studentId: StudentId,
      name: z.string(),
      /** From the offer to the end of the internship; what was declined or ended is no reason to write. */
      email: z.string().optional(),
      offerState: z.string(),
    }),
  ),
  seats: z.number().int(),
  unfilledSeats: z.number().int(),
});
export type PostingResult = z.infer<typeof PostingResult>;
