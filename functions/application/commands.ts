import type { Actor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import { stale } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { type Operation, type Stamp, type Table, WriteConflict } from '../table/table.ts';
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

/**
 * Writes an application together with the student's count. All applications of a student share it: when only the count
 * has changed meanwhile, because two companies decide at the same moment or two applications are sent, it is read again.
 */
const commitCounted = async (
  table: Table,
  application: Operation,
  count: () => Promise<Operation[]>,
): Promise<void> => {
  for (;;) {
    try {
      return await table.write([application, ...(await count())]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      if (error.operations.includes(0)) throw stale('application');
    }
  }
};

/** Stores a new application together with the student's count. */
export const createApplication = (
  table: Table,
  cycle: Cycle,
  application: Omit<Application, 'version'>,
  by: Stamp,
): Promise<void> =>
  commitCounted(table, applications.create(application, by), () =>
    quotaChange(table, cycle, application.studentId, counts(application), by),
  );

/** Stores a changed application together with the student's count. */
export const saveApplication = (
  table: Table,
  cycle: Cycle,
  before: Application,
  after: Application,
  by: Stamp,
): Promise<void> =>
  commitCounted(table, applications.update(after, by), () =>
    quotaChange(table, cycle, after.studentId, counts(after) - counts(before), by),
  );

/** The stamp of a move, for the audit trail. */
export const moveStamp = (actor: Actor, application: Application, now: string, reason?: string): Stamp =>
  stamp(actor, `application.${application.state}`, now, reason);
