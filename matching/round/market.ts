import type { Instance } from './instance.ts';
import { byId } from './order.ts';
import type { OneSided } from './result.ts';

/**
 * An instance as numbers. Students and postings are counted in id order; the mutual choices of student s are
 * `choice[start[s]] … choice[start[s + 1] - 1]`, best first, with the place (from 0) that each choice has in the
 * student's full list and that the student has in the posting's full ranking.
 */
export interface Market {
  readonly studentIds: readonly string[];
  readonly postingIds: readonly string[];
  readonly seats: Float64Array;
  readonly start: Uint32Array;
  readonly choice: Uint32Array;
  readonly placeForStudent: Uint32Array;
  readonly placeForPosting: Uint32Array;
  readonly ignored: readonly OneSided[];
}

/** Numbers an instance and sets aside what only one side listed. Time and space are linear in the lists. */
export function marketOf(instance: Instance): Market {
  const studentIds = Object.keys(instance.students).toSorted(byId);
  const postingIds = Object.keys(instance.postings).toSorted(byId);
  const places = placesByPosting(instance, postingIds);
  const postingNumber = new Map(postingIds.map((id, index) => [id, index]));

  const listed = studentIds.reduce((sum, id) => sum + (instance.students[id]?.length ?? 0), 0);
  const start = new Uint32Array(studentIds.length + 1);
  const choice = new Uint32Array(listed);
  const placeForStudent = new Uint32Array(listed);
  const placeForPosting = new Uint32Array(listed);
  const ignored: OneSided[] = [];

  let end = 0;
  for (const [s, student] of studentIds.entries()) {
    start[s] = end;
    for (const [place, posting] of (instance.students[student] ?? []).entries()) {
      const ranking = places.get(posting);
      const number = postingNumber.get(posting);
      const placed = ranking?.get(student);
      if (ranking === undefined || number === undefined || placed === undefined) {
        ignored.push({ student, posting, listedBy: 'student' });
        continue;
      }
      ranking.delete(student);
      choice[end] = number;
      placeForStudent[end] = place;
      placeForPosting[end] = placed;
      end += 1;
    }
  }
  start[studentIds.length] = end;
  // what no student has answered is listed by the posting alone
  for (const [posting, ranking] of places) {
    for (const student of ranking.keys()) ignored.push({ student, posting, listedBy: 'posting' });
  }
  return {
    studentIds,
    postingIds,
    seats: Float64Array.from(postingIds, (id) => instance.postings[id]?.capacity ?? 0),
    start,
    choice,
    placeForStudent,
    placeForPosting,
    ignored: ignored.toSorted((a, b) => byId(a.student, b.student) || byId(a.posting, b.posting)),
  };
}

function placesByPosting(
  instance: Instance,
  postingIds: readonly string[],
): Map<string, Map<string, number>> {
  return new Map(
    postingIds.map((id) => {
      const ranking = instance.postings[id]?.ranking ?? [];
      return [id, new Map(ranking.map((student, place) => [student, place]))];
    }),
  );
}
