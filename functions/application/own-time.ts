import type { Actor } from '../actor.ts';
import type { Cycle } from '../cycle/schema.ts';
import { moreTime } from '../extension/store.ts';
import type { CompanyId, StudentId } from '../ids.ts';
import type { Table } from '../table/table.ts';

/** Until when a student was given more time to apply. */
export const timeOf = (
  table: Table,
  { studentId }: { studentId: StudentId },
  cycle: Cycle,
  now: string,
): Promise<string | undefined> =>
  moreTime(table, { kind: 'student', studentId }, { cycle, phase: 'applying', now });

/** Until when whoever moves an application was given more time: the student to apply, the company to answer. */
export const moveTimeOf = (
  table: Table,
  application: { studentId: StudentId; companyId: CompanyId },
  { actor, cycle, now }: { actor: Actor; cycle: Cycle; now: string },
): Promise<string | undefined> =>
  actor.kind === 'student'
    ? timeOf(table, application, cycle, now)
    : moreTime(
        table,
        { kind: 'company', companyId: application.companyId },
        { cycle, phase: 'shortlisting', now },
      );
