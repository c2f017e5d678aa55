import type { Instance } from './instance.ts';
import { marketOf, type Market } from './market.ts';
import { ENGINE, type MatchResult, type PostingCertificate } from './result.ts';
import { HeldSeats } from './seats.ts';

/**
 * The student-optimal stable match, by student-proposing deferred acceptance with seats: D. Gale and L. S. Shapley,
 * "College Admissions and the Stability of Marriage", American Mathematical Monthly 69 (1962). Every student gets the
 * best posting of any stable match, and listing one's true order is a dominant strategy for students (L. E. Dubins
 * and D. A. Freedman 1981; A. E. Roth 1982), which is why the large clearing-houses let applicants propose
 * (A. E. Roth and E. Peranson, American Economic Review 89, 1999). The order of proposals does not change the
 * result. Later rules have their places: a tie lottery orders the rankings before, groups and reserves decide
 * inside the seats of a posting.
 */
export function match(instance: Instance): MatchResult {
  const market = marketOf(instance);
  const { held, seatedAt } = propose(market);
  return resultOf(market, held, seatedAt);
}

const NO_CHOICE = -1;

interface Outcome {
  readonly held: readonly HeldSeats[];
  /** Per student, the index of the choice that was granted, or NO_CHOICE. */
  readonly seatedAt: Int32Array;
}

/** Time O(choices · log seats), no recursion: one stack of students who are free to propose. */
function propose(market: Market): Outcome {
  const { studentIds, postingIds, seats, start, choice, placeForPosting } = market;
  const held = postingIds.map(() => new HeldSeats(placeForPosting));
  const next = start.slice(0, studentIds.length);
  const seatedAt = new Int32Array(studentIds.length).fill(NO_CHOICE);
  const proposer = proposers(market);
  const free = Uint32Array.from(studentIds, (_, s) => s);
  let freeCount = free.length;

  while (freeCount > 0) {
    freeCount -= 1;
    const student = free[freeCount] ?? 0;
    const last = start[student + 1] ?? 0;
    for (let at = next[student] ?? last; at < last; at += 1) {
      next[student] = at + 1;
      const posting = choice[at] ?? 0;
      const seated = held[posting];
      const capacity = seats[posting] ?? 0;
      if (seated === undefined || capacity === 0) continue;
      if (seated.size < capacity) {
        seated.hold(at);
      } else {
        if (seated.worstPlace < (placeForPosting[at] ?? 0)) continue;
        const released = proposer[seated.replaceWorst(at) ?? 0] ?? 0;
        seatedAt[released] = NO_CHOICE;
        free[freeCount] = released;
        freeCount += 1;
      }
      seatedAt[student] = at;
      break;
    }
  }
  return { held, seatedAt };
}

/** The student who made each choice. */
function proposers({ studentIds, start, choice }: Market): Uint32Array {
  const proposer = new Uint32Array(choice.length);
  for (const s of studentIds.keys()) proposer.fill(s, start[s], start[s + 1]);
  return proposer;
}

function resultOf(market: Market, held: readonly HeldSeats[], seatedAt: Int32Array): MatchResult {
  const { studentIds, postingIds, seats, choice, placeForStudent } = market;
  const assignment: [string, string | null][] = [];
  const unmatched: string[] = [];
  const histogram = new Map<number, number>();
  for (const [s, student] of studentIds.entries()) {
    const at = seatedAt[s] ?? NO_CHOICE;
    if (at === NO_CHOICE) {
      assignment.push([student, null]);
      unmatched.push(student);
      continue;
    }
    assignment.push([student, postingIds[choice[at] ?? 0] ?? null]);
    const rank = (placeForStudent[at] ?? 0) + 1;
    histogram.set(rank, (histogram.get(rank) ?? 0) + 1);
  }
  const certificate = postingIds.map((id, p): [string, PostingCertificate] => {
    const seated = held[p];
    const admitted = seated?.size ?? 0;
    const lastPlace = seated === undefined || admitted === 0 ? null : seated.worstPlace + 1;
    return [id, { seats: seats[p] ?? 0, admitted, lastPlace }];
  });
  return {
    engine: ENGINE,
    assignment: Object.fromEntries(assignment),
    unmatched,
    unfilledSeats: Object.fromEntries(
      certificate.filter(([, c]) => c.seats > c.admitted).map(([id, c]) => [id, c.seats - c.admitted]),
    ),
    rankHistogram: Object.fromEntries(histogram),
    ignored: market.ignored,
    certificate: Object.fromEntries(certificate),
  };
}
