import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playCycle } from '../cycle/play.ts';
import { progressOn } from '../cycle/progress.ts';
import { linesOf } from '../cycle/report.ts';
import { startAllServices } from '../services/all.ts';
import { ServiceUnavailable } from '../services/service.ts';
import { howToGetClient, runtimeClient } from './client.ts';
import { startPackaged } from './packaged.ts';

/**
 * `npm run packaged -- --students 12 --postings 4`: plays a cycle through the functions as they would be deployed.
 * With `--serve` it plays nothing and stays, to be looked at in a browser.
 */
const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '12' },
    postings: { type: 'string', default: '4' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
  },
});

const client = runtimeClient();
if (client === undefined) {
  console.error(`There is no runtime interface client. It comes with ${howToGetClient}.`);
  process.exit(2);
}
const folder = await mkdtemp(join(tmpdir(), 'packaged-'));
try {
  const services = await startAllServices();
  const printed: string[] = [];
  const running = await startPackaged({
    folder,
    services: services.urls,
    client,
    port: Number(values.port),
    passwordCost: 2 ** 10,
    onOutput: (text) => printed.push(text),
  });
  if (values.serve) {
    console.log(`Open ${running.origin}. Ctrl+C stops it.`);
    await new Promise((resolve) => process.once('SIGINT', resolve));
  } else {
    const options = { students: Number(values.students), postings: Number(values.postings), seed: 'summer' };
    const report = await playCycle(running.origin, options, progressOn(process.stderr));
    await running.settled();
    const errors = printed.filter((text) => text.includes('"level":"error"'));
    const faults = [...report.faults, ...running.givenUp, ...errors];
    for (const line of linesOf({ ...report, faults })) console.log(line);
    console.log(`  letters sent       ${running.letters()}`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
  await running.stop();
  await services.stop();
} catch (error) {
  console.error(error instanceof ServiceUnavailable ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
