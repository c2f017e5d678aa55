import { dueAfter } from '../../../functions/rights/rules.ts';
import { deletions } from '../../../functions/rights/store.ts';
import type { Student } from '../../../functions/student/schema.ts';
import type { Table } from '../../../functions/table/table.ts';
import { hoursAfter } from './days.ts';
import { signed } from './record.ts';

/** One of last year's students asked for the deletion two days ago, and may take it back for five more. */
export const seedDeletion = async (
  table: Table,
  { who, word, now }: { who: Pick<Student, 'id' | 'email'> | undefined; word: string; now: string },
): Promise<void> => {
  if (who === undefined) return;
  const { id: studentId, email } = who;
  const requestedAt = hoursAfter(now, -48);
  const by = signed(`student:${studentId}`, 'deletion.request', requestedAt);
  const asked = { lang: 'zh', certificates: 'keep', stage: 'asked' } as const;
  const dueAt = dueAfter('in_a_week', requestedAt);
  await table.write([
    deletions.create({ ...asked, names: [], studentId, email, word, requestedAt, dueAt }, by),
  ]);
};
