import { readInstance, type Instance } from './instance.ts';
import { ENGINE } from './result.ts';

/** The frozen input of a round: all that a run depends on. Its bytes are its canonical JSON. */
export interface Snapshot {
  readonly format: 'round-snapshot/1';
  readonly roundId: string;
  readonly cycleId: string;
  readonly engine: typeof ENGINE;
  readonly instance: Instance;
}

export interface SnapshotInput {
  readonly roundId: string;
  readonly cycleId: string;
  readonly instance: Instance;
}

/** A snapshot for the current engine. Hash `canonicalParts` of it, or `canonicalJson` when it is small. */
export function snapshotOf({ roundId, cycleId, instance }: SnapshotInput): Snapshot {
  return { format: 'round-snapshot/1', roundId, cycleId, engine: ENGINE, instance };
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
 * Parses a stored snapshot.
 * @throws SnapshotError when it is of another format or for another engine, InstanceError when its instance is wrong
 */
export function readSnapshot(value: unknown): Snapshot {
  const fields: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const { format, roundId, cycleId, engine, instance } = fields;
  if (format !== 'round-snapshot/1') {
    throw new SnapshotError('wrongFormat', `format ${String(format)} is not round-snapshot/1`);
  }
  if (engine !== ENGINE) {
    throw new SnapshotError('wrongEngine', `made for ${String(engine)}; this program runs ${ENGINE}`);
  }
  if (typeof roundId !== 'string' || typeof cycleId !== 'string') {
    throw new SnapshotError('missingId', 'roundId and cycleId must be text');
  }
  return snapshotOf({ roundId, cycleId, instance: readInstance(instance) });
}
