import * as fc from 'fast-check';
import type { Group, Instance, Ranked, Reserve } from '../../../matching/round/instance.ts';
import { instances } from './instances.ts';

/** Instances with everything at once: ties, groups in groups, several reserves of a posting, chains of transfers. */
export function everyKind(mostStudents: number, mostPostings: number): fc.Arbitrary<Instance> {
  const parts = fc.record({
    ties: fc.boolean(),
    groups: fc.boolean(),
    reserves: fc.boolean(),
    transfers: fc.boolean(),
  });
  return fc
    .tuple(instances(mostStudents, mostPostings), parts, fc.infiniteStream(fc.nat()))
    .map(([plain, { ties, groups, reserves, transfers }, numbers]) => {
      const draw = (below: number): number => numbers.next().value % below;
      const tied = ties ? withTies(plain, draw) : plain;
      const grouped = groups ? { ...tied, groups: someGroups(Object.keys(tied.postings), draw) } : tied;
      const reserved = reserves ? { ...grouped, reserves: someReserves(grouped, draw) } : grouped;
      return transfers ? { ...reserved, transfers: someTransfers(reserved, draw) } : reserved;
    });
}

type Draw = (below: number) => number;

function withTies(instance: Instance, draw: Draw): Instance {
  const joined = (ranking: readonly Ranked[]): Ranked[] => {
    const tiers: string[][] = [];
    for (const student of ranking.flat()) {
      const last = tiers.at(-1);
      if (last !== undefined && draw(2) === 1) last.push(student);
      else tiers.push([student]);
    }
    return tiers.map((tier): Ranked => (tier.length === 1 ? (tier[0] ?? '') : tier));
  };
  return {
    ...instance,
    seed: String(draw(1_000)),
    postings: Object.fromEntries(
      Object.entries(instance.postings).map(([id, entry]) => [
        id,
        { ...entry, ranking: joined(entry.ranking) },
      ]),
    ),
  };
}

/** One or two outer groups over some of the postings in any order, and one within the first. */
function someGroups(ids: readonly string[], draw: Draw): Record<string, Group> {
  const shuffled = inAnyOrder(
    ids.filter(() => draw(4) > 0),
    draw,
  );
  const cut = draw(2) === 0 ? shuffled.length : draw(shuffled.length + 1);
  const outer = [shuffled.slice(0, cut), shuffled.slice(cut)];
  const inner = inAnyOrder((outer[0] ?? []).slice(1 + draw(2)), draw);
  return Object.fromEntries(
    [...outer, inner].flatMap((postings, index) =>
      postings.length === 0 ? [] : [[`g${index}`, { capacity: draw(5), postings }] as const],
    ),
  );
}

function inAnyOrder(ids: readonly string[], draw: Draw): string[] {
  return ids.reduce<string[]>((list, id) => list.toSpliced(draw(list.length + 1), 0, id), []);
}

/** Up to two reserves of a posting, with different members. */
function someReserves({ students, postings }: Instance, draw: Draw): Record<string, Reserve> {
  return Object.fromEntries(
    Object.entries(postings).flatMap(([posting, { capacity }]) => {
      const members: [string[], string[], string[]] = [[], [], []];
      for (const student of Object.keys(students)) members[draw(3)]?.push(student);
      const first = draw(capacity + 1);
      const second = draw(capacity - first + 1);
      return [first, second].flatMap((seats, index) =>
        draw(3) === 0
          ? []
          : [[`r-${posting}-${index}`, { posting, seats, students: members[index] ?? [] }] as const],
      );
    }),
  );
}

/** From earlier to later postings only, so never in a circle; none in a group. */
function someTransfers({ postings, groups = {} }: Instance, draw: Draw): Record<string, string> {
  const grouped = Object.values(groups).flatMap((group) => group.postings);
  const free = Object.keys(postings).filter((id) => !grouped.includes(id));
  return Object.fromEntries(
    free.flatMap((from, index) => {
      const to = free[index + 1 + draw(3)];
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
}
