import { NONE } from '../read/lists.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';
import type { Stated } from './stated.ts';
import type { FigureViolation } from './violation.ts';

/** The stated figures that differ from those counted anew from the instance and the assignment. */
export function* wrongFigures(
  standings: Standings,
  stated: Stated,
  seating: Seating,
): Generator<FigureViolation> {
  const { studentIds, postingIds } = standings.lists;
  for (const [s, student] of studentIds.entries()) {
    const isUnmatched = (stated.assignment[s] ?? NONE) >= postingIds.length;
    if (isUnmatched !== (stated.isUnmatched[s] === 1)) yield { violation: 'wrongUnmatched', student };
  }
  for (const [p, posting] of postingIds.entries()) {
    const unfilled = Math.max(0, seating.limits.seats(p) - (seating.admitted[p] ?? 0));
    const said = stated.unfilled[p] ?? 0;
    if (said !== unfilled) yield { violation: 'wrongUnfilledSeats', posting, stated: said, found: unfilled };
  }
  yield* wrongHistogram(standings, stated, seating);
  yield* wrongIgnored(standings, stated);
  yield* wrongCertificates(standings, stated, seating);
}

function* wrongHistogram(
  { lists }: Standings,
  { histogram }: Stated,
  { got }: Seating,
): Generator<FigureViolation> {
  const found = new Map<string, number>();
  for (const [s, choice] of got.entries()) {
    if (choice === NONE) continue;
    const rank = String(choice - (lists.choices.start[s] ?? 0) + 1);
    found.set(rank, (found.get(rank) ?? 0) + 1);
  }
  for (const rank of new Set([...histogram.keys(), ...found.keys()])) {
    const counts = { stated: histogram.get(rank) ?? 0, found: found.get(rank) ?? 0 };
    if (counts.stated !== counts.found) yield { violation: 'wrongHistogram', rank, ...counts };
  }
}

function* wrongIgnored(
  { lists, ranked, chosen, studentOf }: Standings,
  { ignoredChoice, ignoredPlace }: Stated,
): Generator<FigureViolation> {
  const { studentIds, postingIds, choices, rankings } = lists;
  for (const [choice, flag] of ignoredChoice.entries()) {
    if ((ranked[choice] === NONE) === (flag === 1)) continue;
    const [student, posting] = [studentIds[studentOf[choice] ?? 0], postingIds[choices.items[choice] ?? 0]];
    yield { violation: 'wrongIgnored', student: student ?? '', posting: posting ?? '' };
  }
  for (const [p, posting] of postingIds.entries()) {
    for (let place = rankings.start[p] ?? 0; place < (rankings.start[p + 1] ?? 0); place += 1) {
      if ((chosen[place] === NONE) === (ignoredPlace[place] === 1)) continue;
      const student = studentIds[rankings.items[place] ?? 0] ?? '';
      yield { violation: 'wrongIgnored', student, posting };
    }
  }
}

function* wrongCertificates(
  { lists }: Standings,
  stated: Stated,
  seating: Seating,
): Generator<FigureViolation> {
  for (const [p, posting] of lists.postingIds.entries()) {
    const isRight =
      stated.seats[p] === seating.limits.seats(p) &&
      stated.admitted[p] === seating.admitted[p] &&
      stated.lastPlace[p] === seating.lastPlace[p];
    if (!isRight) yield { violation: 'wrongCertificate', posting };
  }
  const said = new Map(stated.groups);
  for (const { id, capacity, postings } of lists.groups) {
    const { seats, admitted } = said.get(id) ?? { seats: NaN, admitted: NaN };
    if (seats !== capacity || admitted !== seating.admittedTo(postings)) {
      yield { violation: 'wrongGroup', group: id };
    }
    said.delete(id);
  }
  for (const group of said.keys()) yield { violation: 'wrongGroup', group };
}
