import type { Instance } from './instance.ts';
import { readLists } from './read/instance-reader.ts';
import { readResult } from './read-result.ts';
import type { MatchResult } from './result.ts';
import { resultText } from './result-text.ts';
import { snapshotHash } from './snapshot-text.ts';
import { type Proposing, solve } from './solve/solve.ts';

export interface MatchOptions {
  /** Which side's best stable result; the students' unless said otherwise. */
  readonly proposing?: Proposing;
  /** The hash to state, of the document that the instance was taken from; computed when absent. */
  readonly snapshot?: string;
}

/**
 * The stable match of an instance. For instances too large for one object, see InstanceReader, solve and resultText.
 * @throws InstanceError when it is no instance
 */
export function match(instance: Instance, { proposing, snapshot }: MatchOptions = {}): MatchResult {
  const lists = readLists(instance);
  const text = resultText(solve(lists, proposing), snapshot ?? snapshotHash(lists));
  return readResult(JSON.parse(text.toArray().join('')));
}
