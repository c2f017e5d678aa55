import type { Instance, PostingEntry } from '../../matching/round/instance.ts';

/** What a freeze finds, by id. */
export interface Frozen {
  /** The certified list of each student who takes part; empty when nothing was certified. */
  students: ReadonlyMap<string, readonly string[]>;
  /** The certified list of each posting. */
  rankings: ReadonlyMap<string, readonly string[]>;
  /** Seats of the published postings. */
  seats: ReadonlyMap<string, number>;
  /** For each student the postings for which the application is rankable. */
  rankable: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The round's input. A posting ranks only whose application is still rankable, so that nobody who withdrew or was
 * turned down after the lists were certified is matched. Choices keep their places: one whose posting is no longer
 * published stays, without seats.
 */
export const frozenInstance = ({ students, rankings, seats, rankable }: Frozen): Instance => {
  const closed: (readonly [string, PostingEntry])[] = [...students.values()]
    .flat()
    .filter((id) => !seats.has(id))
    .map((id) => [id, { capacity: 0, ranking: [] }]);
  const open = [...seats].map(([id, capacity]): readonly [string, PostingEntry] => {
    const ranking = (rankings.get(id) ?? []).filter((student) => rankable.get(student)?.has(id));
    return [id, { capacity, ranking }];
  });
  return { students: Object.fromEntries(students), postings: Object.fromEntries([...closed, ...open]) };
};
