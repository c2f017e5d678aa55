import { stale } from '../errors.ts';
import type { Round } from '../round/schema.ts';
import { findRound } from '../round/store.ts';
import { entity } from '../table/entity.ts';
import { type Key, type Operation, type Stamp, type Table, WriteConflict } from '../table/table.ts';
import { locked } from './rules.ts';
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
  return list && carriedOver(list, round.id);
};

/** A list as it begins in the next round: in the order that was certified, if one was. */
const carriedOver = (list: RankList, roundId: Round['id']): RankList => {
  const state = list.certified ? 'certified' : 'draft';
  return list.side === 'student'
    ? { ...list, choices: list.certified ?? list.choices, roundId, state, version: 0 }
    : { ...list, choices: list.certified ?? list.choices, roundId, state, version: 0 };
};

/** The operation that stores a list, for the first time when its version is 0. */
export const putList = (list: RankList, by: Stamp): Operation => {
  const { version, ...unsaved } = list;
  return version === 0 ? rankLists.create(unsaved, by) : rankLists.update(list, by);
};

/** Stores a list at the version that was read. A freeze that came first is told apart from another writer. */
export const saveList = async (table: Table, list: RankList, by: Stamp): Promise<void> => {
  try {
    await table.write([putList(list, by)]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
    const latest = await rankLists.get(table, rankListKey(list.roundId, list));
    throw latest?.state === 'locked' ? locked() : stale('rank list');
  }
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
