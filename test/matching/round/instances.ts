import * as fc from 'fast-check';
import type { Instance } from '../../../matching/round/instance.ts';

/**
 * Small instances of every kind: one-sided entries, empty lists, no seats, more or fewer seats than students. Most are as
 * large and most lists as long as can be, in any order: short ones seldom compete, and then nothing is put to the test.
 */
export function instances(mostStudents = 5, mostPostings = 4): fc.Arbitrary<Instance> {
  return fc
    .record({ students: upTo(mostStudents), postings: upTo(mostPostings) })
    .chain(({ students, postings }) => {
      const studentIds = Array.from({ length: students }, (_, i) => `s${i}`);
      const postingIds = Array.from({ length: postings }, (_, i) => `p${i}`);
      const entry = fc.record({
        capacity: fc.noBias(fc.constantFrom(0, 1, 1, 1, 2, 3)),
        ranking: someInOrder(studentIds),
      });
      return fc.record({
        students: fc.record(Object.fromEntries(studentIds.map((id) => [id, someInOrder(postingIds)]))),
        postings: fc.record(Object.fromEntries(postingIds.map((id) => [id, entry]))),
      });
    });
}

const upTo = (most: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(most) }, { weight: 1, arbitrary: fc.nat({ max: most }) });

/** Sorted by drawn numbers: fast-check's own shuffles seldom leave the order given. */
function someInOrder(ids: readonly string[]): fc.Arbitrary<string[]> {
  const keys = fc.array(fc.noBias(fc.nat()), { minLength: ids.length, maxLength: ids.length });
  return fc.tuple(keys, upTo(ids.length)).map(([drawn, length]) => {
    const order = [...ids.keys()].toSorted((a, b) => (drawn[a] ?? 0) - (drawn[b] ?? 0));
    return order.slice(0, length).map((index) => ids[index] ?? '');
  });
}

/** The same instance with every key in the opposite order. */
export function reversed({ students, postings }: Instance): Instance {
  return {
    students: Object.fromEntries(Object.entries(students).toReversed()),
    postings: Object.fromEntries(Object.entries(postings).toReversed()),
  };
}
