import type { Instance, PostingEntry, Ranked } from '../instance.ts';
import { readLists } from './instance-reader.ts';
import type { Lists } from './lists.ts';

/**
 * Parses an instance from outside. Seats 0, empty lists and entries that only one side lists are legal.
 * @throws InstanceError on what is none
 */
export function readInstance(value: unknown): Instance {
  return instanceOf(readLists(value));
}

/** The instance that some lists stand for. Ids such as "__proto__" are own properties like any other. */
export function instanceOf(lists: Lists): Instance {
  const { studentIds, postingIds, groups, reserves, transfers, others } = lists;
  const posting = (number: number): string => postingIds[number] ?? '';
  return {
    students: Object.fromEntries(studentIds.map((id, s) => [id, choicesOf(lists, s)])),
    postings: Object.fromEntries(postingEntries(lists)),
    ...(Object.hasOwn(others, 'seed') ? { seed: lists.seed } : {}),
    ...('groups' in others && {
      groups: Object.fromEntries(
        groups.map(({ id, capacity, postings }) => [id, { capacity, postings: postings.map(posting) }]),
      ),
    }),
    ...('reserves' in others && {
      reserves: Object.fromEntries(
        reserves.map(({ id, posting: of, seats, students }) => [
          id,
          { posting: posting(of), seats, students: students.map((s) => studentIds[s] ?? '') },
        ]),
      ),
    }),
    ...('transfers' in others && {
      transfers: Object.fromEntries(transfers.map(([from, to]) => [posting(from), posting(to)])),
    }),
  };
}

export function choicesOf({ choices, postingIds }: Lists, student: number): string[] {
  const row = choices.items.subarray(choices.start[student], choices.start[student + 1]);
  return Array.from(row, (p) => postingIds[p] ?? '');
}

/** Each posting as it is written in the document. */
export function* postingEntries(lists: Lists): Generator<[string, PostingEntry]> {
  const { postingIds, studentIds, seats, rankings, ties } = lists;
  let tie = 0;
  for (const [p, id] of postingIds.entries()) {
    const ranking: Ranked[] = [];
    const end = rankings.start[p + 1] ?? 0;
    for (let at = rankings.start[p] ?? 0; at < end; at += 1) {
      if (ties[tie] === at) {
        const to = ties[tie + 1] ?? at;
        ranking.push(Array.from(rankings.items.subarray(at, to), (s) => studentIds[s] ?? ''));
        tie += 2;
        at = to - 1;
      } else {
        ranking.push(studentIds[rankings.items[at] ?? 0] ?? '');
      }
    }
    yield [id, { capacity: seats[p] ?? 0, ranking }];
  }
}
