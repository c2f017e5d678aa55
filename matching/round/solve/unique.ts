import { NONE } from '../read/lists.ts';
import type { Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * Whether the students' best stable result is the only stable one, for postings with seats alone. It is when (1) no
 * student is ranked as high as the last admitted of a posting that the student prefers: else the tie broken the other
 * way gives another result; and (2) there is no rotation (D. Gusfield and R. W. Irving, "The Stable Marriage Problem",
 * 1989): a cycle in which the last admitted of each posting moves to the next choice that would have them and pushes
 * out its last admitted. With ties a posting may have several that can count as last, and a student may be passed
 * over where the tie can be broken against them.
 */
export function isUnique(market: Market, granted: Granted, seats: Float64Array): boolean {
  const { lists, positions, tierOf } = market;
  const { choices, rankings, postingIds } = lists;
  const admitted = new Uint32Array(postingIds.length);
  const lastTier = new Uint32Array(postingIds.length);
  for (const at of granted) {
    if (at === NONE) continue;
    const posting = choices.items[at] ?? 0;
    admitted[posting] = (admitted[posting] ?? 0) + 1;
    lastTier[posting] = Math.max(lastTier[posting] ?? 0, tierOf(positions[at] ?? 0));
  }
  const tierOfChoice = (at: number): number => {
    const position = positions[at] ?? NONE;
    return position === NONE ? NONE : tierOf(position);
  };
  const isFull = (posting: number): boolean => (admitted[posting] ?? 0) >= (seats[posting] ?? 0);

  /** The postings that could come next for one of the last admitted of a posting. */
  const nextOf = (posting: number): number[] => {
    const found: number[] = [];
    if (!isFull(posting) || admitted[posting] === 0) return found;
    const end = rankings.start[posting + 1] ?? 0;
    for (let position = lastTier[posting] ?? 0; position < end; position += 1) {
      if (tierOf(position) !== lastTier[posting]) break;
      const student = market.order[position] ?? 0;
      const at = granted[student] ?? NONE;
      if (at === NONE || choices.items[at] !== posting) continue;
      for (let next = at + 1; next < (choices.start[student + 1] ?? 0); next += 1) {
        const tier = tierOfChoice(next);
        const other = choices.items[next] ?? 0;
        if (tier === NONE || (seats[other] ?? 0) === 0) continue;
        if (!isFull(other)) break;
        const last = lastTier[other] ?? 0;
        if (tier <= last) found.push(other);
        if (tier < last) break;
      }
    }
    return found;
  };

  if (lists.ties.length > 0) {
    for (const [student, at] of granted.entries()) {
      const end = at === NONE ? (choices.start[student + 1] ?? 0) : at;
      for (let better = choices.start[student] ?? 0; better < end; better += 1) {
        const other = choices.items[better] ?? 0;
        if ((admitted[other] ?? 0) > 0 && tierOfChoice(better) === lastTier[other]) return false;
      }
    }
  }
  return !hasCycle(postingIds.length, nextOf);
}

/** Depth-first search without recursion. */
function hasCycle(count: number, nextOf: (node: number) => readonly number[]): boolean {
  const state = new Uint8Array(count);
  const [onPath, done] = [1, 2];
  for (let root = 0; root < count; root += 1) {
    if (state[root] !== 0) continue;
    state[root] = onPath;
    const path = [{ node: root, left: [...nextOf(root)] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        state[top.node] = done;
        path.pop();
      } else if (state[next] === onPath) {
        return true;
      } else if (state[next] === 0) {
        state[next] = onPath;
        path.push({ node: next, left: [...nextOf(next)] });
      }
    }
  }
  return false;
}
