import type { Application } from '../../../functions/application/schema.ts';
import type { Deps } from '../../../functions/deps.ts';
import type { RoundId } from '../../../functions/ids.ts';
import { rankLists } from '../../../functions/ranklist/store.ts';
import type { Random } from './random.ts';
import { signed } from './record.ts';
import { writeAll } from './write.ts';

/** Both sides' certified lists, each in the order of its owner's taste. */
export const writeRankLists = async (
  { table }: Deps,
  random: Random,
  applications: readonly Application[],
  { roundId, at }: { roundId: RoundId; at: string },
): Promise<void> => {
  const rankable = applications.filter(({ state }) => state === 'rankable');
  const common = { roundId, state: 'certified', savedAt: at, certifiedAt: at } as const;
  const byStudent = [...Map.groupBy(rankable, ({ studentId }) => studentId)].map(([studentId, own]) => {
    const choices = random.some(own, own.length).map(({ postingId }) => postingId);
    const list = { side: 'student', studentId, choices, certified: choices, ...common } as const;
    return rankLists.create(list, signed(`student:${studentId}`, 'ranklist.certify', at));
  });
  const byPosting = [...Map.groupBy(rankable, ({ postingId }) => postingId)].map(([postingId, own]) => {
    const choices = random.some(own, own.length).map(({ studentId }) => studentId);
    const list = { side: 'posting', postingId, choices, certified: choices, ...common } as const;
    return rankLists.create(
      list,
      signed(`company:${own[0]?.companyId ?? postingId}`, 'ranklist.certify', at),
    );
  });
  await writeAll(table, [...byStudent, ...byPosting]);
};
