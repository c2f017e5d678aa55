import type { Instance, PostingEntry } from '../../matching/round/instance.ts';
import { remaining } from '../../matching/round/remaining.ts';
import type { Ranked } from '../ranklist/ties.ts';

/** What a freeze finds, by id. */
export interface Frozen {
  /** The certified list of each student who takes part; empty when nothing was certified. */
  students: ReadonlyMap<string, readonly string[]>;
  /** The certified list of each posting, ties as inner lists. */
  rankings: ReadonlyMap<string, readonly Ranked[]>;
  /** Seats of the published postings. */
  seats: ReadonlyMap<string, number>;
  /** For each student the postings for which the application is rankable. */
  rankable: ReadonlyMap<string, ReadonlySet<string>>;
  /** How the companies share, reserve and pass on these seats. */
  seating?: Pick<Instance, 'groups' | 'reserves' | 'transfers'>;
  /** Of the lottery among those whom a posting ranks equally. */
  seed: string | undefined;
}

/** A snapshot names only those rules of seats that it has. */
const used = <T extends object>(name: string, rules: T | undefined): Record<string, T> =>
  rules === undefined || Object.keys(rules).length === 0 ? {} : { [name]: rules };

/**
 * The round's input. A posting ranks only whose application is still rankable, so that nobody who withdrew or was
 * turned down after the lists were certified is matched. Choices keep their places: one whose posting is no longer
 * published stays, without seats.
 */
export const frozenInstance = ({ students, rankings, seats, rankable, seating, seed }: Frozen): Instance => {
  const closed: (readonly [string, PostingEntry])[] = [...students.values()]
    .flat()
    .filter((id) => !seats.has(id))
    .map((id) => [id, { capacity: 0, ranking: [] }]);
  const open = [...seats].map(([id, capacity]): readonly [string, PostingEntry] => {
    const stillRankable = (student: string): boolean => rankable.get(student)?.has(id) === true;
    return [id, { capacity, ranking: remaining(rankings.get(id) ?? [], stillRankable) }];
  });
  return {
    students: Object.fromEntries(students),
    postings: Object.fromEntries([...closed, ...open]),
    ...(seed !== undefined && { seed }),
    ...used('groups', seating?.groups),
    ...used('reserves', seating?.reserves),
    ...used('transfers', seating?.transfers),
  };
};
