import { InstanceReader } from '../../matching/round/read/instance-reader.ts';
import type { Lists } from '../../matching/round/read/lists.ts';
import { requireSnapshotFormat } from '../../matching/round/snapshot.ts';
import { type Verified, Verifier } from '../../matching/round/verify.ts';
import type { Stated } from '../../matching/round/verify/stated.ts';
import type { Deps } from '../deps.ts';
import type { ResultFacts, SnapshotFacts } from './schema.ts';
import { readPieces, type StoredText } from './stored.ts';

/** One forbids approval; more than these would not fit the item and help nobody. */
const shownViolations = 100;

/** As a result states the input that it was made from. */
export const statedHash = ({ sha256 }: SnapshotFacts): string => `sha256:${sha256}`;

/** The lists of a stored snapshot, read as a stream: a city's is longer than a string can be. */
export const storedLists = async (
  deps: Deps,
  snapshot: SnapshotFacts,
  read: (share: number) => Promise<void>,
): Promise<Lists> => {
  const reader = new InstanceReader();
  await readPieces(deps.files, snapshot, async (text, bytes) => {
    reader.push(text);
    await read(bytes / snapshot.bytes);
  });
  const lists = reader.end();
  requireSnapshotFormat(lists.others);
  return lists;
};

/** Checks a stored result against the stored snapshot, both read anew: nothing of the run itself is believed. */
export const verifyStored = async (
  deps: Deps,
  { snapshot, result }: { snapshot: SnapshotFacts; result: StoredText },
  read: (share: number) => Promise<void>,
): Promise<Verified> => {
  const lists = await storedLists(deps, snapshot, (share) => read(share / 2));
  const verifier = new Verifier(lists);
  await readPieces(deps.files, result, async (text, bytes) => {
    verifier.push(text);
    await read(0.5 + bytes / result.bytes / 2);
  });
  return verifier.end(statedHash(snapshot));
};

export const checked = ({ violations }: Verified): Pick<ResultFacts, 'violations' | 'blockingPairs'> => ({
  violations: violations.slice(0, shownViolations).map((violation) => JSON.stringify(violation)),
  blockingPairs: violations.filter(({ violation }) => violation === 'blockingPair').length,
});

/** What an independent check of the stored bytes finds. */
export const checkStored = async (
  deps: Deps,
  files: { snapshot: SnapshotFacts; result: StoredText },
): Promise<Pick<ResultFacts, 'violations' | 'blockingPairs'>> =>
  checked(await verifyStored(deps, files, async () => {}));

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

/** The figures that a round shows, as the result states them. */
export const figuresOf = (stated: Stated) => {
  const unmatched = sum(stated.isUnmatched);
  return {
    matched: stated.isUnmatched.length - unmatched,
    unmatched,
    unfilledSeats: sum(stated.unfilled),
    histogram: Object.fromEntries(stated.histogram),
    oneSided: sum(stated.ignoredChoice) + sum(stated.ignoredPlace),
    uniqueStable: stated.uniqueStable,
  };
};
