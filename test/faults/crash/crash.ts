import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Line, type Part, sideBySide } from '../part.ts';
import { serviceUrl } from '../services.ts';
import { differences } from './differences.ts';
import { aroundEach, everyNth, type Point } from './killing.ts';
import { inCopy, inDynamoDb, type Place } from './places.ts';
import { type PlayName, playNames, plays } from './plays/plays.ts';
import { publish } from './plays/publish.ts';
import { bundle, runIn, type Said } from './runs.ts';

const atOnce = 2;
const mostOfControl = 24;

/** A play in front of its beginning, and where its copies are made. */
export interface Stage {
  program: string;
  play: PlayName;
  now: string;
  copy: <T>(work: (place: Place) => Promise<T>) => Promise<T>;
}

/** Plays to the end without a kill. */
export const undisturbed = ({ program, play, now, copy }: Stage, split = false): Promise<Said> =>
  copy(async (place) => {
    const first = await runIn(program, { play, now, place, split });
    const { facts } = await runIn(program, { play, now, place, answered: first.answered });
    return { ...first, facts };
  });

/** Kills a process at a point, starts again where it was, goes on to the end, and says in what that differs. */
const crashAt = (
  { program, play, now, copy }: Stage,
  { facts }: Said,
  { point, split = false }: { point: Point; split?: boolean },
): Promise<string[]> =>
  copy(async (place) => {
    const before = await runIn(program, { play, now, place, point, split });
    const at = `killed ${point.when} call ${point.call}`;
    if (!before.killed) return [`not ${at}`];
    try {
      const { answered } = before;
      const after = await runIn(program, { play, now, place, answered });
      const lost = after.lost.map((what) => `${at}: answered and lost: ${what}`);
      return [...lost, ...differences(facts, after.facts).map((text) => `${at}: ${text}`)].slice(0, 1);
    } catch (error) {
      return [`${at}: cannot go on: ${String(error)}`];
    }
  });

const crashAll = async (
  stage: Stage,
  expected: Said,
  { points, split }: { points: readonly Point[]; split: boolean },
): Promise<string[]> => {
  const wrong: string[] = [];
  await sideBySide(points, atOnce, async (point) => {
    wrong.push(...(await crashAt(stage, expected, { point, split })));
  });
  return wrong;
};

/** Around every call that writes, and around every n-th of those that only read: between two writes nothing changes. */
const pointsOf = ({ calls, changing }: Said, everyRead: number): Point[] => {
  const writes = new Set(changing);
  const reads = Array.from({ length: calls }, (_, at) => at + 1).filter((call) => !writes.has(call));
  return aroundEach([...changing, ...everyNth(reads, everyRead)]);
};

async function* crashesOf(
  stage: Stage,
  where: string,
  pointsFor: (expected: Said) => Point[],
): AsyncGenerator<Line> {
  const expected = await undisturbed(stage);
  const points = pointsFor(expected);
  yield {
    what: `kill -9: ${stage.play}`,
    where,
    many: `${points.length} of ${2 * expected.calls} points, ${expected.changing.length} writes`,
    wrong: await crashAll(stage, expected, { points, split: false }),
  };
}

/** The same without transactions: a crash in the middle of a write has to show. */
async function* control(stage: Stage): AsyncGenerator<Line> {
  const expected = await undisturbed(stage);
  const { within } = await undisturbed(stage, true);
  const some = everyNth(within, Math.ceil(within.length / mostOfControl));
  const points = some.map((call): Point => ({ call, when: 'before' }));
  yield {
    what: 'control: the same without transactions',
    where: 'SQLite',
    many: `${points.length} of ${within.length} half-done writes`,
    wrong: await crashAll(stage, expected, { points, split: true }),
    control: true,
  };
}

/** Kills a process before and after calls of its ports, and compares how things end with a run that nothing disturbs. */
export const crash: Part = {
  name: 'crash',
  run: async function* ({ every }) {
    const scratch = mkdtempSync(join(tmpdir(), 'crashes-'));
    try {
      const program = await bundle(scratch);
      const endpoint = await serviceUrl('dynamo-db');
      for (const play of playNames) {
        if (plays[play] === publish) continue;
        const { folder, now } = await plays[play].prepare();
        const embedded: Stage = { program, play, now, copy: (work) => inCopy(folder, work) };
        const cloud: Stage = { program, play, now, copy: (work) => inDynamoDb({ folder, endpoint }, work) };
        yield* crashesOf(embedded, 'SQLite', (expected) => pointsOf(expected, every.read));
        yield* control(embedded);
        yield* crashesOf(cloud, 'DynamoDB', ({ changing }) => everyNth(aroundEach(changing), every.cloud));
        rmSync(folder, { recursive: true, force: true });
      }
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  },
};
