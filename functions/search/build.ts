import type { Search, SearchIndex } from './search.ts';

/** Search documents that are built anew while others answer. */
export interface Build extends Pick<Search, 'write' | 'rankPostings' | 'rankStudents'> {
  /** False when an earlier build is gone on with. */
  readonly isNew: boolean;
  /** Resolves when all that was written can be found. */
  settle(): Promise<void>;
  /** How many documents can be found. */
  count(index: SearchIndex): Promise<number>;
  /** From now on these answer, and take the writes. */
  publish(): Promise<void>;
  /** Throws away all that do not answer. */
  clear(): Promise<void>;
}
