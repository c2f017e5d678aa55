import * as z from 'zod';
import { PostingId, RoundId, StudentId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import type { PublishedRound } from './store.ts';
import { ChoiceReason } from './schema.ts';

/**
 * What a round decided about one student, with its reasons: staged out of sight together with the offers, so that at
 * the moment of release nobody's page has to read the whole result.
 */
const StudentOutcome = z.object({
  roundId: RoundId,
  studentId: StudentId,
  choices: z.array(ChoiceReason.omit({ title: true })),
  version: z.number().int(),
});
export type StudentOutcome = z.infer<typeof StudentOutcome>;
/** How many seats a posting had in a round, and how many of them it could still give when the round was over. */
const PostingOutcome = z.object({
  roundId: RoundId,
  postingId: PostingId,
  seats: z.number().int(),
  open: z.number().int(),
  version: z.number().int(),
});

const studentKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `OUTCOME#${roundId}`,
});
const postingKey = (postingId: string, roundId: string): Key => ({
  pk: `POSTING#${postingId}`,
  sk: `OUTCOME#${roundId}`,
});

export const studentOutcomes = entity({
  schema: StudentOutcome,
  key: ({ studentId, roundId }) => studentKey(studentId, roundId),
});
export const postingOutcomes = entity({
  schema: PostingOutcome,
  key: ({ postingId, roundId }) => postingKey(postingId, roundId),
});

/** A student's outcome in a round that is published; undefined for who took no part. */
export const outcomeOfStudent = (table: Table, round: PublishedRound, studentId: string) =>
  studentOutcomes.get(table, studentKey(studentId, round.id));

/** A posting's seats in a round that is published; undefined for one that took no part. */
export const outcomeOfPosting = (table: Table, round: PublishedRound, postingId: string) =>
  postingOutcomes.get(table, postingKey(postingId, round.id));
