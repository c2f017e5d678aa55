import { type Entry, entriesOf, opened, type Sections, WrongKind } from './entries.ts';
import { EntryReader } from './entry-reader.ts';
import { IdTable } from './id-table.ts';
import { InstanceError } from './instance-error.ts';
import type { Lists } from './lists.ts';
import { NotJson } from './not-json.ts';
import { NUMBER, PlainRows } from './plain-rows.ts';
import { RowsRead } from './rows-read.ts';
import { readGroups, readReserves, readTransfers } from './rules-of-seats.ts';
import { listAt, membersAt, seatsAt, textAt } from './values.ts';

const sections: Sections = { students: 'object', postings: 'object' };
/** What a snapshot says of itself. */
const aboutMembers = new Set(['format', 'round', 'cycle', 'engine']);
const ruleMembers = new Set(['groups', 'reserves', 'transfers']);

/** How most programs write an entry of each. */
const students = { beforeList: [':'], behindList: [','], mayTie: false, take: () => {} };
const postings = {
  beforeList: [':', '{', '"capacity"', ':', NUMBER, ',', '"ranking"', ':'],
  behindList: ['}', ','],
  mayTie: true,
};

/**
 * Reads an instance from JSON text in pieces of any length, in memory that is linear in the numbers it holds.
 * `push` and `end` throw an InstanceError on what is no instance.
 */
export class InstanceReader {
  readonly #students = new IdTable();
  readonly #postings = new IdTable();
  readonly #choices = new RowsRead();
  readonly #rankings = new RowsRead();
  readonly #seats = new Map<number, number>();
  readonly #others: [string, unknown][] = [];
  readonly #given = new Set<string>();
  readonly #plainly = new Map([
    ['students', new PlainRows(this.#choices, { owners: this.#students, items: this.#postings }, students)],
    [
      'postings',
      new PlainRows(
        this.#rankings,
        { owners: this.#postings, items: this.#students },
        { ...postings, take: (posting, seats) => this.#seats.set(posting, seats) },
      ),
    ],
  ]);
  readonly #reader = new EntryReader(
    sections,
    (entry) => this.add(entry),
    (section, text, at) => this.#plainly.get(section)?.read(text, at) ?? at,
  );

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
    this.#postings.beginList();
    this.#enterAll(this.#choices, this.#postings, listAt(value, entry), entry);
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
    this.#students.beginList();
    if (!list.some(Array.isArray)) {
      this.#enterAll(this.#rankings, this.#students, list, entryOfRanking);
      return;
    }
    const { items } = this.#rankings;
    for (const [index, item] of list.entries()) {
      const place = `${entryOfRanking}[${index}]`;
      if (!Array.isArray(item)) {
        items.push(this.#enter(this.#students, item, place));
        continue;
      }
      const from = items.length;
      this.#enterAll(this.#rankings, this.#students, item, place);
      if (items.length === from)
        throw new InstanceError('wrongType', place, 'a tie names at least one student');
      this.#rankings.tie(from);
    }
  }

  #enterAll({ items }: RowsRead, table: IdTable, list: readonly unknown[], entry: string): void {
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      // a path is made for what is at fault only: there are millions of items
      const number = typeof item === 'string' && item.isWellFormed() ? table.numberOf(item) : undefined;
      if (number !== undefined && table.enter(number)) items.push(number);
      else items.push(this.#enter(table, item, `${entry}[${index}]`));
    }
  }

  /** @throws InstanceError when it is no id, or stands in the row already */
  #enter(table: IdTable, item: unknown, entry: string): number {
    const number = table.numberOf(textAt(item, entry));
    if (table.enter(number)) return number;
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
    const [studentIds, postingIds] = [this.#students.sorted(), this.#postings.sorted()];
    const p = (number: number): number => postingIds.rank[number] ?? 0;
    const s = (number: number): number => studentIds.rank[number] ?? 0;
    const seats = new Float64Array(postingIds.ids.length);
    for (const [posting, count] of this.#seats) seats[p(posting)] = count;
    const choices = this.#choices.inOrder(studentIds.rank, postingIds.rank);
    const rankings = this.#rankings.inOrder(postingIds.rank, studentIds.rank);
    return {
      studentIds: studentIds.ids,
      postingIds: postingIds.ids,
      seats,
      choices: choices.rows,
      rankings: rankings.rows,
      ties: rankings.ties,
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
    const check = (rows: RowsRead, table: IdTable, owners: IdTable, side: 'students' | 'postings'): void => {
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
    const ties = this.#rankings.ties.items;
    for (let i = 0; i < ties.length; i += 2) {
      const [first = 0, end = 0] = [ties[i], ties[i + 1]];
      if (first < from || first > at) continue;
      if (at < end) return `[${index - (at - first)}][${at - first}]`;
      index -= end - first - 1;
    }
    return `[${index}]`;
  }
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
