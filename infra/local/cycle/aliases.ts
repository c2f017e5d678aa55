import { own } from '../../../matching/round/lookup.ts';
import type { Finding } from './check.ts';
import type { Stage } from './stage.ts';
import { sideBySide } from './side-by-side.ts';
import type { PlayedStudent } from './students.ts';

/** Whom the result gives to which posting, by subject: the documents have aliases, which each student alone is told. */
export const bySubject = async (
  { roundId }: Stage,
  students: readonly PlayedStudent[],
  { result }: Finding,
): Promise<ReadonlyMap<string, string>> => {
  const given = await sideBySide(students, async ({ self, subject }) => {
    const { alias = subject } = await self.call('getMyRankList', { params: { roundId } });
    return [subject, own(result.assignment, alias) ?? undefined] as const;
  });
  return new Map(given.flatMap(([subject, posting]) => (posting === undefined ? [] : [[subject, posting]])));
};
