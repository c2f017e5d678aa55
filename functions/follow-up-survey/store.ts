import { notFound } from '../errors.ts';
import { partsOfPlacementId, type PlacementId } from '../ids.ts';
import { upTo } from '../placement/store.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { askAt } from './rules.ts';
import { FollowUp } from './schema.ts';

const followUpKey = (studentId: string, roundId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `FOLLOW_UP#${roundId}`,
});
export const followUps = entity({
  schema: FollowUp,
  key: ({ studentId, roundId }) => followUpKey(studentId, roundId),
  index: (followUp) => {
    const due = askAt(followUp);
    return {
      ...(due !== undefined && { gsi1: { pk: 'FOLLOW_UPS', sk: `${due}#${followUp.id}` } }),
      gsi2: { pk: `CYCLE#${followUp.cycleId}#FOLLOW_UPS`, sk: followUp.id },
    };
  },
});

export const findFollowUp = (table: Table, id: PlacementId): Promise<FollowUp | undefined> => {
  const { student, round } = partsOfPlacementId(id);
  return followUps.get(table, followUpKey(student, round));
};

export const getFollowUp = async (table: Table, id: PlacementId): Promise<FollowUp> => {
  const followUp = await findFollowUp(table, id);
  if (followUp === undefined) throw notFound('follow-up');
  return followUp;
};

export const followUpsOf = (table: Table, studentId: string): AsyncGenerator<FollowUp> =>
  followUps.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: 'FOLLOW_UP#' } });

/** Those whose students are to be asked by an instant. */
export const followUpsDue = (table: Table, by: string): AsyncGenerator<FollowUp> =>
  followUps.all(table, { index: 'gsi1', pk: 'FOLLOW_UPS', sk: { to: upTo(by) } });

export const followUpsOfCycle = (table: Table, cycleId: string): AsyncGenerator<FollowUp> =>
  followUps.all(table, { index: 'gsi2', pk: `CYCLE#${cycleId}#FOLLOW_UPS` });
