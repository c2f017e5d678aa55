import { readResult } from '../../matching/round/read-result.ts';
import { ENGINE } from '../../matching/round/result.ts';
import { resultText } from '../../matching/round/result-text.ts';
import { readSnapshot } from '../../matching/round/snapshot.ts';
import { solve } from '../../matching/round/solve/solve.ts';
import { subjectOf } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler, Progress } from '../job/work.ts';
import { stamp } from '../stamp.ts';
import { checked, figuresOf, statedHash, storedLists, verifyStored } from './check-stored.ts';
import { requireSnapshot } from './rules.ts';
import type { ResultFacts, SnapshotFacts } from './schema.ts';
import { readStored, storeText } from './stored.ts';
import { getRound, rounds } from './store.ts';

/** Percent of a whole run, told when they change: each part of it gets a stretch of the hundred. */
const percents = (progress: Progress) => {
  let told = -1;
  return async (from: number, to: number, share: number): Promise<void> => {
    const percent = Math.floor(from + (to - from) * share);
    if (percent === told) return;
    told = percent;
    await progress(percent, 100);
  };
};
type Percents = ReturnType<typeof percents>;

const matchStored = async (deps: Deps, round: { id: string; snapshot: SnapshotFacts }, told: Percents) => {
  const lists = await storedLists(deps, round.snapshot, (share) => told(0, 30, share));
  const solution = solve(lists);
  await told(30, 40, 1);
  return storeText(deps.files, `rounds/${round.id}/result`, () =>
    resultText(solution, statedHash(round.snapshot)),
  );
};

/** Matches from the stored bytes, stores the result, then has it checked independently. Running again gives the same bytes. */
export const runRound: JobHandler<'run_round'> = async (deps, { roundId }, progress, task) => {
  const before = await getRound(deps.table, roundId);
  if (before.state === 'computed') return;
  const round = requireSnapshot(before);
  const told = percents(progress);
  const result = await matchStored(deps, round, told);
  const found = await verifyStored(deps, { snapshot: round.snapshot, result }, (share) =>
    told(50, 99, share),
  );
  if (found.stated === undefined) throw new Error(`the result ${result.name} cannot be read`);
  const facts: ResultFacts = { ...result, ...checked(found), ...figuresOf(found.stated), engine: ENGINE };
  const now = deps.clock.now();
  const by = subjectOf(task.requestedBy);
  // Read again: the run may have been asked for a second time meanwhile, or the round given up.
  const latest = await getRound(deps.table, roundId);
  if (latest.state === 'computed') return;
  await task.decide(deps.table, [
    rounds.update(
      { ...requireSnapshot(latest), state: 'computed', result: facts, computed: { at: now, by } },
      stamp({ kind: 'system', task: 'run' }, 'round.computed', now),
    ),
  ]);
  await told(99, 100, 1);
};

/** The stored result of a round, its bytes checked. */
export const storedResult = async (deps: Deps, result: Pick<ResultFacts, 'name' | 'sha256'>) =>
  readResult(await readStored(deps.files, result));
/** The stored instance of a round, its bytes checked. */
export const storedInstance = async (deps: Deps, snapshot: SnapshotFacts) =>
  readSnapshot(await readStored(deps.files, snapshot)).instance;
