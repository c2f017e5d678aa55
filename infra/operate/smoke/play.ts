import { setTimeout } from 'node:timers/promises';
import type { Cast } from '../../local/cycle/cast.ts';
import type { Caller } from '../../local/cycle/client.ts';
import { playCycle } from '../../local/cycle/play.ts';
import { progressOn } from '../../local/cycle/progress.ts';
import { linesOf } from '../../local/cycle/report.ts';
import { OperatorRefused } from '../refusal.ts';
import { followed } from './inside.ts';

const over = ['closed', 'archived'];
const removedWithinMs = 300_000;
const most = 200;

type List = 'listCycles' | 'listCompanies' | 'listStudents';

const idsOf = async (coordinator: Caller, list: List): Promise<string[]> => {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await coordinator.call(list, {
      query: { limit: most, ...(cursor !== undefined && { cursor }) },
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== undefined);
  return ids;
};

/** Everything that a play makes and a list shows, by the name of its list. */
const everything = async (coordinator: Caller): Promise<ReadonlyMap<List, readonly string[]>> => {
  const found = new Map<List, readonly string[]>();
  for (const list of ['listCycles', 'listCompanies', 'listStudents'] as const)
    found.set(list, await idsOf(coordinator, list));
  return found;
};

/** Asks for the removal and waits for its end. Answers what is wrong. */
const remove = async (coordinator: Caller, cycleId: string): Promise<string | undefined> => {
  // What still follows from the play would come after its removal.
  const waiting = await followed(coordinator);
  if (waiting !== undefined) return waiting;
  const params = { cycleId };
  const { version } = await coordinator.call('getCycle', { params });
  const { jobId } = await coordinator.call('removeTrialCycle', { params, ifMatch: version });
  for (const end = Date.now() + removedWithinMs; ;) {
    const { state, error } = await coordinator.call('getJob', { params: { jobId } });
    if (state === 'succeeded') return followed(coordinator);
    if (state === 'failed' || state === 'cancelled')
      return `the removal has ${state}: ${error?.message ?? 'nobody said why'}`;
    if (Date.now() > end) return `the removal is still ${state}`;
    await setTimeout(500);
  }
};

/**
 * Plays a whole cycle that is set up as a trial, and removes it with all who came for it. Answers what went wrong, what
 * stayed among it.
 * @throws OperatorRefused while a cycle is under way: the played one could not be the current one
 */
export const playAndRemove = async (origin: string, cast: Cast, students: number): Promise<string[]> => {
  const [coordinator] = await cast.coordinators();
  if (coordinator === undefined) throw new OperatorRefused('A cycle needs coordinators.');
  const { items } = await coordinator.call('listCycles', { query: { limit: most } });
  const underWay = items.find(({ phase }) => !over.includes(phase));
  if (underWay !== undefined)
    throw new OperatorRefused(
      `A cycle is under way here (${underWay.id}), and a played one could not be the current one. ${underWay.trial === undefined ? 'Play on another stage.' : 'It is a trial: remove it first.'}`,
    );
  const before = await everything(coordinator);
  const asked = {
    students,
    postings: Math.max(2, Math.ceil(students / 4)),
    seed: new Date().toISOString(),
    trial: true,
  };
  const report = await playCycle(origin, asked, progressOn(process.stderr), cast).catch(
    async (error: unknown) => {
      // What broke off half-way would else be the current cycle of whoever comes next.
      const made = (await idsOf(coordinator, 'listCycles')).filter(
        (id) => before.get('listCycles')?.includes(id) !== true,
      );
      for (const id of made) await remove(coordinator, id);
      throw error;
    },
  );
  for (const line of linesOf(report)) console.log(line);
  const faults = [...report.faults];
  const fault = await remove(coordinator, report.proof.round.cycleId);
  if (fault !== undefined) faults.push(fault);
  for (const [list, ids] of await everything(coordinator)) {
    const were = new Set(before.get(list));
    const stayed = ids.filter((id) => !were.has(id));
    if (ids.length !== were.size || stayed.length > 0)
      faults.push(
        `${list} has ${ids.length}, before the play ${were.size}: ${stayed.slice(0, 3).join(', ')}`,
      );
    else console.log(`ok    ${list} has ${ids.length}, as before the play`);
  }
  for (const one of faults) console.log(`WRONG A whole cycle, and its removal: ${one}`);
  return faults;
};
