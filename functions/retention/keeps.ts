import { applications, ofStudent } from '../application/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { surveysUntil } from '../follow-up-survey/rules.ts';
import { followUpsOf } from '../follow-up-survey/store.ts';
import { everyItem } from '../table/every.ts';
import type { Table } from '../table/table.ts';
import { keptByCycle, keptUnused, longest, monthsForUnused } from './rules.ts';
import type { Keeps } from './schema.ts';
import { findKept } from './store.ts';

/** When somebody did something last: the latest of what is kept that the student signed, but for the wish to have it kept. */
const usedLast = async (table: Table, studentId: string): Promise<string | undefined> => {
  let last: string | undefined;
  for await (const { sk, stamp } of everyItem(table, { pk: `STUDENT#${studentId}` }))
    if (sk !== 'KEPT' && stamp.by === `student:${studentId}` && (last === undefined || stamp.at > last))
      last = stamp.at;
  return last;
};

/** Until when a student's data is kept; undefined for who has no account here. `cycles`: all that there are. */
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
  const usedAt = sent.length === 0 ? await usedLast(table, studentId) : undefined;
  const surveys = followUps.flatMap((followUp) => surveysUntil(followUp) ?? []);
  return longest([
    ...cycles
      .filter(({ id }) => tookPartIn.has(id))
      .map((cycle): Keeps => ({ until: keptByCycle(cycle), because: 'cycle', cycle: cycle.name })),
    ...surveys.map((until): Keeps => ({ until, because: 'surveys' })),
    ...(usedAt === undefined
      ? []
      : [{ until: keptUnused(usedAt, monthsForUnused(cycles)), because: 'unused' } as const]),
    ...(kept ? [{ until: kept.until, because: 'asked' } as const] : []),
  ]);
};
