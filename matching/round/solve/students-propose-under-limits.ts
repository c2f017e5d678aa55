import { Held } from './held.ts';
import type { Limits } from './limits.ts';
import { NONE } from '../read/lists.ts';
import type { Market } from './market.ts';
import type { Granted } from './students-propose.ts';

/**
 * Deferred acceptance with groups and reserves. Whoever proposes is held; where that breaks a limit, the innermost
 * broken one lets go of the one its choice does without first. Removing anyone outside that set would leave it broken.
 */
export function studentsProposeUnderLimits(market: Market, limits: Limits): Granted {
  const { lists, order, positions } = market;
  const { choices, studentIds } = lists;
  const held = new Held(market, limits);
  const next = choices.start.slice(0, studentIds.length);
  const granted = new Uint32Array(studentIds.length).fill(NONE);
  const free = Array.from(studentIds, (_, s) => s);
  for (let student = free.pop(); student !== undefined; student = free.pop()) {
    const at = next[student] ?? 0;
    if (at >= (choices.start[student + 1] ?? 0)) continue;
    next[student] = at + 1;
    const position = positions[at] ?? NONE;
    if (position === NONE) {
      free.push(student);
      continue;
    }
    held.add(position);
    granted[student] = at;
    const broken = limits.chain[choices.items[at] ?? 0]?.find((limit) => held.within(limit) > limit.capacity);
    if (broken === undefined) continue;
    const dropped = held.last(broken);
    held.remove(dropped);
    const released = order[dropped] ?? 0;
    granted[released] = NONE;
    free.push(released);
  }
  return granted;
}
