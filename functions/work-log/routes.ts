import type { Handlers } from '../call.ts';
import { notFound, stale } from '../errors.ts';
import { internshipOf } from '../internship/store.ts';
import { requireStudent, requireVersion } from '../ownership.ts';
import { partyOf, requireGoingOn } from '../placement/parties.ts';
import type { Placement } from '../placement/schema.ts';
import { getPlacement } from '../placement/store.ts';
import { noteOpened } from '../rights/opened.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Operation, Table } from '../table/table.ts';
import type { workLogOperations } from './api.ts';
import { countersigned, requireUnsigned, requireWeek, weeksBegun, withComment } from './rules.ts';
import type { LogWeek } from './schema.ts';
import { findWeek, logWeeks, weeksOf } from './store.ts';

const getWeek = async (table: Table, placement: Placement, week: number): Promise<LogWeek> => {
  const entry = await findWeek(table, placement, week);
  if (entry === undefined) throw notFound('week of the log');
  return entry;
};

/** Stores one week and answers it as it is then. */
const store = async (
  table: Table,
  placement: Placement,
  week: number,
  operation: Operation,
): Promise<LogWeek> => {
  await commit(table, [operation], () => stale('week of the log'));
  return getWeek(table, placement, week);
};

export const workLogHandlers: Handlers<keyof typeof workLogOperations> = {
  listWorkLog: async ({ actor, params, deps, now }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    partyOf(actor, placement);
    await noteOpened(deps.table, actor, { studentId: placement.studentId, what: 'workLog', now });
    return {
      items: await Array.fromAsync(weeksOf(deps.table, placement)),
      begun: weeksBegun(placement, now),
    };
  },

  writeWorkLog: async ({ actor, params, body, version, deps, now }) => {
    const { week } = params;
    const placement = await getPlacement(deps.table, params.placementId);
    requireStudent(actor, placement, 'placement');
    const before = await findWeek(deps.table, placement, week);
    requireVersion(before ?? { version: 0 }, version, 'week of the log');
    const { weeklyLog } = await internshipOf(deps.table, placement.cycleId);
    requireWeek(placement, week, { weeklyLog, now });
    requireUnsigned(before);
    const { studentId, roundId, id: placementId } = placement;
    const by = stamp(actor, 'work_log.write', now);
    const written = { text: body.text, writtenAt: now };
    return store(
      deps.table,
      placement,
      week,
      before === undefined
        ? logWeeks.create({ placementId, studentId, roundId, week, ...written, comments: [] }, by)
        : logWeeks.update({ ...before, ...written }, by),
    );
  },

  commentWorkLog: async ({ actor, params, body, version, deps, now }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    const side = partyOf(actor, placement);
    requireGoingOn(placement);
    const before = await getWeek(deps.table, placement, params.week);
    requireVersion(before, version, 'week of the log');
    const by = stamp(actor, 'work_log.comment', now);
    const after = withComment(before, body.text, side, now);
    return store(deps.table, placement, params.week, logWeeks.update(after, by));
  },

  countersignWorkLog: async ({ actor, params, version, deps, now }) => {
    const placement = await getPlacement(deps.table, params.placementId);
    partyOf(actor, placement);
    requireGoingOn(placement);
    const before = await getWeek(deps.table, placement, params.week);
    requireVersion(before, version, 'week of the log');
    const by = stamp(actor, 'work_log.countersign', now);
    return store(deps.table, placement, params.week, logWeeks.update(countersigned(before, now), by));
  },
};
