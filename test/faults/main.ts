import { parseArgs } from 'node:util';
import { crash } from './crash/crash.ts';
import { publishersPart } from './crash/publishers.ts';
import { freeze } from './freeze/freeze.ts';
import { stream } from './stream/stream.ts';
import { wire } from './wire/wire.ts';
import { races } from './races/races.ts';
import { outage } from './outage.ts';
import { inWords, isGood, type Options, type Part } from './part.ts';
import { stopServices } from './services.ts';

const parts: readonly Part[] = [crash, publishersPart, races, wire, stream, outage, freeze];

const usage = `npm run test:faults -- [--only ${parts.map(({ name }) => name).join(',')}]
  --every-read N     kills a process around every N-th call that only reads, besides every one that writes (12)
  --every-cloud N    on DynamoDB at every N-th of the points around a write (13)
  --outage SECONDS   how long OpenSearch is gone (20)
  --interleavings N  of a freeze and those who rank (10000)
  --requests N       on a bad line (300)
  --seed N           of all chance (1)`;

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    only: text,
    'every-read': text,
    'every-cloud': text,
    outage: text,
    interleavings: text,
    requests: text,
    seed: text,
    help: { type: 'boolean' },
  },
});
const number = (name: Exclude<keyof typeof values, 'only' | 'help'>, usual: number): number => {
  const given = Number(values[name] ?? usual);
  if (!Number.isInteger(given) || given < 1)
    throw new RangeError(`--${name} needs a whole number.\n${usage}`);
  return given;
};

const run = async (): Promise<void> => {
  if (values.help) return console.log(usage);
  const options: Options = {
    every: { read: number('every-read', 12), cloud: number('every-cloud', 13) },
    outage: number('outage', 20),
    interleavings: number('interleavings', 10_000),
    requests: number('requests', 300),
    seed: number('seed', 1),
  };
  const only = values.only?.split(',');
  const unknown = only?.filter((name) => parts.every((part) => part.name !== name)) ?? [];
  if (unknown.length > 0) throw new RangeError(`There is no part ${unknown.join(', ')}.\n${usage}`);
  for (const part of parts) {
    if (only !== undefined && !only.includes(part.name)) continue;
    const begun = Date.now();
    for await (const line of part.run(options)) {
      console.log(inWords(line));
      if (!isGood(line)) process.exitCode = 1;
    }
    console.log(`  ${part.name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  }
};

try {
  await run();
} catch (error) {
  console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopServices();
}
