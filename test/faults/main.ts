import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crashAt, prepare, type Prepared, type Survived } from './crash.ts';
import type { Point } from './killing.ts';

/**
 * `npm run test:faults -- --points 1000`: kills the process of a round at that many calls of its ports, from the freeze
 * to the last acceptance, half of them before the port has the call and half when it has been done.
 */
const { values } = parseArgs({
  options: { points: { type: 'string', default: '1000' }, control: { type: 'string', default: '1000' } },
});
const atOnce = 2;

const everyPoint = (calls: number): Point[] =>
  Array.from({ length: 2 * calls }, (_, at) => ({
    call: Math.floor(at / 2) + 1,
    when: at % 2 === 0 ? 'before' : 'after',
  }));

/** So many of the points, spread evenly. */
const some = (points: readonly Point[], wanted: number): Point[] =>
  points.filter(
    (_, at) => Math.floor((at * wanted) / points.length) !== Math.floor(((at - 1) * wanted) / points.length),
  );

const crashAll = async (
  prepared: Prepared,
  points: readonly Point[],
  split: boolean,
): Promise<{ point: Point; survived: Survived }[]> => {
  const found: { point: Point; survived: Survived }[] = [];
  const waiting = points.values();
  const work = async (): Promise<void> => {
    for (const point of waiting) {
      found.push({ point, survived: await crashAt(prepared, point, split) });
      if (process.stderr.isTTY) process.stderr.write(`\r${found.length} of ${points.length}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return found;
};

const report = (name: string, found: Awaited<ReturnType<typeof crashAll>>): number => {
  const killed = found.filter(({ survived }) => survived.killed).length;
  const broken = found.filter(({ survived }) => survived.violations.length > 0);
  console.log(
    `${name}: killed at ${killed} of ${found.length} points, ${broken.length} left something wrong`,
  );
  for (const { point, survived } of broken.slice(0, 5))
    console.log(`  ${point.when} call ${point.call}: ${(survived.violations[0] ?? '').slice(0, 200)}`);
  return broken.length;
};

const prepared = await prepare();
try {
  console.log(`From the freeze to the last acceptance a round makes ${prepared.calls} calls of its ports.`);
  const found = await crashAll(prepared, some(everyPoint(prepared.calls), Number(values.points)), false);
  const wrong = report('with transactions', found);
  const halfDone = prepared.within.map((call): Point => ({ call, when: 'before' }));
  const control = await crashAll(prepared, some(halfDone, Number(values.control)), true);
  const caught = report('control, without transactions', control);
  if (wrong > 0 || caught === 0) process.exitCode = 1;
} finally {
  rmSync(prepared.folder, { recursive: true, force: true });
}
