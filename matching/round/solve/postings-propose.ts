import { NONE } from '../read/lists.ts';
import { choicesByPosition, type Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * The other optimum, of postings with seats alone: each offers its open seats down its ranking, and a student keeps the
 * best offer. Each position is offered once, so the time is linear in the lists.
 */
export function postingsPropose(market: Market, seats: Float64Array): Granted {
  const { lists, order } = market;
  const { choices, rankings, studentIds, postingIds } = lists;
  const choiceAt = choicesByPosition(market);
  const granted = new Uint32Array(studentIds.length).fill(NONE);
  const next = rankings.start.slice();
  const open = seats.slice();
  const offering = [...postingIds.keys()];
  for (let posting = offering.pop(); posting !== undefined; posting = offering.pop()) {
    const end = rankings.start[posting + 1] ?? 0;
    let position = next[posting] ?? end;
    for (; (open[posting] ?? 0) > 0 && position < end; position += 1) {
      const at = choiceAt[position] ?? NONE;
      const student = order[position] ?? 0;
      const best = granted[student] ?? NONE;
      if (at >= best) continue;
      granted[student] = at;
      open[posting] = (open[posting] ?? 0) - 1;
      if (best === NONE) continue;
      const left = choices.items[best] ?? 0;
      open[left] = (open[left] ?? 0) + 1;
      offering.push(left);
    }
    next[posting] = position;
  }
  return granted;
}
