import { type Entry, opened, pathOf, type Sections } from '../read/entries.ts';
import { type Lists, NONE } from '../read/lists.ts';
import { ENGINE, type GroupCertificate, type MatchResult } from '../result.ts';
import {
  count,
  groupCertificate,
  missedReason,
  oneOf,
  oneSided,
  postingCertificate,
  record,
  ResultError,
  text,
  truth,
} from '../result-form.ts';
import { type Reason, reasonReader } from './reason.ts';
import type { Standings } from './standings.ts';
import type { Violation } from './violation.ts';

/** How the result is read: what may be long, member by member. */
export const resultSections: Sections = {
  assignment: 'object',
  certificate: 'object',
  'certificate.groups': 'object',
  'certificate.postings': 'object',
  'certificate.students': 'object',
  ignored: 'list',
  rankHistogram: 'object',
  transferred: 'object',
  unfilledSeats: 'object',
  unmatched: 'list',
};
const members: ReadonlySet<string> = new Set([
  'engine',
  'proposing',
  'snapshot',
  'uniqueStable',
  ...Object.keys(resultSections),
]);

/** A student has no entry in the assignment. */
export const UNSTATED = 0xffff_fffe;

/** What a result says, as numbers: by student, posting, choice (see Standings) or place in `rankings.items`. */
export class Stated {
  snapshot = '';
  proposing: MatchResult['proposing'] = 'students';
  uniqueStable = false;
  /** Of each student a posting, NONE or UNSTATED. */
  readonly assignment: Uint32Array;
  readonly isUnmatched: Uint8Array;
  readonly unfilled: Float64Array;
  readonly histogram = new Map<string, number>();
  readonly transferred = new Map<number, number>();
  /** Flags by choice, and by place in the rankings, of entries said to be on one side only. */
  readonly ignoredChoice: Uint8Array;
  readonly ignoredPlace: Uint8Array;
  /** Of each posting: seats (NaN where it has no entry), admitted, last place (0 where nobody was admitted). */
  readonly seats: Float64Array;
  readonly admitted: Float64Array;
  readonly lastPlace: Float64Array;
  readonly groups = new Map<string, GroupCertificate>();
  /** Of each choice; NONE where none is stated. */
  readonly reasons: Uint32Array;
  /** What names somebody or something that is not in the instance, or stands twice. */
  readonly faults: Violation[] = [];

  constructor({ studentIds, postingIds, choices, rankings }: Lists) {
    const [students, postings] = [studentIds.length, postingIds.length];
    this.assignment = new Uint32Array(students).fill(UNSTATED);
    this.isUnmatched = new Uint8Array(students);
    this.unfilled = new Float64Array(postings);
    this.ignoredChoice = new Uint8Array(choices.items.length);
    this.ignoredPlace = new Uint8Array(rankings.items.length);
    this.seats = new Float64Array(postings).fill(NaN);
    this.admitted = new Float64Array(postings);
    this.lastPlace = new Float64Array(postings);
    this.reasons = new Uint32Array(choices.items.length).fill(NONE);
  }
}

/** Takes in the entries of a result. `add` and `end` throw a ResultError on what has not the form of one. */
export class StatedReader {
  readonly #standings: Standings;
  readonly #students: ReadonlyMap<string, number>;
  readonly #postings: ReadonlyMap<string, number>;
  readonly #given = new Set<string>();
  readonly #stated: Stated;
  /** The ids of the last entry of each list. */
  readonly #last = new Map<string, readonly string[]>();
  readonly #reasonOf: (stated: ReturnType<typeof missedReason>) => Reason;

  constructor(standings: Standings) {
    const { lists } = standings;
    this.#standings = standings;
    this.#students = new Map(lists.studentIds.map((id, s) => [id, s]));
    this.#postings = new Map(lists.postingIds.map((id, p) => [id, p]));
    this.#stated = new Stated(lists);
    this.#reasonOf = reasonReader(lists);
  }

  end(): Stated {
    for (const path of members) {
      if (!this.#given.has(path)) throw new ResultError(path, 'is missing');
    }
    return this.#stated;
  }

  add({ section, key, value }: Entry): void {
    const entry = pathOf(section, key, resultSections[section]);
    switch (section) {
      case '':
        if (value !== opened) this.#addScalar(key, value);
        break;
      case 'assignment':
        return this.#addAssigned(key, value, entry);
      case 'certificate.groups':
        once(!this.#stated.groups.has(key), entry);
        return void this.#stated.groups.set(key, groupCertificate(value, entry));
      case 'certificate.postings':
        return this.#addPosting(key, value, entry);
      case 'certificate.students':
        return this.#addReasons(key, value, entry);
      case 'ignored':
        return this.#addIgnored(value, entry);
      case 'rankHistogram':
        once(!this.#stated.histogram.has(key), entry);
        return void this.#stated.histogram.set(key, positive(value, entry));
      case 'transferred':
        return this.#addTransferred(key, positive(value, entry), entry);
      case 'unfilledSeats':
        return this.#addUnfilled(key, positive(value, entry), entry);
      case 'unmatched':
        return this.#addUnmatched(text(value, entry), entry);
    }
    if (!members.has(entry)) throw new ResultError(entry, 'is no member of a result');
    once(!this.#given.has(entry), entry);
    this.#given.add(entry);
  }

  #addScalar(key: string, value: unknown): void {
    if (key === 'engine' && value !== ENGINE) throw new ResultError('engine', `must be ${ENGINE}`);
    if (key === 'proposing') this.#stated.proposing = oneOf(value, key, ['students', 'postings']);
    if (key === 'snapshot') this.#stated.snapshot = text(value, key);
    if (key === 'uniqueStable') this.#stated.uniqueStable = truth(value, key);
  }

  #addAssigned(student: string, value: unknown, entry: string): void {
    const id = value === null ? null : text(value, entry);
    const { assignment, faults } = this.#stated;
    const [s, p] = [this.#students.get(student), id === null ? NONE : this.#postings.get(id)];
    if (s === undefined) faults.push({ violation: 'unknownStudent', student });
    if (p === undefined) faults.push({ violation: 'unknownPosting', student, posting: id ?? '' });
    if (s === undefined) return;
    once(assignment[s] === UNSTATED, entry);
    assignment[s] = p ?? NONE;
  }

  #addPosting(posting: string, value: unknown, entry: string): void {
    const stated = postingCertificate(value, entry);
    const p = this.#postings.get(posting);
    if (p === undefined || !Number.isNaN(this.#stated.seats[p])) {
      this.#stated.faults.push({ violation: 'wrongCertificate', posting });
      return;
    }
    this.#stated.seats[p] = stated.seats;
    this.#stated.admitted[p] = stated.admitted;
    this.#stated.lastPlace[p] = stated.lastPlace ?? 0;
    // a place is counted from 1
    if (stated.lastPlace === 0) this.#stated.lastPlace[p] = NaN;
  }

  #addReasons(student: string, value: unknown, entry: string): void {
    const s = this.#students.get(student);
    const reasons = Object.entries(record(value, entry));
    if (reasons.length === 0) throw new ResultError(entry, 'names no choice');
    for (const [posting, given] of reasons) {
      const reason = this.#reasonOf(missedReason(given, `${entry}.${posting}`));
      const choice = s === undefined ? NONE : this.#choiceOf(s, posting);
      once(choice === NONE || this.#stated.reasons[choice] === NONE, `${entry}.${posting}`);
      if (choice === NONE) this.#stated.faults.push({ violation: 'wrongReason', student, posting });
      else this.#stated.reasons[choice] = reason;
    }
  }

  #addIgnored(value: unknown, entry: string): void {
    const { student, posting, listedBy } = oneSided(value, entry);
    const s = this.#students.get(student);
    this.#inOrder('ignored', entry, [student, posting]);
    const flags = listedBy === 'student' ? this.#stated.ignoredChoice : this.#stated.ignoredPlace;
    let at = NONE;
    if (s !== undefined) {
      at = listedBy === 'student' ? this.#choiceOf(s, posting) : this.#placeOf(s, posting);
    }
    if (at === NONE || flags[at] === 1) {
      this.#stated.faults.push({ violation: 'wrongIgnored', student, posting });
    } else flags[at] = 1;
  }

  #addTransferred(posting: string, seats: number, entry: string): void {
    const p = this.#postings.get(posting);
    once(p === undefined || !this.#stated.transferred.has(p), entry);
    if (p === undefined) this.#stated.faults.push({ violation: 'wrongTransfer', posting });
    else this.#stated.transferred.set(p, seats);
  }

  #addUnfilled(posting: string, seats: number, entry: string): void {
    const p = this.#postings.get(posting);
    once(p === undefined || this.#stated.unfilled[p] === 0, entry);
    if (p !== undefined) this.#stated.unfilled[p] = seats;
    else this.#stated.faults.push({ violation: 'wrongUnfilledSeats', posting, stated: seats, found: 0 });
  }

  #addUnmatched(student: string, entry: string): void {
    this.#inOrder('unmatched', entry, [student]);
    const s = this.#students.get(student);
    if (s === undefined || this.#stated.isUnmatched[s] === 1) {
      this.#stated.faults.push({ violation: 'wrongUnmatched', student });
    } else this.#stated.isUnmatched[s] = 1;
  }

  /** Lists are sorted by id; who stands twice is found elsewhere. */
  #inOrder(list: 'ignored' | 'unmatched', entry: string, ids: readonly string[]): void {
    const last = this.#last.get(list) ?? [];
    const at = ids.findIndex((id, index) => id !== last[index]);
    if ((ids[at] ?? '') < (last[at] ?? '')) throw new ResultError(entry, 'stands behind a later id');
    this.#last.set(list, ids);
  }

  #choiceOf(student: number, posting: string): number {
    const { choices } = this.#standings.lists;
    const p = this.#postings.get(posting);
    const end = choices.start[student + 1] ?? 0;
    for (let choice = choices.start[student] ?? 0; choice < end; choice += 1) {
      if (choices.items[choice] === p) return choice;
    }
    return NONE;
  }

  /** Where a posting ranks a student, as a place in `rankings.items`. */
  #placeOf(student: number, posting: string): number {
    const { lists, placesOf } = this.#standings;
    const p = this.#postings.get(posting);
    if (p === undefined) return NONE;
    let [low, high] = [placesOf.start[student] ?? 0, placesOf.start[student + 1] ?? 0];
    const end = high;
    const first = lists.rankings.start[p] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((placesOf.items[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    const place = low < end ? (placesOf.items[low] ?? NONE) : NONE;
    return place < (lists.rankings.start[p + 1] ?? 0) ? place : NONE;
  }
}

/** A figure that is told only where there is something to tell. */
function positive(value: unknown, entry: string): number {
  const found = count(value, entry);
  if (found === 0) throw new ResultError(entry, 'must be above 0, or left out');
  return found;
}

function once(isFirst: boolean, entry: string): void {
  if (!isFirst) throw new ResultError(entry, 'is given twice');
}
