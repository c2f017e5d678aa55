import { expect, test } from 'vitest';
import { makeDeps } from '../../support/deps.ts';
import { check, makeCycle, run, undo, upload } from '../../support/imports.ts';
import { spreadsheet } from '../../support/spreadsheet.ts';

test('a large file is worked on in small turns: others never wait for a large part of it', async () => {
  const deps = await makeDeps();
  await makeCycle(deps);
  const rows = 4_000;
  const bytes = Buffer.from([...spreadsheet(rows)].join(''));
  let [turns, longest, going, last] = [0, 0, true, performance.now()];
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    turns += 1;
    if (going) setImmediate(tick);
  };
  const begin = performance.now();
  tick();
  const checked = await check(deps, await upload(deps, bytes));
  expect(checked.counts.rows).toBe(rows);
  expect(checked.counts.ready + checked.counts.problem + checked.counts.duplicate).toBe(rows);
  await undo(deps, await run(deps, checked));
  going = false;
  const whole = performance.now() - begin;
  expect(turns).toBeGreaterThan(rows / 20);
  expect(longest).toBeLessThan(whole / 8);
  await deps.close();
});
