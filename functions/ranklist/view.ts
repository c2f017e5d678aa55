import { createHash } from 'node:crypto';
import type { StudentActor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { laterOf } from '../extension/rules.ts';
import type { ExtendedTo } from '../extension/schema.ts';
import { findExtension } from '../extension/store.ts';
import type { PostingId } from '../ids.ts';
import type { Posting } from '../posting/schema.ts';
import { getPosting } from '../posting/store.ts';
import type { Round } from '../round/schema.ts';
import { findOpenSeats, gives } from '../supplementary/seats.ts';
import type { Table } from '../table/table.ts';
import { postingOptions, studentOptions } from './options.ts';
import { receiptDocument } from './receipt.ts';
import type { PostingRankListView, RankList, Receipt, StudentRankListView } from './schema.ts';
import { postingList, studentList } from './store.ts';

const receiptOf = (list: RankList): { receipt?: Receipt } => {
  const document = receiptDocument(list);
  if (document === undefined) return {};
  return { receipt: { document, sha256: createHash('sha256').update(document).digest('hex') } };
};

/** The end for everyone, or the later one of whoever was given more time. */
const closesAt = async (table: Table, owner: ExtendedTo, cycle: Cycle): Promise<string> =>
  laterOf(cycle.windows.ranking.to, (await findExtension(table, owner, cycle.id, 'ranking'))?.until);

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
    closesAt: await closesAt(table, { kind: 'student', studentId }, cycle),
  };
};

/** The seats that a posting gives in a round. */
const seatsFor = async (table: Table, round: Round, posting: Posting): Promise<number> => {
  if (round.kind === 'main') return posting.content.capacity ?? 0;
  const open = await findOpenSeats(table, round.id, posting.id);
  return open && gives(open) ? open.seats : 0;
};

/** A posting's list as its recruiters see it. */
export const postingView = async (
  { table }: Deps,
  round: Round,
  postingId: PostingId,
  cycle: Cycle,
): Promise<PostingRankListView> => {
  const list = await postingList(table, round, postingId);
  const posting = await getPosting(table, postingId);
  return {
    ...list,
    ...receiptOf(list),
    options: await postingOptions(table, postingId),
    closesAt: await closesAt(table, { kind: 'company', companyId: posting.companyId }, cycle),
    capacity: await seatsFor(table, round, posting),
  };
};
