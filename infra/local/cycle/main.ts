import { optionsOf, wholeNumber } from '../../command-line.ts';
import { withTemporaryServer } from '../temporary-server.ts';
import { playCycle } from './play.ts';
import { progressOn } from './progress.ts';
import { linesOf } from './report.ts';
import { movableClock, timekeeper } from './timekeeper.ts';

/**
 * `npm run cycle -- --students 300 --postings 60 --seed summer`: a whole cycle on a server of its own. With `--whole` it
 * goes on through the internships, by a clock that the play puts forward.
 */
const usage = 'Usage: npm run cycle -- [--students 300] [--postings 60] [--seed summer] [--whole]';
const { values } = optionsOf(usage, {
  options: {
    students: { type: 'string', default: '300' },
    postings: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'summer' },
    whole: { type: 'boolean', default: false },
  },
});

const asked = {
  students: wholeNumber('--students', values.students, [1]),
  postings: wholeNumber('--postings', values.postings, [1]),
  seed: values.seed,
};

const errors: string[] = [];
const log = (entry: { level: string; event: string }): void => {
  // A play that leaps over months is doubted, as it should be.
  if (entry.level === 'error' && entry.event !== 'clock_doubted')
    errors.push(`The server logged ${JSON.stringify(entry)}`);
};

try {
  // The people are made up and gone at the end: their passwords need no slow hash.
  const clock = movableClock();
  const options = { seed: 'coordinators', site: false, passwordCost: 2 ** 10, log, clock } as const;
  const report = await withTemporaryServer(options, async (server) => {
    const whole = values.whole ? timekeeper(clock, server) : undefined;
    const played = await playCycle(server.origin, { ...asked, whole }, progressOn(process.stderr));
    await server.settled();
    return { ...played, faults: [...played.faults, ...errors] };
  });
  for (const line of linesOf(report)) console.log(line);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  for (const logged of errors) console.error(logged);
  process.exitCode = 1;
}
