import { createHmac } from 'node:crypto';
import { StudentId } from '../ids.ts';
import { listsOfRound } from '../ranklist/store.ts';
import type { Table } from '../table/table.ts';
import { drawsOfRound } from './seed.ts';

/**
 * What a round's documents call its students. Their hash is published and they are kept as they are: who is meant
 * stands on each student's own rank list alone, and nowhere once that is deleted.
 */
export interface Aliases {
  /** Of somebody without one the id itself: lists that were locked before there were aliases. */
  aliasOf: (studentId: string) => string;
  /** Undefined when nobody can tell any more. */
  studentOf: (alias: string) => StudentId | undefined;
}

/** Without the key nobody can say whose it is, nor try whose it may be. */
export const aliasWith = (key: string, studentId: string): string =>
  `anon-${createHmac('sha256', key).update(studentId).digest('hex').slice(0, 24)}`;

/** What a round that is open will call a student; undefined where it was opened before there were aliases. */
export const aliasIn = async (
  table: Table,
  roundId: string,
  studentId: string,
): Promise<string | undefined> => {
  const key = (await drawsOfRound(table, roundId))?.aliasKey;
  return key === undefined ? undefined : aliasWith(key, studentId);
};

export const aliasesFrom = (pairs: Iterable<readonly [studentId: string, alias: string]>): Aliases => {
  const aliases = new Map(pairs);
  const students = new Map([...aliases].map(([id, alias]) => [alias, StudentId.parse(id)]));
  return {
    aliasOf: (id) => aliases.get(id) ?? id,
    studentOf: (alias) => students.get(alias),
  };
};

/** The aliases of a round that was frozen. */
export const aliasesOf = async (table: Table, roundId: string): Promise<Aliases> => {
  const pairs: [string, string][] = [];
  for await (const list of listsOfRound(table, roundId, 'student'))
    if (list.side === 'student') pairs.push([list.studentId, list.alias ?? list.studentId]);
  return aliasesFrom(pairs);
};
