import type { Group, Instance, PostingEntry, Reserve } from './instance.ts';
import { own } from './lookup.ts';
import { remaining } from './remaining.ts';
import type { MatchResult } from './result.ts';

/**
 * The input of a supplementary round: the students who got nothing and the seats that are open, with what was declined.
 * Those who declined are out. Lists keep their order and lose whoever is not in the round any more; new lists can take
 * their place. Limits count who keeps a seat; transfers have had their effect.
 */
export function nextInstance(
  instance: Instance,
  { assignment, certificate }: MatchResult,
  declined: readonly string[],
): Instance {
  const gone = new Set(declined);
  const stays = new Map<string, string[]>();
  for (const [student, posting] of Object.entries(assignment)) {
    if (posting !== null && !gone.has(student)) stays.set(posting, [...(stays.get(posting) ?? []), student]);
  }
  const students = new Set(
    Object.keys(instance.students).filter((id) => (own(assignment, id) ?? null) === null && !gone.has(id)),
  );
  const open = new Map(
    Object.keys(instance.postings)
      .map((id) => [id, (own(certificate.postings, id)?.seats ?? 0) - (stays.get(id)?.length ?? 0)] as const)
      .filter(([, seats]) => seats > 0),
  );
  const entries = [...open].map(([id, capacity]): [string, PostingEntry] => [
    id,
    {
      capacity,
      ranking: remaining(own(instance.postings, id)?.ranking ?? [], (student) => students.has(student)),
    },
  ]);
  const groups = Object.entries(instance.groups ?? {}).flatMap(([id, group]): [string, Group][] => {
    const postings = group.postings.filter((posting) => open.has(posting));
    const taken = group.postings.reduce((sum, posting) => sum + (stays.get(posting)?.length ?? 0), 0);
    return postings.length === 0 ? [] : [[id, { capacity: Math.max(0, group.capacity - taken), postings }]];
  });
  const left = new Map(open);
  const reserves = Object.entries(instance.reserves ?? {}).flatMap(([id, reserve]): [string, Reserve][] => {
    const { posting } = reserve;
    const members = new Set(reserve.students);
    const used = (stays.get(posting) ?? []).filter((student) => members.has(student)).length;
    const seats = Math.min(Math.max(0, reserve.seats - used), left.get(posting) ?? 0);
    if (seats === 0) return [];
    left.set(posting, (left.get(posting) ?? 0) - seats);
    return [[id, { posting, seats, students: reserve.students.filter((student) => students.has(student)) }]];
  });
  return {
    students: Object.fromEntries(
      [...students].map((id) => [
        id,
        (own(instance.students, id) ?? []).filter((choice) => open.has(choice)),
      ]),
    ),
    postings: Object.fromEntries(entries),
    ...(instance.seed !== undefined && { seed: instance.seed }),
    ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
    ...(reserves.length > 0 && { reserves: Object.fromEntries(reserves) }),
  };
}
