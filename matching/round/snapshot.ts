import type { Instance } from './instance.ts';
import { readInstance } from './read/instance-of.ts';
import { ENGINE } from './result.ts';

/**
 * The frozen input of a round: an instance that says of itself which round it is, so that the file can be matched and
 * verified as it is. Its bytes are its canonical JSON.
 */
export interface SnapshotDocument extends Instance {
  readonly format: 'round-snapshot/2';
  readonly round: string;
  readonly cycle: string;
  readonly engine: typeof ENGINE;
}

export interface Snapshot {
  readonly roundId: string;
  readonly cycleId: string;
  readonly instance: Instance;
}

/** A snapshot for the current engine. Hash `canonicalParts` of it, or `canonicalJson` when it is small. */
export function snapshotOf({ roundId, cycleId, instance }: Snapshot): SnapshotDocument {
  return { ...instance, format: 'round-snapshot/2', round: roundId, cycle: cycleId, engine: ENGINE };
}

export type SnapshotProblem = 'wrongFormat' | 'wrongEngine' | 'missingId';

export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';
  readonly problem: SnapshotProblem;

  constructor(problem: SnapshotProblem, sentence: string) {
    super(sentence);
    this.problem = problem;
  }
}

/**
 * What a snapshot says of itself.
 * @throws SnapshotError when it is of another format or for another engine
 */
export function requireSnapshotFormat({ format, round, cycle, engine }: Readonly<Record<string, unknown>>) {
  if (format !== 'round-snapshot/2') {
    throw new SnapshotError('wrongFormat', `format ${String(format)} is not round-snapshot/2`);
  }
  if (engine !== ENGINE) {
    throw new SnapshotError('wrongEngine', `made for ${String(engine)}; this program runs ${ENGINE}`);
  }
  if (typeof round !== 'string' || typeof cycle !== 'string') {
    throw new SnapshotError('missingId', 'round and cycle must be text');
  }
  return { roundId: round, cycleId: cycle };
}

/**
 * Parses a stored snapshot.
 * @throws SnapshotError when it is of another format or for another engine, InstanceError when its instance is wrong
 */
export function readSnapshot(value: unknown): Snapshot {
  const ids = requireSnapshotFormat(typeof value === 'object' && value !== null ? { ...value } : {});
  return { ...ids, instance: readInstance(value) };
}
