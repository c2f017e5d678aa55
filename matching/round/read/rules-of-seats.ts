import { byId } from '../order.ts';
import type { IdTable } from './id-table.ts';
import { InstanceError } from './instance-error.ts';
import type { NumberedGroup, NumberedReserve } from './lists.ts';
import { listAt, membersAt, recordAt, seatsAt, textAt } from './values.ts';

/** What the rules of seats need to know of the rest of the instance. */
export interface Known {
  readonly students: IdTable;
  readonly postings: IdTable;
  readonly seatsOf: (posting: number) => number;
}

const sortedEntries = (value: unknown, entry: string): [string, unknown][] =>
  Object.entries(recordAt(value, entry)).toSorted(([a], [b]) => byId(a, b));

/** Groups, smaller ones first, so that what encloses a group stands behind it. */
export function readGroups(value: unknown, { postings }: Known): NumberedGroup[] {
  const groups = sortedEntries(value, 'groups').map(([id, given]): NumberedGroup => {
    const entry = `groups.${id}`;
    const { capacity, postings: named } = membersAt(given, entry, ['capacity', 'postings']);
    const list = uniqueNumbers(named, `${entry}.postings`, postings, 'unknownPosting');
    if (list.length === 0) throw new InstanceError('emptyGroup', `${entry}.postings`, 'names no posting');
    return { id, capacity: seatsAt(capacity, `${entry}.capacity`), postings: list };
  });
  const ordered = groups.toSorted((a, b) => a.postings.length - b.postings.length || byId(a.id, b.id));
  requireLaminar(ordered);
  return ordered;
}

/** With smaller groups first, each posting's last group must be one whose postings all share it. */
function requireLaminar(ordered: readonly NumberedGroup[]): void {
  const last = new Map<number, NumberedGroup>();
  for (const group of ordered) {
    const inner = new Set(group.postings.map((posting) => last.get(posting)));
    const within = new Set(group.postings);
    for (const other of inner) {
      if (other === undefined || other.postings.every((posting) => within.has(posting))) continue;
      throw new InstanceError(
        'crossingGroups',
        `groups.${group.id}.postings`,
        `crosses group "${other.id}": of two groups one must hold the other, or they share no posting`,
      );
    }
    for (const posting of group.postings) last.set(posting, group);
  }
}

export function readReserves(value: unknown, { students, postings, seatsOf }: Known): NumberedReserve[] {
  const taken = new Map<number, { seats: number; students: Map<number, string> }>();
  return sortedEntries(value, 'reserves').map(([id, given]) => {
    const entry = `reserves.${id}`;
    const members = membersAt(given, entry, ['posting', 'seats', 'students']);
    const posting = knownNumber(members.posting, `${entry}.posting`, postings, 'unknownPosting');
    const seats = seatsAt(members.seats, `${entry}.seats`);
    const list = uniqueNumbers(members.students, `${entry}.students`, students, 'unknownStudent');
    const before = taken.get(posting) ?? { seats: 0, students: new Map<number, string>() };
    for (const [index, student] of list.entries()) {
      const other = before.students.get(student);
      if (other !== undefined) {
        throw new InstanceError(
          'overlappingReserves',
          `${entry}.students[${index}]`,
          `"${students.idOf(student)}" is in reserve "${other}" of the same posting`,
        );
      }
      before.students.set(student, id);
    }
    before.seats += seats;
    if (before.seats > seatsOf(posting)) {
      throw new InstanceError(
        'reservesExceedSeats',
        `${entry}.seats`,
        `${before.seats} seats reserved of ${seatsOf(posting)}`,
      );
    }
    taken.set(posting, before);
    return { id, posting, seats, students: list };
  });
}

export function readTransfers(
  value: unknown,
  { postings }: Known,
  groups: readonly NumberedGroup[],
): (readonly [number, number])[] {
  const grouped = new Map(groups.flatMap(({ id, postings: list }) => list.map((posting) => [posting, id])));
  const pairs = sortedEntries(value, 'transfers').map(([id, given]): readonly [number, number] => {
    const entry = `transfers.${id}`;
    const pair = [
      knownNumber(id, entry, postings, 'unknownPosting'),
      knownNumber(given, entry, postings, 'unknownPosting'),
    ] as const;
    for (const posting of pair) {
      const group = grouped.get(posting);
      if (group === undefined) continue;
      const sentence = `"${postings.idOf(posting)}" is in group "${group}", which shares its seats already`;
      throw new InstanceError('transferInGroup', entry, sentence);
    }
    return pair;
  });
  const next = new Map(pairs);
  for (const [from] of pairs) {
    let at = next.get(from);
    for (let steps = 0; at !== undefined && steps <= pairs.length; steps += 1) {
      if (at === from) {
        throw new InstanceError(
          'transferCycle',
          `transfers.${postings.idOf(from)}`,
          'its seats would come back',
        );
      }
      at = next.get(at);
    }
  }
  return pairs;
}

function knownNumber(
  value: unknown,
  entry: string,
  table: IdTable,
  problem: 'unknownPosting' | 'unknownStudent',
): number {
  const id = textAt(value, entry);
  const number = table.declaredNumberOf(id);
  if (number === undefined) throw new InstanceError(problem, entry, `"${id}" is not in this round`);
  return number;
}

function uniqueNumbers(
  value: unknown,
  entry: string,
  table: IdTable,
  problem: 'unknownPosting' | 'unknownStudent',
): number[] {
  const seen = new Set<number>();
  for (const [index, item] of listAt(value, entry).entries()) {
    const number = knownNumber(item, `${entry}[${index}]`, table, problem);
    if (seen.has(number)) {
      throw new InstanceError('duplicateId', `${entry}[${index}]`, `"${table.idOf(number)}" is listed twice`);
    }
    seen.add(number);
  }
  return [...seen];
}
