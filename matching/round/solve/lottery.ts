import { byId } from '../order.ts';
import type { Lists } from '../read/lists.ts';
import { sha256Hex } from '../sha256.ts';

/**
 * The rankings with every tie broken by one lottery, the same for all postings: a student's number is the SHA-256 of
 * the UTF-8 text `seed`, a line feed, the student's id; written in lower-case hex, the lower number comes first. It
 * depends on nobody else, so that each student can compute the own one. One lottery for all postings loses students
 * less than one a posting (A. Abdulkadiroğlu, P. A. Pathak and A. E. Roth, American Economic Review 99, 2009).
 */
export function drawTies({ rankings, ties, seed, studentIds }: Lists): Uint32Array {
  if (ties.length === 0) return rankings.items;
  const numbers = new Map<number, string>();
  const numberOf = (student: number): string => {
    const known = numbers.get(student);
    if (known !== undefined) return known;
    const number = sha256Hex(`${seed}\n${studentIds[student] ?? ''}`);
    numbers.set(student, number);
    return number;
  };
  const order = rankings.items.slice();
  for (let i = 0; i < ties.length; i += 2) {
    const tied = order.subarray(ties[i], ties[i + 1]);
    const drawn = Array.from(tied).toSorted((a, b) => byId(numberOf(a), numberOf(b)));
    tied.set(drawn);
  }
  return order;
}
