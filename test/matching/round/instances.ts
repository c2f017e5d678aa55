import * as fc from 'fast-check';
import type { Instance } from '../../../matching/round/instance.ts';

/** Small instances of every kind: one-sided entries, empty lists, no seats, more or fewer seats than students. */
export function instances(mostStudents = 5, mostPostings = 4): fc.Arbitrary<Instance> {
  return fc
    .record({
      students: fc.integer({ min: 0, max: mostStudents }),
      postings: fc.integer({ min: 0, max: mostPostings }),
    })
    .chain(({ students, postings }) => {
      const studentIds = Array.from({ length: students }, (_, i) => `s${i}`);
      const postingIds = Array.from({ length: postings }, (_, i) => `p${i}`);
      return fc.record({
        students: fc.record(
          Object.fromEntries(studentIds.map((id) => [id, fc.shuffledSubarray(postingIds)])),
        ),
        postings: fc.record(
          Object.fromEntries(
            postingIds.map((id) => [
              id,
              fc.record({
                capacity: fc.integer({ min: 0, max: 3 }),
                ranking: fc.shuffledSubarray(studentIds),
              }),
            ]),
          ),
        ),
      });
    });
}

/** The same instance with every key in the opposite order. */
export function reversed({ students, postings }: Instance): Instance {
  return {
    students: Object.fromEntries(Object.entries(students).toReversed()),
    postings: Object.fromEntries(Object.entries(postings).toReversed()),
  };
}
