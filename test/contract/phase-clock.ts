import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications } from '../../functions/application/store.ts';
import { tick } from '../../functions/clock/tick.ts';
import { clockTasks } from '../../functions/clock/tasks.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import { moveCycles } from '../../functions/cycle/move-cycles.ts';
import type { Phase } from '../../functions/cycle/phases.ts';
import { cycles, getCycle } from '../../functions/cycle/store.ts';
import type { Deps } from '../../functions/deps.ts';
import { CycleId } from '../../functions/ids.ts';
import { createMainRound } from '../../functions/round/store.ts';
import type { Table } from '../../functions/table/table.ts';
import { makeDeps, type TestDeps } from '../support/deps.ts';
import { applicationIn, cycleIn } from '../support/entities.ts';
import { allChanges } from '../support/table.ts';

const stamp = { by: 'test', action: 'test', at: '2026-03-01T00:00:00.000Z' };
const { id: cycleId, version: _, ...cycle } = { ...cycleIn('posting'), movesByClock: true };
const minute = 60_000;
const day = 24 * 60 * minute;

/** What the clock does to a cycle, on every adapter of the table. */
export function phaseClockCases(
  name: string,
  /** Undefined where there is no such table. */
  makeTable: ((clock: Clock) => Promise<{ table: Table; close: () => Promise<void> }>) | undefined,
): void {
  describe.runIf(makeTable)(`phases by the clock: ${name}`, () => {
    let base: TestDeps;
    let deps: Deps & { clock: TestDeps['clock'] };
    let close: () => Promise<void>;
    const logged: string[] = [];
    beforeEach(async () => {
      logged.length = 0;
      base = await makeDeps({ now: '2026-03-14T23:59:00.000Z' });
      if (makeTable === undefined) throw new Error('There is no table.');
      const made = await makeTable(base.clock);
      close = made.close;
      deps = { ...base, table: made.table, log: ({ event }) => void logged.push(event) };
    });
    afterEach(async () => {
      await close();
      await base.close();
    });

    const at = (instant: string): void =>
      deps.clock.advance(Date.parse(instant) - Date.parse(deps.clock.now()));
    const begin = async (phase: Phase, more: object = {}): Promise<void> => {
      const { operations } = createMainRound(deps.newId, CycleId.parse(cycleId), stamp);
      await deps.table.write([
        cycles.create({ ...cycle, id: cycleId, phase, ...more }, stamp),
        ...operations,
      ]);
    };
    const phase = async (): Promise<Phase> => (await getCycle(deps.table, cycleId)).phase;
    const moves = async () =>
      (await allChanges(deps.table))
        .filter(({ key, before }) => key.sk === 'CYCLE' && before)
        .map(({ stamp: { by, action, at: moved } }) => ({ by, action, at: moved }));
    const addApplication = async (state: 'submitted' | 'not_selected'): Promise<void> => {
      const { version: __, ...application } = applicationIn(state);
      await deps.table.write([applications.create(application, stamp)]);
    };

    it('moves at the minute, once, signed by the clock', async () => {
      await begin('posting');
      await moveCycles(deps);
      expect(await phase()).toBe('posting');
      at('2026-03-15T00:00:00.000Z');
      await moveCycles(deps);
      await moveCycles(deps);
      expect(await phase()).toBe('applying');
      expect(await moves()).toEqual([
        { by: 'system:clock', action: 'cycle.applying', at: '2026-03-15T00:00:00.000Z' },
      ]);
    });

    it('makes up for missed minutes, phase after phase', async () => {
      await begin('posting');
      at('2026-05-08T00:00:30.000Z');
      await moveCycles(deps);
      expect((await moves()).map(({ action }) => action)).toEqual([
        'cycle.applying',
        'cycle.shortlisting',
        'cycle.ranking',
      ]);
    });

    it('stands still at what is in the way, and goes on when it is gone', async () => {
      await begin('applying');
      await addApplication('submitted');
      at('2026-05-20T00:00:00.000Z');
      await moveCycles(deps);
      expect(await phase()).toBe('shortlisting');
      const { id } = applicationIn('submitted');
      const [studentId = '', postingId = ''] = id.split('~');
      const found = await applications.get(deps.table, {
        pk: `STUDENT#${studentId}`,
        sk: `APPLICATION#${postingId}`,
      });
      if (!found) throw new Error('no application');
      const { version } = found;
      await deps.table.write([applications.update({ ...applicationIn('not_selected'), version }, stamp)]);
      await moveCycles(deps);
      // Nobody has published the round: that is not for a clock to do.
      expect(await phase()).toBe('matching');
    });

    it('leaves alone what a coordinator moves, a draft, and what is over', async () => {
      await begin('posting', { movesByClock: false });
      at('2026-12-01T00:00:00.000Z');
      await moveCycles(deps);
      expect(await phase()).toBe('posting');
      for (const still of ['draft', 'active'] as const) {
        const id = CycleId.parse(`cyc_${still.padEnd(16, 'x')}`);
        await deps.table.write([cycles.create({ ...cycle, id, phase: still }, stamp)]);
        await moveCycles(deps);
        expect((await getCycle(deps.table, id)).phase).toBe(still);
      }
    });

    it('moves once when several clocks tick at the same time, and against a person who does', async () => {
      await begin('posting');
      at('2026-04-20T00:00:00.000Z');
      const byHand = async (): Promise<void> => {
        const read = await getCycle(deps.table, cycleId);
        await deps.table
          .write([cycles.update({ ...read, applicationCap: 7 }, { ...stamp, action: 'cycle.update' })])
          .catch(() => {});
      };
      await Promise.all([...Array.from({ length: 8 }, () => moveCycles(deps)), byHand()]);
      await moveCycles(deps);
      const made = (await moves()).map(({ action }) => action).filter((action) => action !== 'cycle.update');
      expect(made).toEqual(['cycle.applying', 'cycle.shortlisting']);
    });

    it('goes by the dates as they are when the time has come', async () => {
      await begin('posting');
      at('2026-03-15T00:00:00.000Z');
      const read = await getCycle(deps.table, cycleId);
      const applying = { ...read.windows.applying, from: '2026-03-20T00:00:00.000Z' };
      await deps.table.write([cycles.update({ ...read, windows: { ...read.windows, applying } }, stamp)]);
      await moveCycles(deps);
      expect(await phase()).toBe('posting');
    });

    it('does nothing by a clock that jumps a month ahead for some minutes, and nothing when it jumps back', async () => {
      await begin('posting');
      await tick(deps, clockTasks);
      deps.clock.advance(30 * day);
      for (let turn = 0; turn < 5; turn += 1) {
        await tick(deps, clockTasks);
        deps.clock.advance(minute);
      }
      deps.clock.advance(-30 * day);
      expect(await phase()).toBe('posting');
      expect(logged).toEqual(['clock_doubted']);
      for (let turn = 0; turn < 11; turn += 1) {
        await tick(deps, clockTasks);
        deps.clock.advance(minute);
      }
      expect(await phase()).toBe('applying');
      deps.clock.advance(-30 * day);
      for (let turn = 0; turn < 11; turn += 1) {
        await tick(deps, clockTasks);
        deps.clock.advance(minute);
      }
      expect(await moves()).toHaveLength(1);
    });

    it('does the other tasks when one fails, and says which did', async () => {
      await begin('posting');
      at('2026-03-15T00:00:00.000Z');
      const failing = { name: 'offers', run: () => Promise.reject(new Error('cannot')) };
      expect(await tick(deps, [failing, ...clockTasks.slice(1)])).toEqual(['offers']);
      expect(await phase()).toBe('applying');
      expect(logged).toEqual(['clock_task_failed']);
    });
  });
}
