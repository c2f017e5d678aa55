import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../server.ts';
import { playCycle } from './play.ts';
import { progressOn } from './progress.ts';
import { linesOf } from './report.ts';

/** `npm run cycle -- --students 300 --postings 60 --seed summer`: a whole cycle on a server of its own. */
const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '300' },
    postings: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'summer' },
  },
});

const countOf = (name: 'students' | 'postings'): number => {
  const count = Number(values[name]);
  if (Number.isInteger(count) && count > 0) return count;
  console.error(`--${name} must be a whole number from 1.`);
  process.exit(2);
};
const options = { students: countOf('students'), postings: countOf('postings'), seed: values.seed };

const dataDir = await mkdtemp(join(tmpdir(), 'cycle-'));
const errors: string[] = [];
// The people are made up and gone at the end: their passwords need no slow hash.
const server = await startServer({
  port: 0,
  dataDir,
  seed: 'coordinators',
  site: { root: dataDir, build: false },
  passwordCost: 2 ** 10,
  log: (entry) => void (entry.level === 'error' && errors.push(`The server logged ${JSON.stringify(entry)}`)),
});
try {
  const played = await playCycle(server.origin, options, progressOn(process.stderr));
  await server.settled();
  const report = { ...played, faults: [...played.faults, ...errors] };
  for (const line of linesOf(report)) console.log(line);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true });
}
