import { own } from '../../../matching/round/lookup.ts';
import type { Finding } from './check.ts';
import type { Stage } from './stage.ts';
import { sideBySide } from './side-by-side.ts';
import type { PlayedStudent } from './students.ts';

/** What the round's documents call a student, which the own rank list alone tells. */
export const aliasOf = async ({ self, subject }: PlayedStudent, roundId: string): Promise<string> =>
  (await self.call('getMyRankList', { params: { roundId } })).alias ?? subject;

/** Whom the result gives to which posting, by subject: the documents have aliases, which each student alone is told. */
export const bySubject = async (
  { roundId }: Stage,
  students: readonly PlayedStudent[],
  { result }: Finding,
): Promise<ReadonlyMap<string, string>> => {
  const given = await sideBySide(
    students,
    async (student) =>
      [student.subject, own(result.assignment, await aliasOf(student, roundId)) ?? undefined] as const,
  );
  return new Map(given.flatMap(([subject, posting]) => (posting === undefined ? [] : [[subject, posting]])));
};
