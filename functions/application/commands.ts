import type { Actor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import { stale } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { Operation, Stamp, Table } from '../table/table.ts';
import { isLive, requireRoom } from './rules.ts';
import type { Application } from './schema.ts';
import { applications, getUsed, quotas } from './store.ts';

/** The change of the student's count that goes with a change of an application; refuses one above the cap. */
const quotaChange = async (
  table: Table,
  cycle: Cycle,
  studentId: string,
  difference: number,
  by: Stamp,
): Promise<Operation[]> => {
  if (difference === 0) return [];
  const used = await getUsed(table, studentId, cycle.id);
  if (difference > 0) requireRoom(used?.used ?? 0, cycle);
  else if (used === undefined) return [];
  if (used === undefined) return [quotas.create({ studentId, cycleId: cycle.id, used: difference }, by)];
  return [quotas.update({ ...used, used: Math.max(0, used.used + difference) }, by)];
};

const counts = (application: { state: Application['state'] } | undefined): number =>
  application && isLive(application.state) ? 1 : 0;

/** Stores a new application together with the student's count. Two at once: one wins, the other reads again. */
export const createApplication = async (
  table: Table,
  cycle: Cycle,
  application: Omit<Application, 'version'>,
  by: Stamp,
): Promise<void> => {
  const quota = await quotaChange(table, cycle, application.studentId, counts(application), by);
  await commit(table, [applications.create(application, by), ...quota], () => stale('application'));
};

/** Stores a changed application together with the student's count. */
export const saveApplication = async (
  table: Table,
  cycle: Cycle,
  before: Application,
  after: Application,
  by: Stamp,
): Promise<void> => {
  const quota = await quotaChange(table, cycle, after.studentId, counts(after) - counts(before), by);
  await commit(table, [applications.update(after, by), ...quota], () => stale('application'));
};

/** The stamp of a move, for the audit trail. */
export const moveStamp = (actor: Actor, application: Application, now: string, reason?: string): Stamp =>
  stamp(actor, `application.${application.state}`, now, reason);
