import { createHash } from 'node:crypto';
import type { StudentActor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import type { PostingId } from '../ids.ts';
import { getPosting } from '../posting/store.ts';
import type { Round } from '../round/schema.ts';
import { postingOptions, studentOptions } from './options.ts';
import { receiptDocument } from './receipt.ts';
import type { PostingRankListView, RankList, Receipt, StudentRankListView } from './schema.ts';
import { postingList, studentList } from './store.ts';

const receiptOf = (list: RankList): { receipt?: Receipt } => {
  const document = receiptDocument(list);
  if (document === undefined) return {};
  return { receipt: { document, sha256: createHash('sha256').update(document).digest('hex') } };
};

/** A student's list as its owner sees it. */
export const studentView = async (
  { table }: Deps,
  { studentId }: StudentActor,
  round: Round,
  cycle: Cycle,
): Promise<StudentRankListView> => {
  const list = await studentList(table, round, studentId);
  return {
    ...list,
    ...receiptOf(list),
    options: await studentOptions(table, studentId, cycle),
    closesAt: cycle.windows.ranking.to,
  };
};

/** A posting's list as its recruiters see it. */
export const postingView = async (
  { table }: Deps,
  round: Round,
  postingId: PostingId,
  cycle: Cycle,
): Promise<PostingRankListView> => {
  const list = await postingList(table, round, postingId);
  return {
    ...list,
    ...receiptOf(list),
    options: await postingOptions(table, postingId),
    closesAt: cycle.windows.ranking.to,
    capacity: (await getPosting(table, postingId)).content.capacity ?? 0,
  };
};
