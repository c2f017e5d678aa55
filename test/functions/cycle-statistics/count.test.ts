import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobHandlers } from '../../../functions/job/handlers.ts';
import { workOnJob } from '../../../functions/job/work.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { askForCount } from '../../../functions/cycle-statistics/ask.ts';
import { findCompanyStatistics, findStatistics } from '../../../functions/cycle-statistics/store.ts';
import type { Counted } from '../../../functions/cycle-statistics/schema.ts';
import { writeIndependent } from '../../../functions/table/independent.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';
import { coordinator } from '../../support/entities.ts';
import {
  application,
  companyId,
  cycleId,
  student,
  writeHandMadeCycle,
} from '../../support/hand-made-cycle.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await makeDeps();
  await writeHandMadeCycle(deps.table);
});
afterEach(() => deps.close());

const ask = async () =>
  askForCount(deps, await getCycle(deps.table, cycleId), { actor: coordinator, now: deps.clock.now() });
const count = async (): Promise<Counted> => {
  await ask();
  const { counting } = (await findStatistics(deps.table, cycleId)) ?? {};
  if (counting !== undefined) await workOnJob(deps, jobHandlers, counting);
  const found = await findStatistics(deps.table, cycleId);
  if (found?.counted === undefined) throw new Error('nothing was counted');
  return found.counted;
};
const hours = (list: Counted['zones']['hours'], of: 'awake' | 'working' | 'core') =>
  list.map((hour) => hour[of]).join('');

describe('a cycle counted by hand', () => {
  it('has its funnel', async () => {
    const { funnel } = await count();
    expect(Object.fromEntries(funnel.map(({ stage, count: of }) => [stage, of]))).toEqual({
      registered: 7,
      complete: 6,
      applied: 4,
      shortlisted: 2,
      rankable: 2,
      matched: 2,
      accepted: 1,
      placed: 1,
      completed: 1,
    });
  });

  it('has its categories by majors, the first major counting', async () => {
    expect((await count()).heat).toEqual([
      { category: 'data-ai', major: 'statistics', applications: 3, matches: 2 },
      { category: 'data-ai', major: 'economics', applications: 1, matches: 0 },
      { category: 'data-ai', major: 'none', applications: 1, matches: 0 },
      { category: 'product', major: 'economics', applications: 1, matches: 0 },
    ]);
  });

  it('has where its students are, and what each hour in Shanghai is to them', async () => {
    const { zones } = await count();
    expect(zones).toMatchObject({ day: '2026-06-29', zone: 'Asia/Shanghai', postings: 3 });
    expect(zones.students).toEqual([
      { zone: 'America/Vancouver', offsetMinutes: -420, count: 2 },
      { zone: 'Europe/London', offsetMinutes: 60, count: 1 },
    ]);
    // In summer Vancouver is fifteen hours behind, London seven.
    expect(hours(zones.hours, 'awake')).toBe('333333222222221111111133');
    expect(hours(zones.hours, 'working')).toBe('000000022222220011100000');
    expect(hours(zones.hours, 'core')).toBe('111000000222222222000000');
  });

  it('has the choices of the round that is published, and of no other', async () => {
    const places = [
      { place: 1, count: 1 },
      { place: 2, count: 1 },
    ];
    expect((await count()).choices).toEqual([{ number: 1, kind: 'main', unmatched: 1, places }]);
  });

  it('has the days to a first answer', async () => {
    const { response } = await count();
    expect(response).toMatchObject({ answered: 3, waiting: 2, days: { median: 5, p90: 10 } });
    expect(response.bins.map(({ days, count: of }) => [days, of])).toEqual([
      [1, 0], [2, 1], [3, 0], [5, 1], [7, 0], [10, 1], [14, 0], [21, 0], [undefined, 0],
    ]); // prettier-ignore
    expect(response.companies).toEqual({ asked: 2, answered: 2 });
    expect(response.mostWaiting.map(({ id, days }) => [id, days?.p90])).toEqual([
      [companyId(2), 10],
      [companyId(1), 5],
    ]);
  });

  it('has how unevenly its postings were sought', async () => {
    expect((await count()).exposure).toEqual({
      postings: 4,
      without: 1,
      applications: 6,
      gini: 0.4167,
      curve: [0, 0, 0, 0.0333, 0.1, 0.1667, 0.3, 0.4333, 0.6, 0.8, 1],
    });
  });

  it('has each company’s part', async () => {
    await count();
    const first = await findCompanyStatistics(deps.table, companyId(1), cycleId);
    expect(first?.funnel.map(({ count: of }) => of)).toEqual([4, 1, 1, 1, 1]);
    expect(first).toMatchObject({
      response: { answered: 2, waiting: 1, days: { median: 2, p90: 5 } },
      postings: 2,
      seats: 3,
    });
    const second = await findCompanyStatistics(deps.table, companyId(2), cycleId);
    expect(second?.funnel.map(({ count: of }) => of)).toEqual([2, 1, 1, 1, 0]);
  });
});

describe('counting', () => {
  it('goes over every page of the record', async () => {
    const more = Array.from({ length: 1_100 }, (_, at) => at + 100);
    await writeIndependent(
      deps.table,
      more.flatMap((number) => [
        student(number, {}),
        application(number, 2, 1, [['submitted', 20, 'student']]),
      ]),
    );
    const { funnel, exposure } = await count();
    expect(funnel.slice(0, 3).map(({ count: of }) => of)).toEqual([1_107, 1_106, 1_104]);
    expect(exposure.applications).toBe(1_106);
  });

  it('is asked for once, however many ask, and again when the figures are old', async () => {
    const both = await Promise.all([ask(), ask()]);
    expect(both).toEqual([
      expect.objectContaining({ counting: true, stale: true }),
      expect.objectContaining({ counting: true, stale: true }),
    ]);
    const { counting } = (await findStatistics(deps.table, cycleId)) ?? {};
    await count();
    expect(await ask()).toMatchObject({ counting: false, stale: false, asOf: deps.clock.now() });
    deps.clock.advance(9 * 60_000);
    expect(await ask()).toMatchObject({ counting: false, stale: false });
    deps.clock.advance(60_000);
    expect(await ask()).toMatchObject({ counting: true, stale: true });
    expect((await findStatistics(deps.table, cycleId))?.counting).not.toBe(counting);
  });

  it('changes nothing when nothing has changed', async () => {
    await count();
    deps.clock.advance(11 * 60_000);
    await count();
    expect((await findCompanyStatistics(deps.table, companyId(1), cycleId))?.version).toBe(1);
  });
});
