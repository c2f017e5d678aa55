import { optionsOf, refuse, wholeNumber } from '../../infra/command-line.ts';
import { systemClock } from '../../functions/clock/system.ts';
import { progressOn } from '../../infra/local/cycle/progress.ts';
import { dynamoDbRecord } from '../../infra/local/record.ts';
import { openSearchEngine } from '../../infra/local/search.ts';
import type { ServerOptions } from '../../infra/local/server.ts';
import { anyPort } from '../../infra/local/services/ports.ts';
import { type RunningService, ServiceUnavailable } from '../../infra/local/services/service.ts';
import { startService } from '../../infra/local/services/start.ts';
import { withTemporaryServer } from '../../infra/local/temporary-server.ts';
import { startBare } from './load/bare.ts';
import { invariants } from './load/check.ts';
import { startLoad } from './load/load-process.ts';
import { playUnderLoad } from './load/play.ts';
import { errorsOf, linesOf } from './load/report.ts';

/** `npm run bench:load -- --students 80 --postings 16 --together 16`: the deadlines and the results day under load. */
const usage =
  'Usage: npm run bench:load -- [--students 80] [--postings 16] [--together 16] [--engines embedded,real]';
const { values } = optionsOf(usage, {
  options: {
    students: { type: 'string', default: '80' },
    postings: { type: 'string', default: '16' },
    together: { type: 'string', default: '16' },
    engines: { type: 'string', default: 'embedded,real' },
  },
});
const options = {
  students: wholeNumber('--students', values.students, [2]),
  postings: wholeNumber('--postings', values.postings, [1]),
  together: wholeNumber('--together', values.together, [1]),
};

const running: RunningService[] = [];
const service = async (name: 'dynamo-db' | 'open-search'): Promise<string> => {
  const started = await startService(name, await anyPort(name));
  running.push(started);
  return started.url;
};
interface Parts {
  title: string;
  start: () => Promise<Pick<ServerOptions, 'record' | 'engine'>>;
}
const engines: Record<string, Parts> = {
  embedded: { title: 'SQLite and the evaluator', start: async () => ({}) },
  real: {
    title: 'DynamoDB Local and OpenSearch',
    start: async () => ({
      record: await dynamoDbRecord({
        endpoint: await service('dynamo-db'),
        table: 'load',
        clock: systemClock,
      }),
      engine: openSearchEngine({ url: await service('open-search'), clock: systemClock }),
    }),
  },
};
const chosen = values.engines.split(',').map((name) => engines[name] ?? refuse(usage));

const logged: string[] = [];
const log = (entry: { level: string }): void => {
  if (entry.level === 'error') logged.push(`The server logged ${JSON.stringify(entry)}`);
};

const bare = await startBare();
try {
  for (const { title, start } of chosen) {
    const load = startLoad();
    try {
      const server = {
        ...({ seed: 'coordinators', site: false, passwordCost: 2 ** 10, log } as const),
        ...(await start()),
      };
      const { measured, faults } = await withTemporaryServer(server, (started) =>
        playUnderLoad(started, options, {
          load,
          bareOrigin: bare.origin,
          progress: progressOn(process.stderr),
        }),
      );
      const wrong = [...faults, ...logged.splice(0)];
      for (const line of linesOf(title, measured)) console.log(line);
      console.log(wrong.length === 0 ? `  Holds: ${invariants.join('; ')}.` : `  WRONG (${wrong.length}):`);
      for (const fault of wrong.slice(0, 20)) console.log(`  - ${fault}`);
      if (wrong.length > 0 || measured.some(({ outcome }) => errorsOf(outcome) > 0)) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof ServiceUnavailable)) throw error;
      console.log(`${title}: left out. ${error.message}`);
    } finally {
      load.stop();
    }
  }
} finally {
  bare.stop();
  await Promise.all(running.map((one) => one.stop()));
}
