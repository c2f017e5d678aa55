import type { Instance } from '../../../../matching/round/instance.ts';
import { drawnRankings } from './choice.ts';
import { stableAssignments } from './stable.ts';

/** Every tie in the order of the lottery. */
export function drawn(instance: Instance): Instance {
  const rankings = drawnRankings(instance);
  return {
    ...instance,
    postings: Object.fromEntries(
      Object.entries(instance.postings).map(([id, entry]) => [
        id,
        { ...entry, ranking: rankings.get(id) ?? [] },
      ]),
    ),
  };
}

/**
 * The instance with the seats after its transfers: as long as a posting leaves seats unfilled and has somewhere to give
 * them, they go. All stable assignments leave the same seats unfilled, so any of them tells.
 */
export function afterTransfers(instance: Instance): {
  settled: Instance;
  transferred: Record<string, number>;
} {
  const { transfers = {}, ...settled } = instance;
  const transferred: Record<string, number> = {};
  let now: Instance = settled;
  for (;;) {
    const [assignment] = stableAssignments(drawn(now));
    const open = Object.keys(transfers).flatMap((from) => {
      const admitted = Object.values(assignment ?? {}).filter((posting) => posting === from).length;
      const left = (now.postings[from]?.capacity ?? 0) - admitted;
      return left > 0 ? [{ from, to: transfers[from] ?? '', left }] : [];
    });
    if (open.length === 0) return { settled: now, transferred };
    const postings = { ...now.postings };
    for (const { from, to, left } of open) {
      const [giver, receiver] = [postings[from], postings[to]];
      if (giver === undefined || receiver === undefined) throw new Error(`no posting ${from} or ${to}`);
      postings[from] = { ...giver, capacity: giver.capacity - left };
      postings[to] = { ...receiver, capacity: receiver.capacity + left };
      transferred[from] = (transferred[from] ?? 0) + left;
    }
    now = { ...now, postings };
  }
}
