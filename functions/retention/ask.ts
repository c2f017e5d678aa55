import { applications, ofPosting } from '../application/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { cycles, everyCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { stale } from '../errors.ts';
import type { StudentId } from '../ids.ts';
import { ofCycle, postings } from '../posting/store.ts';
import { dueOf } from '../rights/due.ts';
import { deletions, findDeletion } from '../rights/store.ts';
import { stamp } from '../stamp.ts';
import { everyStudent, findStudent, students } from '../student/store.ts';
import { writeIndependent } from '../table/independent.ts';
import { takeTurns } from '../table/take-turns.ts';
import { keepsOf } from './keeps.ts';
import { goneAfter, isResting, keptByCycle, keptUnused, monthsForUnused, nextStep } from './rules.ts';
import type { Walk } from './schema.ts';
import { accountWalks, findAccountWalk, findWalk, walks } from './store.ts';

const clock = { kind: 'system', task: 'retention' } as const;
/** Applications, or postings without any, that one turn of the clock looks at; the rest has the next one. */
const mostInOneTurn = 100;

/** Asks in a student's place for the deletion, unless there is a reason to keep the data. */
const askFor = async (
  deps: Deps,
  studentId: StudentId,
  cycle: Cycle | undefined,
  all: readonly Cycle[],
): Promise<void> => {
  const { table } = deps;
  const now = deps.clock.now();
  const [requested, student] = await Promise.all([
    findDeletion(table, { studentId }),
    findStudent(table, studentId),
  ]);
  if (requested !== undefined || student === undefined) return;
  const keeps = await keepsOf(table, studentId, all);
  if (keeps !== undefined && keeps.until > now) return;
  const by = stamp(clock, 'deletion.retention', now);
  const request = deletions.create(
    {
      studentId,
      email: student.email,
      lang: 'zh',
      certificates: 'remove',
      word: deps.newId(),
      stage: 'asked',
      names: [],
      because: 'retention',
      ...(cycle && { cycleId: cycle.id }),
      requestedAt: now,
      dueAt: goneAfter(now),
    },
    by,
  );
  // The count is everybody's, so that another's turn may come between; the request may have been made meanwhile.
  await takeTurns(
    async () => {
      if ((await findDeletion(table, { studentId })) !== undefined) return;
      await table.write([request, (await dueOf(table, cycle?.id)).oneMore(by)]);
    },
    () => stale('request'),
  );
};

/** Goes on through those who took part in a cycle. Answers how many were looked at; one that fails holds up no other. */
const walkOn = async (
  deps: Deps,
  { cycle, all, most }: { cycle: Cycle; all: readonly Cycle[]; most: number },
  failures: unknown[],
): Promise<number> => {
  const { table } = deps;
  const now = deps.clock.now();
  const before = await findWalk(table, cycle.id);
  const from = nextStep(before, now);
  if (from === undefined) return 0;
  let { cursor, skip } = from;
  let ended = false;
  let looked = 0;
  while (!ended && looked < most) {
    const page = await postings.list(table, { ...ofCycle(cycle.id), limit: 1, cursor });
    const [posting] = page.items;
    const sent = posting ? await Array.fromAsync(applications.all(table, ofPosting(posting.id))) : [];
    const some = sent.slice(skip, skip + most - looked);
    for (const { studentId } of some)
      await askFor(deps, studentId, cycle, all).catch((error: unknown) => void failures.push(error));
    looked += Math.max(1, some.length);
    if (skip + some.length < sent.length) {
      skip += some.length;
      continue;
    }
    ended = page.next === undefined;
    cursor = page.next;
    skip = 0;
  }
  const by = stamp(clock, 'retention.walk', now);
  const walk: Omit<Walk, 'version'> = ended
    ? { cycleId: cycle.id, skip: 0, endedAt: now }
    : { cycleId: cycle.id, skip, cursor };
  // One that is refused was made by another clock at the same moment.
  await writeIndependent(table, [
    before === undefined ? walks.create(walk, by) : walks.update({ ...walk, version: before.version }, by),
  ]);
  return looked;
};

/** Goes on through all accounts, for those who took part in no cycle. Answers how many were looked at. */
const walkAccounts = async (
  deps: Deps,
  { all, most }: { all: readonly Cycle[]; most: number },
  failures: unknown[],
): Promise<number> => {
  const { table } = deps;
  const now = deps.clock.now();
  const before = await findAccountWalk(table);
  if (before !== undefined && isResting(before, now)) return 0;
  const after = before?.endedAt === undefined ? before?.after : undefined;
  const from = after === undefined ? {} : { sk: { from: after } };
  // One more, for the one at which it stands comes first.
  const page = await students.list(table, { ...everyStudent, ...from, limit: most + 1 });
  const months = monthsForUnused(all);
  for (const { id, updatedAt } of page.items)
    if (id !== after && keptUnused(updatedAt, months) <= now)
      await askFor(deps, id, undefined, all).catch((error: unknown) => void failures.push(error));
  const by = stamp(clock, 'retention.walk', now);
  const walk = page.next === undefined ? { endedAt: now } : { after: page.items.at(-1)?.id };
  await writeIndependent(table, [
    before === undefined
      ? accountWalks.create(walk, by)
      : accountWalks.update({ ...walk, version: before.version }, by),
  ]);
  return page.items.length;
};

/**
 * Asks for the deletion of those whose data no cycle keeps any more, and of accounts that nobody uses: by the same request that they could make, with
 * thirty days in which they are told and can have it kept. Some in each turn.
 */
export const askByRetention = async (deps: Deps, mostNow = mostInOneTurn): Promise<void> => {
  const all = await Array.fromAsync(cycles.all(deps.table, everyCycle));
  const now = deps.clock.now();
  const failures: unknown[] = [];
  let most = mostNow;
  for (const cycle of all.filter((one) => keptByCycle(one) <= now)) {
    if (most <= 0) break;
    most -= await walkOn(deps, { cycle, all, most }, failures);
  }
  if (most > 0) await walkAccounts(deps, { all, most }, failures);
  if (failures.length > 0)
    throw new AggregateError(failures, 'Data that is kept too long could not be asked for');
};
