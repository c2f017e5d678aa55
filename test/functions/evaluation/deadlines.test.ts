import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { advanceEvaluations } from '../../../functions/evaluation/advance.ts';
import { rescheduleFinals, scheduleEvaluations } from '../../../functions/evaluation/follow.ts';
import { evaluations, evaluationsOf } from '../../../functions/evaluation/store.ts';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { Placement } from '../../../functions/placement/schema.ts';
import { parseKept } from '../../../functions/parse-kept.ts';
import { getPlacement, placements } from '../../../functions/placement/store.ts';
import type { Item } from '../../../functions/table/table.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
let placement: Placement;
beforeEach(async () => {
  world = await startWorld();
  placement = await confirmedPlacement(world);
  const cycle = await getCycle(world.deps.table, world.cycle.id);
  await world.deps.table.write([cycles.update({ ...cycle, phase: 'active' }, by())]);
  await world.settle();
});
afterEach(() => world.stop());

const by = () => ({ by: 'test', action: 'test', at: world.clock.now() });
const goTo = async (instant: string) => {
  world.clock.advance(Date.parse(instant) - Date.parse(world.clock.now()));
  await advanceEvaluations(world.deps);
  await world.settle();
};
const all = () => Array.fromAsync(evaluationsOf(world.deps.table, placement));
const one = async (kind: string, side: string) => {
  const found = (await all()).find((each) => each.kind === kind && each.side === side);
  if (found === undefined) throw new Error('no such evaluation');
  return found;
};
const key = () => ({ pk: `STUDENT#${placement.studentId}`, sk: `PLACEMENT#${placement.roundId}` });
const itemNow = async (): Promise<Item> => {
  const item = await world.deps.table.get(key());
  if (item === undefined) throw new Error('no placement');
  return item;
};
/** The internship as it is after one more agreement on a later last day; nothing follows yet. */
const extendTo = async (endsOn: string): Promise<Item> => {
  const before = await getPlacement(world.deps.table, placement.id);
  const extended = {
    ...before,
    state: 'extended',
    startedAt: world.clock.now(),
    endsOn,
    endedOnBefore: [...before.endedOnBefore, before.endsOn],
  };
  await world.deps.table.write([placements.update(parseKept(Placement, extended), by())]);
  return itemNow();
};

describe('what follows late goes by the internship as it is', () => {
  it('a later last day that is followed again does not bring an earlier deadline back', async () => {
    const first = await extendTo('2026-09-30');
    const second = await extendTo('2026-10-30');
    await rescheduleFinals(world.deps, first);
    await rescheduleFinals(world.deps, second);
    await rescheduleFinals(world.deps, first);
    expect((await one('final', 'student')).dueAt).toBe('2026-11-06T10:00:00.000Z');
  });

  it('evaluations are scheduled by the last day that holds, the mid-terms as they would have been', async () => {
    const confirmed = await itemNow();
    const before = await all();
    await world.deps.table.write(before.map((each) => evaluations.remove(each, by())));
    await extendTo('2026-09-30');
    await scheduleEvaluations(world.deps, confirmed);
    expect((await one('final', 'company')).dueAt).toBe('2026-10-07T10:00:00.000Z');
    const midTerm = before.find(({ kind }) => kind === 'mid_term');
    expect((await one('mid_term', 'company')).dueAt).toBe(midTerm?.dueAt);
  });

  it('none are scheduled of an internship that has ended early', async () => {
    const confirmed = await itemNow();
    await world.deps.table.write((await all()).map((each) => evaluations.remove(each, by())));
    const { extension: _, ...rest } = await getPlacement(world.deps.table, placement.id);
    const ended = {
      state: 'terminated',
      terminatedAt: by().at,
      terminatedBy: 'company',
      reason: 'x',
    } as const;
    await world.deps.table.write([placements.update({ ...rest, ...ended }, by())]);
    await scheduleEvaluations(world.deps, confirmed);
    expect(await all()).toEqual([]);
  });
});

describe('more time for evaluations', () => {
  const until = '2026-08-20T10:00:00.000Z';
  const to = { kind: 'student', studentId: people.student.subject };
  const grant = (more: object = {}) =>
    world.ok('grantExtension', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      body: { to, step: 'evaluation', until, reason: 'An exam.', ...more },
    });

  it('is the deadline of the one who has it, also when the common one is over', async () => {
    const due = (await one('mid_term', 'student')).dueAt;
    await goTo('2026-08-01T00:00:00.000Z');
    await goTo('2026-08-02T00:00:00.000Z');
    expect(await one('mid_term', 'student')).toMatchObject({ state: 'overdue', dueAt: due });
    const final = (await one('final', 'student')).dueAt;
    await grant();
    await world.settle();
    expect(await one('mid_term', 'student')).toMatchObject({ state: 'open', dueAt: until });
    expect(await one('mid_term', 'company')).toMatchObject({ state: 'overdue', dueAt: due });
    // The final has more time anyway.
    expect((await one('final', 'student')).dueAt).toBe(final);
    await goTo('2026-08-20T09:00:00.000Z');
    expect((await one('mid_term', 'student')).state).toBe('open');
    await goTo('2026-08-20T10:00:00.001Z');
    expect((await one('mid_term', 'student')).state).toBe('overdue');
  });

  it('is over when it is taken back', async () => {
    const due = (await one('mid_term', 'student')).dueAt;
    await goTo('2026-07-26T00:00:00.000Z');
    const { version } = await grant();
    await world.settle();
    expect((await one('mid_term', 'student')).dueAt).toBe(until);
    await world.ok('takeBackExtension', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      body: { to, step: 'evaluation', reason: 'A mistake.' },
      ifMatch: version,
    });
    await world.settle();
    expect(await one('mid_term', 'student')).toMatchObject({ state: 'open', dueAt: due });
  });

  it('is a company’s for all whom it has to write about', async () => {
    const companyId = world.first.company.id;
    await goTo('2026-07-26T00:00:00.000Z');
    await grant({ to: { kind: 'company', companyId } });
    await world.settle();
    expect((await one('mid_term', 'company')).dueAt).toBe(until);
    expect((await one('mid_term', 'student')).dueAt).not.toBe(until);
  });
});
