import type { CycleId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { defaultForms } from './default-forms.ts';
import { Internship } from './schema.ts';

const internshipKey = (cycleId: string): Key => ({ pk: `CYCLE#${cycleId}`, sk: 'INTERNSHIP' });
const internships = entity({
  schema: Internship,
  key: ({ cycleId }) => internshipKey(cycleId),
});

/** What the cycle has set, else what every cycle begins with, at version 0. */
export const internshipOf = async (table: Table, cycleId: CycleId): Promise<Internship> =>
  (await internships.get(table, internshipKey(cycleId))) ?? {
    cycleId,
    weeklyLog: false,
    forms: defaultForms,
    inUse: [],
    version: 0,
  };

/** Stores a change of what was read. */
export const internshipWrite = (after: Internship, by: Stamp): Operation =>
  after.version === 0 ? internships.create(after, by) : internships.update(after, by);
