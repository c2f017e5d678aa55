import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { LogWeek } from './schema.ts';

interface Of {
  studentId: string;
  roundId: string;
}

const weekKey = ({ studentId, roundId }: Of, week: number): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `WORK_LOG#${roundId}#${String(week).padStart(3, '0')}`,
});

export const logWeeks = entity({ schema: LogWeek, key: (entry) => weekKey(entry, entry.week) });

export const findWeek = (table: Table, of: Of, week: number): Promise<LogWeek | undefined> =>
  logWeeks.get(table, weekKey(of, week));

/** The weeks of one internship in their order. */
export const weeksOf = (table: Table, { studentId, roundId }: Of): AsyncGenerator<LogWeek> =>
  logWeeks.all(table, { pk: `STUDENT#${studentId}`, sk: { prefix: `WORK_LOG#${roundId}#` } });
