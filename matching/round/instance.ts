/** What a round is asked: rank lists of both sides, best first, and seats. The order of keys means nothing. */
export interface Instance {
  readonly students: Readonly<Record<string, readonly string[]>>;
  readonly postings: Readonly<Record<string, PostingEntry>>;
}

export interface PostingEntry {
  /** Seats, a whole number from 0. */
  readonly capacity: number;
  readonly ranking: readonly string[];
}

export type InstanceProblem =
  'wrongType' | 'unknownPosting' | 'unknownStudent' | 'duplicateChoice' | 'negativeSeats' | 'fractionalSeats';

/** A document that is no instance. `entry` is the path of what is wrong, as in `postings.p1.ranking[2]`. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';
  readonly problem: InstanceProblem;
  readonly entry: string;

  constructor(problem: InstanceProblem, entry: string, sentence: string) {
    super(`${entry}: ${sentence}`);
    this.problem = problem;
    this.entry = entry;
  }
}

/**
 * Parses an instance from outside. Seats 0, empty lists and entries that only one side lists are legal.
 * @throws InstanceError on unknown ids, duplicates, seats that are no whole number from 0, and wrong types
 */
export function readInstance(value: unknown): Instance {
  const { students: studentsIn, postings: postingsIn } = recordAt(value, 'instance');
  const students = Object.entries(recordAt(studentsIn, 'students'));
  const postings = Object.entries(recordAt(postingsIn, 'postings'));
  const studentIds = new Set(students.map(([id]) => id));
  const postingIds = new Set(postings.map(([id]) => id));
  // fromEntries defines own properties, so that an id such as "__proto__" is one like any other
  return {
    students: Object.fromEntries(
      students.map(([id, list]) => [id, readList(list, `students.${id}`, postingIds, 'unknownPosting')]),
    ),
    postings: Object.fromEntries(
      postings.map(([id, entry]) => [id, readPosting(entry, `postings.${id}`, studentIds)]),
    ),
  };
}

function readPosting(value: unknown, entry: string, studentIds: ReadonlySet<string>): PostingEntry {
  const { capacity, ranking } = recordAt(value, entry);
  return {
    capacity: readSeats(capacity, `${entry}.capacity`),
    ranking: readList(ranking, `${entry}.ranking`, studentIds, 'unknownStudent'),
  };
}

function readSeats(value: unknown, entry: string): number {
  if (typeof value !== 'number') throw new InstanceError('wrongType', entry, 'seats must be a number');
  if (value < 0) throw new InstanceError('negativeSeats', entry, `${value} seats; give 0 or more`);
  if (!Number.isSafeInteger(value)) {
    throw new InstanceError('fractionalSeats', entry, `${value} seats; give a whole number`);
  }
  return value;
}

function readList(
  value: unknown,
  entry: string,
  known: ReadonlySet<string>,
  problem: 'unknownPosting' | 'unknownStudent',
): readonly string[] {
  if (!Array.isArray(value)) throw new InstanceError('wrongType', entry, 'must be a list of ids, best first');
  const items: readonly unknown[] = value;
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const place = `${entry}[${index}]`;
    if (typeof item !== 'string') throw new InstanceError('wrongType', place, 'must be an id');
    if (!known.has(item)) throw new InstanceError(problem, place, `"${item}" is not in this round`);
    if (seen.has(item)) throw new InstanceError('duplicateChoice', place, `"${item}" is listed twice`);
    seen.add(item);
  }
  return [...seen];
}

function recordAt(value: unknown, entry: string): Record<string, unknown> {
  if (!isRecord(value)) throw new InstanceError('wrongType', entry, 'must be an object');
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
