import { afterAll, beforeAll, expect, test } from 'vitest';
import { progressOn } from '../../../infra/local/cycle/progress.ts';
import { withTemporaryServer } from '../../../infra/local/temporary-server.ts';
import { startBare } from './bare.ts';
import { type Load, startLoad } from './load-process.ts';
import type { Outcome } from './order.ts';
import { playUnderLoad } from './play.ts';
import { errorsOf } from './report.ts';

let load: Load;
let bare: Awaited<ReturnType<typeof startBare>>;
beforeAll(async () => {
  load = startLoad();
  bare = await startBare();
});
afterAll(() => {
  load.stop();
  bare.stop();
});

const progress = progressOn({ write: () => true });
const server = { seed: 'coordinators', site: false, passwordCost: 2 ** 10, log: () => {} } as const;
const play = (through: Load) =>
  withTemporaryServer(server, (running) =>
    playUnderLoad(
      running,
      { students: 8, postings: 2, together: 3 },
      { load: through, bareOrigin: bare.origin, progress },
    ),
  );

test('a cycle under load has no errors and keeps what it promised', async () => {
  const { measured, faults } = await play(load);
  expect(faults).toEqual([]);
  expect(measured.map(({ scene, arrivals }) => `${scene} ${arrivals.kind}`)).toEqual([
    'apply closed',
    'apply open',
    'certify closed',
    'certify open',
    'results closed',
    'results open',
  ]);
  for (const { outcome, bare: idle } of measured) {
    expect([errorsOf(outcome), errorsOf(idle)]).toEqual([0, 0]);
    expect(outcome.told).toHaveLength(4);
  }
}, 180_000);

test('a promise that was not kept is found', async () => {
  /** As if the server had said other things than it did. */
  const lied = ({ told, ...outcome }: Outcome): Outcome => ({
    ...outcome,
    told: told.map(({ applied, certified, answered, ...one }) => ({
      ...one,
      ...(applied && { applied: applied.slice(1) }),
      ...(certified && { certified: certified.slice(1) }),
      ...(answered && { answered: { ...answered, to: 'declined' as const } }),
    })),
  });
  const { faults } = await play({ ...load, carryOut: async (order) => lied(await load.carryOut(order)) });
  const text = faults.join(' ');
  expect(text).toContain('certified another list than the one that was frozen');
  expect(text).toMatch(/sent \d applications, and \d are there/);
  expect(text).toMatch(/is accepted; its student was told declined/);
}, 180_000);
