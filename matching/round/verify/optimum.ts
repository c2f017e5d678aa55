import { postingsBest } from './best.ts';
import { downwardMoves, onCycles, tieDecided, upwardMoves } from './moves.ts';
import type { Seating } from './seating.ts';
import type { Standings } from './standings.ts';
import type { Stated } from './stated.ts';
import type { Violation } from './violation.ts';

/**
 * Whether the result is the best for the side that proposed, and whether it is the only one. `best` is the students'
 * best with ties drawn; undefined where there are no ties, groups and reserves: then the absence of cycles shows it.
 */
export function* notBest(
  standings: Standings,
  stated: Stated,
  { seating, best }: { seating: Seating; best: Uint32Array | undefined },
): Generator<Violation> {
  const { postingIds, studentIds, ties, groups, reserves } = standings.lists;
  const isLimited = groups.length > 0 || reserves.length > 0;
  const other =
    best !== undefined && (isLimited || stated.proposing === 'postings')
      ? postingsBest(standings, seating.limits)
      : undefined;
  const up = onCycles(upwardMoves(standings, seating), postingIds.length);
  const down = isLimited ? [] : onCycles(downwardMoves(standings, seating), postingIds.length);
  if (stated.proposing === 'students') {
    if (up.length > 0) {
      yield { violation: 'improvementCycle', postings: up.map((p) => postingIds[p] ?? '') };
    }
    for (const [s, choice] of best?.entries() ?? []) {
      if ((seating.got[s] ?? 0) > choice) yield { violation: 'worseThanDrawn', student: studentIds[s] ?? '' };
    }
  } else if (other === undefined ? down.length > 0 : !isSame(other, seating.got)) {
    yield { violation: 'notPostingsBest' };
  }
  const isUnique =
    isLimited && best !== undefined && other !== undefined
      ? isSame(best, other)
      : up.length === 0 && down.length === 0 && !(ties.length > 0 && tieDecided(standings, seating));
  if (stated.uniqueStable !== isUnique) yield { violation: 'wrongUnique', stated: stated.uniqueStable };
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.every((choice, s) => choice === b[s]);
}
