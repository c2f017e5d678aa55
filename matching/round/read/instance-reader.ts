import { type Entry, entriesOf, opened, type Sections, WrongKind } from './entries.ts';
import { EntryReader } from './entry-reader.ts';
import { Growing } from './growing.ts';
import { IdTable } from './id-table.ts';
import { InstanceError } from './instance-error.ts';
import type { Lists, Rows } from './lists.ts';
import { NotJson } from './not-json.ts';
import { readGroups, readReserves, readTransfers } from './rules-of-seats.ts';
import { listAt, membersAt, seatsAt, textAt } from './values.ts';

const sections: Sections = { students: 'object', postings: 'object' };
/** What a snapshot says of itself. */
const aboutMembers = new Set(['format', 'round', 'cycle', 'engine']);
const ruleMembers = new Set(['groups', 'reserves', 'transfers']);

/** Rows in the order read: `owner[r]` has row r. */
class ReadRows {
  readonly owner = new Growing();
  readonly start = new Growing();
  readonly items = new Growing();

  begin(owner: number): void {
    this.owner.push(owner);
    this.start.push(this.items.length);
  }
}

/**
 * Reads an instance from JSON text in pieces of any length, in memory that is linear in the numbers it holds.
 * `push` and `end` throw an InstanceError on what is no instance.
 */
export class InstanceReader {
  readonly #students = new IdTable();
  readonly #postings = new IdTable();
  readonly #choices = new ReadRows();
  readonly #rankings = new ReadRows();
  readonly #ties = new Growing();
  readonly #seats = new Map<number, number>();
  readonly #others: [string, unknown][] = [];
  readonly #given = new Set<string>();
  readonly #reader = new EntryReader(sections, (entry) => this.add(entry));

  push(text: string): void {
    named(() => this.#reader.push(text));
  }

  end(): Lists {
    named(() => this.#reader.end());
    return this.finish();
  }

  add({ section, key, value }: Entry): void {
    if (section === 'students') this.#addStudent(key, value);
    else if (section === 'postings') this.#addPosting(key, value);
    else this.#addMember(key, value);
  }

  #addMember(key: string, value: unknown): void {
    if (this.#given.has(key)) throw new InstanceError('duplicateId', key, 'is given twice');
    this.#given.add(key);
    if (value === opened) return;
    if (key === 'seed' || aboutMembers.has(key)) textAt(value, key);
    else if (!ruleMembers.has(key)) {
      const known = ['students', 'postings', 'seed', ...ruleMembers].join(', ');
      throw new InstanceError('unknownMember', key, `is none of ${known}`);
    }
    this.#others.push([key, value]);
  }

  #addStudent(id: string, value: unknown): void {
    const entry = `students.${textAt(id, 'students')}`;
    const row = this.#students.numberOf(id);
    if (!this.#students.declare(row)) throw new InstanceError('duplicateId', entry, 'is given twice');
    this.#choices.begin(row);
    this.#enterAll(this.#choices, this.#postings, { list: listAt(value, entry), row, entry });
  }

  #addPosting(id: string, value: unknown): void {
    const entry = `postings.${textAt(id, 'postings')}`;
    const row = this.#postings.numberOf(id);
    if (!this.#postings.declare(row)) throw new InstanceError('duplicateId', entry, 'is given twice');
    const { capacity, ranking } = membersAt(value, entry, ['capacity', 'ranking']);
    this.#seats.set(row, seatsAt(capacity, `${entry}.capacity`));
    this.#rankings.begin(row);
    const entryOfRanking = `${entry}.ranking`;
    const list = listAt(ranking, entryOfRanking);
    if (!list.some(Array.isArray)) {
      this.#enterAll(this.#rankings, this.#students, { list, row, entry: entryOfRanking });
      return;
    }
    const { items } = this.#rankings;
    for (const [index, item] of list.entries()) {
      const place = `${entryOfRanking}[${index}]`;
      if (!Array.isArray(item)) {
        items.push(this.#enter(this.#students, item, row, place));
        continue;
      }
      const from = items.length;
      this.#enterAll(this.#rankings, this.#students, { list: item, row, entry: place });
      if (items.length === from)
        throw new InstanceError('wrongType', place, 'a tie names at least one student');
      this.#ties.push(from);
      this.#ties.push(items.length);
    }
  }

  #enterAll(
    { items }: ReadRows,
    table: IdTable,
    { list, row, entry }: { list: readonly unknown[]; row: number; entry: string },
  ): void {
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      // a path is made for what is at fault only: there are millions of items
      const number = typeof item === 'string' && item.isWellFormed() ? table.numberOf(item) : undefined;
      if (number !== undefined && table.enter(number, row)) items.push(number);
      else items.push(this.#enter(table, item, row, `${entry}[${index}]`));
    }
  }

  /** @throws InstanceError when it is no id, or stands in the row already */
  #enter(table: IdTable, item: unknown, row: number, entry: string): number {
    const number = table.numberOf(textAt(item, entry));
    if (table.enter(number, row)) return number;
    throw new InstanceError('duplicateChoice', entry, `"${table.idOf(number)}" is listed twice`);
  }

  /** @throws InstanceError when the entries do not make up an instance */
  finish(): Lists {
    for (const section of Object.keys(sections)) {
      if (!this.#given.has(section)) throw new InstanceError('missingMember', section, 'is missing');
    }
    this.#requireDeclared();
    const known = {
      students: this.#students,
      postings: this.#postings,
      seatsOf: (posting: number) => this.#seats.get(posting) ?? 0,
    };
    const others = new Map(this.#others);
    const groups = readGroups(others.get('groups') ?? {}, known);
    const reserves = readReserves(others.get('reserves') ?? {}, known);
    const transfers = readTransfers(others.get('transfers') ?? {}, known, groups);
    const students = this.#students.sorted();
    const postings = this.#postings.sorted();
    const p = (number: number): number => postings.rank[number] ?? 0;
    const s = (number: number): number => students.rank[number] ?? 0;
    const seats = new Float64Array(postings.ids.length);
    for (const [posting, count] of this.#seats) seats[p(posting)] = count;
    const choices = renumbered(this.#choices, students.rank, postings.rank);
    const rankings = renumbered(this.#rankings, postings.rank, students.rank);
    return {
      studentIds: students.ids,
      postingIds: postings.ids,
      seats,
      choices: choices.rows,
      rankings: rankings.rows,
      ties: movedTies(this.#ties.items, this.#rankings, rankings.movedTo),
      groups: groups.map((group) => ({ ...group, postings: group.postings.map(p) })),
      reserves: reserves.map((reserve) => ({
        ...reserve,
        posting: p(reserve.posting),
        students: reserve.students.map(s),
      })),
      transfers: transfers.map(([from, to]) => [p(from), p(to)] as const),
      seed: textAt(others.get('seed') ?? '', 'seed'),
      others: Object.fromEntries(this.#others),
    };
  }

  #requireDeclared(): void {
    const check = (rows: ReadRows, table: IdTable, owners: IdTable, side: 'students' | 'postings'): void => {
      const at = rows.items.items.findIndex((number) => !table.isDeclared(number));
      if (at === -1) return;
      const row = rows.start.items.findLastIndex((from) => from <= at);
      const owner = owners.idOf(rows.owner.items[row] ?? 0);
      const from = rows.start.items[row] ?? 0;
      const id = table.idOf(rows.items.items[at] ?? 0);
      const [entry, problem] =
        side === 'students'
          ? ([`students.${owner}[${at - from}]`, 'unknownPosting'] as const)
          : ([`postings.${owner}.ranking${this.#placeInRanking(from, at)}`, 'unknownStudent'] as const);
      throw new InstanceError(problem, entry, `"${id}" is not in this round`);
    };
    check(this.#choices, this.#postings, this.#students, 'students');
    check(this.#rankings, this.#students, this.#postings, 'postings');
  }

  /** The path, inside a ranking, of what stands `at` when ties are written one after another. */
  #placeInRanking(from: number, at: number): string {
    let index = at - from;
    const ties = this.#ties.items;
    for (let i = 0; i < ties.length; i += 2) {
      const [first = 0, end = 0] = [ties[i], ties[i + 1]];
      if (first < from || first > at) continue;
      if (at < end) return `[${index - (at - first)}][${at - first}]`;
      index -= end - first - 1;
    }
    return `[${index}]`;
  }
}

/** The rows in the order of their owners' ids, with the items numbered anew; `movedTo[r]` is where row r begins. */
function renumbered(read: ReadRows, ownerRank: Uint32Array, itemRank: Uint32Array) {
  const [owner, begin, given] = [read.owner.items, read.start.items, read.items.items];
  const start = new Uint32Array(ownerRank.length + 1);
  const lengthOf = (row: number): number => (begin[row + 1] ?? given.length) - (begin[row] ?? 0);
  for (let row = 0; row < owner.length; row += 1) {
    start[(ownerRank[owner[row] ?? 0] ?? 0) + 1] = lengthOf(row);
  }
  for (let at = 1; at < start.length; at += 1) start[at] = (start[at] ?? 0) + (start[at - 1] ?? 0);
  const items = new Uint32Array(given.length);
  const movedTo = new Uint32Array(owner.length);
  for (let row = 0; row < owner.length; row += 1) {
    const to = start[ownerRank[owner[row] ?? 0] ?? 0] ?? 0;
    movedTo[row] = to;
    const [from, length] = [begin[row] ?? 0, lengthOf(row)];
    for (let i = 0; i < length; i += 1) items[to + i] = itemRank[given[from + i] ?? 0] ?? 0;
  }
  const rows: Rows = { start, items };
  return { rows, movedTo };
}

function movedTies(ties: Uint32Array, { start }: ReadRows, movedTo: Uint32Array): Uint32Array {
  const pairs: [number, number][] = [];
  let row = 0;
  for (let i = 0; i < ties.length; i += 2) {
    const [from = 0, to = 0] = [ties[i], ties[i + 1]];
    while (row + 1 < movedTo.length && (start.items[row + 1] ?? 0) <= from) row += 1;
    const shift = (movedTo[row] ?? 0) - (start.items[row] ?? 0);
    pairs.push([from + shift, to + shift]);
  }
  return Uint32Array.from(pairs.toSorted(([a], [b]) => a - b).flat());
}

/** Reads an instance that is in memory. */
export function readLists(document: unknown): Lists {
  const reader = new InstanceReader();
  return named(() => {
    for (const entry of entriesOf(document, sections)) reader.add(entry);
    return reader.finish();
  });
}

/** Runs a step of reading, its faults told as what they are of an instance. */
function named<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof WrongKind) throw new InstanceError('wrongType', error.entry, error.reason);
    if (error instanceof NotJson) throw new InstanceError('notJson', error.entry || 'document', error.reason);
    throw error;
  }
}
