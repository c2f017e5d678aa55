import type { Instance } from '../../../matching/round/instance.ts';

/** A slow and obvious reading of the definitions, sharing no code with the engine. */
type Assignment = Record<string, string | null>;

/** Every stable assignment: all feasible ones are tried. For tiny instances only. */
export function stableAssignments(instance: Instance): Assignment[] {
  const all = Object.keys(instance.students).reduce<Assignment[]>(
    (partial, student) =>
      partial.flatMap((assignment) =>
        [null, ...(instance.students[student] ?? [])].map((choice) => ({ ...assignment, [student]: choice })),
      ),
    [{}],
  );
  return all.filter((assignment) => isFeasible(instance, assignment) && !isBlocked(instance, assignment));
}

function isFeasible(instance: Instance, assignment: Assignment): boolean {
  return Object.entries(instance.postings).every(([posting, { capacity, ranking }]) => {
    const admitted = admittedTo(assignment, posting);
    return admitted.length <= capacity && admitted.every((student) => ranking.includes(student));
  });
}

function isBlocked(instance: Instance, assignment: Assignment): boolean {
  return Object.entries(instance.students).some(([student, list]) =>
    list.some((posting) => {
      const entry = instance.postings[posting];
      if (entry === undefined || !entry.ranking.includes(student)) return false;
      const wants = rankOf(list, posting) < rankOf(list, assignment[student] ?? null);
      const admitted = admittedTo(assignment, posting);
      const worse = admitted.filter((other) => entry.ranking.indexOf(other) > entry.ranking.indexOf(student));
      return wants && (admitted.length < entry.capacity || worse.length > 0);
    }),
  );
}

export function admittedTo(assignment: Readonly<Assignment>, posting: string): string[] {
  return Object.keys(assignment).filter((student) => assignment[student] === posting);
}

/** Place in a list, from 0; nothing is worse than the last choice. */
export function rankOf(list: readonly string[], posting: string | null): number {
  return posting === null ? list.length : list.indexOf(posting);
}
