import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line, Part } from '../part.ts';
import { serviceUrl } from '../services.ts';
import { type Stage, undisturbed } from './crash.ts';
import { differences } from './differences.ts';
import type { Point } from './killing.ts';
import { inCopy, inDynamoDb } from './places.ts';
import { publish } from './plays/publish.ts';
import { bundle, runIn, type Said } from './runs.ts';

const play = 'an approved round is published';
const publishers = 5;
const times = { sqlite: 6, dynamoDb: 2, control: 4 };

/** Where each of five dies: at writes that lie apart, all of them in turn. */
const pointsOf = ({ changing }: Said, time: number): Point[] =>
  Array.from({ length: publishers }, (_, at) => {
    const index = (time * publishers + at) * 7;
    return { call: changing[index % changing.length] ?? 1, when: (time + at) % 2 === 0 ? 'before' : 'after' };
  });

const together = async (
  { program, now, copy }: Stage,
  expected: Said,
  { time, split }: { time: number; split: boolean },
): Promise<{ killed: number; wrong: string[] }> =>
  copy(async (place) => {
    const said = await Promise.allSettled(
      pointsOf(expected, time).map((point) => runIn(program, { play, now, place, point, split })),
    );
    const stuck = said.flatMap((one) =>
      one.status === 'rejected' ? [`cannot go on: ${String(one.reason)}`] : [],
    );
    const { facts } = await runIn(program, { play, now, place, answered: [] });
    const killed = said.filter((one) => one.status === 'fulfilled' && one.value.killed).length;
    return { killed, wrong: [...stuck, ...differences(expected.facts, facts)] };
  });

async function* lineOf(
  stage: Stage,
  { where, count, control }: { where: string; count: number; control: boolean },
): AsyncGenerator<Line> {
  const expected = await undisturbed(stage);
  const wrong: string[] = [];
  let killed = 0;
  for (let time = 0; time < count; time += 1) {
    const found = await together(stage, expected, { time, split: control });
    killed += found.killed;
    wrong.push(...found.wrong.slice(0, 1));
  }
  yield {
    what: control ? 'control: the same without transactions' : 'five publish at once, each killed on the way',
    where,
    many: `${count} times ${publishers}, ${killed} killed, ${expected.changing.length} writes`,
    wrong,
    control,
  };
}

/** One offer a match, one letter an offer, one release: whoever publishes, and however often it is cut off. */
export const publishersPart: Part = {
  name: 'publishers',
  run: async function* () {
    const scratch = mkdtempSync(join(tmpdir(), 'publishers-'));
    const { folder, now } = await publish.prepare();
    try {
      const program = await bundle(scratch);
      const endpoint = await serviceUrl('dynamo-db');
      const embedded: Stage = { program, play, now, copy: (work) => inCopy(folder, work) };
      const cloud: Stage = { program, play, now, copy: (work) => inDynamoDb({ folder, endpoint }, work) };
      yield* lineOf(embedded, { where: 'SQLite', count: times.sqlite, control: false });
      yield* lineOf(cloud, { where: 'DynamoDB', count: times.dynamoDb, control: false });
      yield* lineOf(embedded, { where: 'SQLite', count: times.control, control: true });
    } finally {
      for (const one of [scratch, folder]) rmSync(one, { recursive: true, force: true });
    }
  },
};
