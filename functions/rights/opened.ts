import type { Actor } from '../actor.ts';
import type { StudentId } from '../ids.ts';
import { stamp } from '../stamp.ts';
import { entity } from '../table/entity.ts';
import { type Key, type Table, WriteConflict } from '../table/table.ts';
import { Look, type Opened } from './schema.ts';
import { notErased } from './store.ts';

const lookKey = ({ studentId, what, by, at }: Omit<Look, 'version'>): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `LOOK#${at.slice(0, 10)}#${what}#${by}`,
});
export const looks = entity({ schema: Look, key: lookKey });

/** Keeps for the student that a coordinator opened something of theirs: once a day, however often it is opened. */
export const noteOpened = async (
  table: Table,
  actor: Actor,
  { studentId, what, now }: { studentId: StudentId; what: Opened; now: string },
): Promise<void> => {
  if (actor.kind !== 'coordinator') return;
  const look = { studentId, what, by: actor.subject, at: now };
  if ((await table.get(lookKey(look))) !== undefined) return;
  try {
    await table.write([looks.create(look, stamp(actor, 'student.look', now)), notErased(studentId)]);
  } catch (error) {
    // It was kept at the same moment, or the student is just being removed.
    if (!(error instanceof WriteConflict)) throw error;
  }
};
