import { ChangeError } from '../../matching/round/change.ts';
import type { Matched } from '../../matching/round/compare.ts';
import { own } from '../../matching/round/lookup.ts';
import { type StudentMove, type WhatIf, whatIf } from '../../matching/round/what-if.ts';
import { StudentId } from '../ids.ts';
import { ofCompany, postings } from '../posting/store.ts';
import type { Aliases } from '../round/aliases.ts';
import type { Table } from '../table/table.ts';
import { postingNames, studentName } from './names.ts';
import { engineChanges, refusalOf } from './rules.ts';
import type { Change, Move } from './schema.ts';

/** Those postings of the leaving companies that take part in the round. */
const postingsOfLeaving = async (
  table: Table,
  changes: readonly Change[],
  { instance }: Matched,
): Promise<ReadonlyMap<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const change of changes) {
    if (change.kind !== 'company_leaves') continue;
    const all = await Array.fromAsync(postings.all(table, ofCompany(change.companyId)));
    const taking = all.filter(({ id }) => own(instance.postings, id) !== undefined);
    found.set(
      change.companyId,
      taking.map(({ id }) => id),
    );
  }
  return found;
};

/** The engine's answer; its refusal of a change names the field of the question. */
export const answer = async (
  table: Table,
  { matched: before, aliases }: { matched: Matched; aliases: Aliases },
  changes: readonly Change[],
): Promise<WhatIf> => {
  const placed = engineChanges(changes, await postingsOfLeaving(table, changes, before), aliases);
  try {
    return whatIf(
      before,
      placed.map(({ change }) => change),
    );
  } catch (error) {
    throw error instanceof ChangeError ? refusalOf(error, placed, changes) : error;
  }
};

/** Moves with the names of who and where. */
export const named = async (
  table: Table,
  moves: readonly StudentMove[],
  { studentOf }: Aliases,
): Promise<Move[]> => {
  const nameOf = await postingNames(
    table,
    moves.flatMap(({ from, to }) => [from, to].flatMap((seat) => (seat === null ? [] : [seat.posting]))),
  );
  const seatOf = (seat: StudentMove['from']) =>
    seat === null ? undefined : { posting: nameOf(seat.posting), place: seat.place };
  return Promise.all(
    moves.map(async ({ student, fate, from, to }) => ({
      studentId: studentOf(student) ?? StudentId.parse(student),
      name: await studentName(table, studentOf(student) ?? student),
      fate,
      from: seatOf(from),
      to: seatOf(to),
    })),
  );
};
