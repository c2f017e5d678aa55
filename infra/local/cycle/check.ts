import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import type { Instance } from '../../../matching/round/instance.ts';
import { match } from '../../../matching/round/match.ts';
import { readResult } from '../../../matching/round/read-result.ts';
import type { MatchResult } from '../../../matching/round/result.ts';
import { readSnapshot } from '../../../matching/round/snapshot.ts';
import { verify } from '../../../matching/round/verify.ts';
import type { Proof } from './round.ts';

/** What an outsider finds who has nothing but the two downloaded files. */
export interface Finding {
  instance: Instance;
  result: MatchResult;
  blockingPairs: number;
  faults: string[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const parse = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));

/** Hashes, verifies and runs again what was downloaded. Nothing that the service says of it is believed. */
export const recheck = ({ round, snapshot, result }: Proof): Finding => {
  const { instance } = readSnapshot(parse(snapshot));
  const stated = readResult(parse(result));
  const snapshotHash = `sha256:${round.snapshot.sha256}`;
  const violations = verify(instance, stated, snapshotHash);
  const pairs = violations.filter(({ violation }) => violation === 'blockingPair').length;
  const faults: string[] = [];
  if (sha256(snapshot) !== round.snapshot.sha256)
    faults.push('The snapshot has another SHA-256 than was stated.');
  if (sha256(result) !== round.result.sha256) faults.push('The result has another SHA-256 than was stated.');
  if (pairs > 0) faults.push(`The result has ${pairs} blocking pairs.`);
  for (const violation of violations) faults.push(`The result is wrong: ${JSON.stringify(violation)}.`);
  if (canonicalJson(match(instance, { snapshot: snapshotHash })) !== new TextDecoder().decode(result))
    faults.push('Matching the snapshot again gives other bytes.');
  return { instance, result: stated, blockingPairs: pairs, faults };
};
