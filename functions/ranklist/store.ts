import type { Round } from '../round/schema.ts';
import { findRound } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { type PostingRankList, RankList, type StudentRankList } from './schema.ts';

/** Whose list it is. */
export type Owner =
  | { side: 'student'; studentId: StudentRankList['studentId'] }
  | { side: 'posting'; postingId: PostingRankList['postingId'] };

const rankListKey = (roundId: string, owner: Owner): Key => ({
  pk: owner.side === 'student' ? `STUDENT#${owner.studentId}` : `POSTING#${owner.postingId}`,
  sk: `RANKLIST#${roundId}`,
});

export const rankLists = entity({
  schema: RankList,
  key: (list) => rankListKey(list.roundId, list),
  index: (list) => ({
    gsi1: {
      pk: `ROUND#${list.roundId}#RANKLISTS`,
      sk: list.side === 'student' ? `student#${list.studentId}` : `posting#${list.postingId}`,
    },
  }),
});

type RoundRef = Pick<Round, 'id' | 'carriesFrom'>;

/** What was certified in a voided round goes on counting in the one that replaces it, until its owner changes it. */
const carried = async (table: Table, round: RoundRef, owner: Owner): Promise<RankList | undefined> => {
  const own = await rankLists.get(table, rankListKey(round.id, owner));
  if (own !== undefined || round.carriesFrom === undefined) return own;
  const before = await findRound(table, round.carriesFrom);
  const list = before && (await carried(table, before, owner));
  return list && { ...list, roundId: round.id, state: list.certified ? 'certified' : 'draft', version: 0 };
};

/** A student's list in a round; of version 0 while it has not been saved there. */
export const studentList = async (
  table: Table,
  round: RoundRef,
  studentId: StudentRankList['studentId'],
): Promise<StudentRankList> => {
  const list = await carried(table, round, { side: 'student', studentId });
  return list?.side === 'student'
    ? list
    : { side: 'student', studentId, roundId: round.id, state: 'draft', choices: [], version: 0 };
};

/** A posting's list in a round; of version 0 while it has not been saved there. */
export const postingList = async (
  table: Table,
  round: RoundRef,
  postingId: PostingRankList['postingId'],
): Promise<PostingRankList> => {
  const list = await carried(table, round, { side: 'posting', postingId });
  return list?.side === 'posting'
    ? list
    : { side: 'posting', postingId, roundId: round.id, state: 'draft', choices: [], version: 0 };
};

/** Every list that one side has saved in a round. */
export const listsOfRound = (table: Table, roundId: string, side: RankList['side']) =>
  rankLists.all(table, { index: 'gsi1', pk: `ROUND#${roundId}#RANKLISTS`, sk: { prefix: `${side}#` } });
