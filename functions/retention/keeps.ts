import { applications, ofStudent } from '../application/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { surveysUntil } from '../follow-up-survey/rules.ts';
import { followUpsOf } from '../follow-up-survey/store.ts';
import type { Table } from '../table/table.ts';
import { keptByCycle, longest } from './rules.ts';
import type { Keeps } from './schema.ts';
import { findKept } from './store.ts';

/** Until when a student's data is kept; undefined for who took part in nothing. `cycles`: all that there are. */
export const keepsOf = async (
  table: Table,
  studentId: string,
  cycles: readonly Cycle[],
): Promise<Keeps | undefined> => {
  const [sent, followUps, kept] = await Promise.all([
    Array.fromAsync(applications.all(table, ofStudent(studentId))),
    Array.fromAsync(followUpsOf(table, studentId)),
    findKept(table, studentId),
  ]);
  const tookPartIn = new Set(sent.map(({ cycleId }) => cycleId));
  const surveys = followUps.flatMap((followUp) => surveysUntil(followUp) ?? []);
  return longest([
    ...cycles
      .filter(({ id }) => tookPartIn.has(id))
      .map((cycle): Keeps => ({ until: keptByCycle(cycle), because: 'cycle', cycle: cycle.name })),
    ...surveys.map((until): Keeps => ({ until, because: 'surveys' })),
    ...(kept ? [{ until: kept.until, because: 'asked' } as const] : []),
  ]);
};
