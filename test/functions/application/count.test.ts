import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveApplication } from '../../../functions/application/commands.ts';
import { enter } from '../../../functions/application/rules.ts';
import { applications, getUsed, ofStudent } from '../../../functions/application/store.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { cycleId, type Market, startMarket, studentId } from '../../support/market.ts';
import { recruiter } from '../../support/entities.ts';

let market: Market;
beforeAll(async () => {
  market = await startMarket([1, 1, 1, 1, 1, 1], 1);
});
afterAll(() => market.deps.close());

test('companies that decide about one student at the same moment do not stand in each other’s way', async () => {
  const { table } = market.deps;
  const student = studentId(1);
  const cycle = await getCycle(table, cycleId);
  const mine = await Array.fromAsync(applications.all(table, ofStudent(student)));
  const at = '2026-05-10T09:00:00.000Z';
  const stamp = { by: 'company', action: 'application.not_selected', at };
  await Promise.all(
    mine.map((application) =>
      saveApplication(
        table,
        cycle,
        application,
        enter(application, 'not_selected', recruiter, at, 'no'),
        stamp,
      ),
    ),
  );
  const after = await Array.fromAsync(applications.all(table, ofStudent(student)));
  expect(after.map(({ state }) => state)).toEqual(mine.map(() => 'not_selected'));
  expect((await getUsed(table, student, cycleId))?.used).toBe(0);
});
