import { match } from '../../matching/round/match.ts';
import { readResult } from '../../matching/round/read-result.ts';
import { readSnapshot } from '../../matching/round/snapshot.ts';
import { verify } from '../../matching/round/verify.ts';
import { subjectOf } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler } from '../job/work.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { requireSnapshot } from './rules.ts';
import type { ResultFacts, SnapshotFacts } from './schema.ts';
import { readStored, storeCanonical } from './stored.ts';
import { getRound, rounds } from './store.ts';

/** One forbids approval; more than these would not fit the item and help nobody. */
const shownViolations = 100;

/** Checks a stored result against the stored snapshot, both read anew: nothing of the run itself is believed. */
export const checkStored = async (
  deps: Deps,
  snapshot: SnapshotFacts,
  stored: ResultFactsOfFile,
): Promise<Pick<ResultFacts, 'violations' | 'blockingPairs'>> => {
  const { instance } = readSnapshot(await readStored(deps.files, snapshot));
  const found = verify(instance, await readStored(deps.files, stored), statedHash(snapshot));
  return {
    violations: found.slice(0, shownViolations).map((violation) => JSON.stringify(violation)),
    blockingPairs: found.filter(({ violation }) => violation === 'blockingPair').length,
  };
};
/** As a result states the input that it was made from. */
const statedHash = ({ sha256 }: SnapshotFacts): string => `sha256:${sha256}`;

type ResultFactsOfFile = Pick<ResultFacts, 'name' | 'sha256'>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Matches from the stored bytes, stores the result, then has it checked independently. Running again gives the same bytes. */
export const runRound: JobHandler<'run_round'> = async (deps, { roundId }, progress, job) => {
  const before = await getRound(deps.table, roundId);
  if (before.state === 'computed') return;
  const round = requireSnapshot(before);
  await progress(0, 3);
  const { instance } = readSnapshot(await readStored(deps.files, round.snapshot));
  const result = match(instance, { snapshot: statedHash(round.snapshot) });
  await progress(1, 3);
  const stored = await storeCanonical(deps.files, `rounds/${round.id}/result`, result);
  await progress(2, 3);
  const checked = await checkStored(deps, round.snapshot, stored);
  const facts: ResultFacts = {
    ...stored,
    ...checked,
    engine: result.engine,
    matched: Object.keys(result.assignment).length - result.unmatched.length,
    unmatched: result.unmatched.length,
    unfilledSeats: sum(Object.values(result.unfilledSeats)),
    histogram: { ...result.rankHistogram },
    oneSided: result.ignored.length,
    uniqueStable: result.uniqueStable,
  };
  const now = deps.clock.now();
  const by = subjectOf(job.requestedBy);
  // Read again: the run may have been asked for a second time meanwhile, or the round given up.
  const latest = await getRound(deps.table, roundId);
  if (latest.state === 'computed') return;
  await commit(deps.table, [
    rounds.update(
      { ...requireSnapshot(latest), state: 'computed', result: facts, computed: { at: now, by } },
      stamp({ kind: 'system', task: 'run' }, 'round.computed', now),
    ),
  ]);
  await progress(3, 3);
};

/** The stored result of a round, its bytes checked. */
export const storedResult = async (deps: Deps, result: ResultFactsOfFile) =>
  readResult(await readStored(deps.files, result));
/** The stored instance of a round, its bytes checked. */
export const storedInstance = async (deps: Deps, snapshot: SnapshotFacts) =>
  readSnapshot(await readStored(deps.files, snapshot)).instance;
