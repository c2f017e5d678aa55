import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { assemble } from '../../infra/local/lambda/assembly.ts';
import { startAws } from '../../infra/local/lambda/aws.ts';
import { howToGetClient, runtimeClient } from '../../infra/local/lambda/client.ts';
import { type PackagedFunction, startFunction } from '../../infra/local/lambda/runtime.ts';
import { buildWeb } from '../../web/build.ts';

/**
 * `npm run bench:init`: how long each packaged function takes from the start of its process until it asks for the first
 * event, under AWS's runtime interface client, beside a function that does nothing. Starts take turns, so that what else
 * the machine does meets all alike.
 */
const { starts } = parseArgs({ options: { starts: { type: 'string', default: '9' } } }).values;
const client = runtimeClient();
if (client === undefined) {
  console.error(`There is no runtime interface client: ${howToGetClient}.`);
  process.exit(2);
}
const region = 'eu-central-1';
const secret = 'cursors';
const folder = await mkdtemp(join(tmpdir(), 'init-'));
const aws = await startAws({ [secret]: 'a secret of this machine, as long as one has to be' });

const site = join(folder, 'site');
await buildWeb({ outdir: site, minify: true });
const assembly = assemble({ outdir: join(folder, 'cdk.out'), site });
const here = 'http://127.0.0.1:9';
const variables = {
  TABLE_NAME: 'none',
  DOCUMENT_BUCKET: 'none',
  JOB_QUEUE_URL: `${here}/queue`,
  DELIVERY_QUEUE_URL: `${here}/deliveries`,
  SEARCH_ENDPOINT: here,
  SITE_URL: here,
  CURSOR_SECRET_ARN: secret,
  CERTIFICATE_SECRET_ARN: secret,
  SITE_CONFIG: JSON.stringify({ issuer: here, clientId: 'web' }),
  ISSUER_ORIGINS: here,
};
const empty = join(folder, 'empty');
await mkdir(empty);
await writeFile(join(empty, 'index.mjs'), 'export const handler = async () => {};\n');
const nothing: PackagedFunction = {
  name: 'nothing',
  folder: empty,
  handler: 'index.handler',
  memoryMb: 512,
  timeoutMs: 1000,
  environment: {},
};
const paths = [
  'Answers/Handler',
  'Events/RecordChanges',
  'Events/JobWorker',
  'Events/Clock',
  'Pages/Handler',
];
const packaged = [
  nothing,
  ...paths.map((path) => {
    const found = assembly.functionAt(path, variables);
    const environment = { ...found.environment, AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url };
    return { ...found, environment };
  }),
];

const started = new Map(packaged.map(({ name }) => [name, [] as number[]]));
for (let start = 0; start < Number(starts); start += 1)
  for (const one of packaged) {
    const output: string[] = [];
    const running = await startFunction(one, {
      client,
      processes: 1,
      region,
      onOutput: (text) => output.push(text),
    });
    // Whatever it makes of this event: by then it has begun.
    await running.invoke({}).catch(() => {});
    const initMs = running.initMs();
    await running.stop();
    if (initMs === undefined) throw new Error(`${one.name} did not start:\n${output.join('')}`);
    started.get(one.name)?.push(initMs);
  }
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const base = median(started.get('nothing') ?? []);

console.log(`Medians of ${starts} starts on this machine\n`);
console.log('function                bundle KB   gzipped   init ms   times nothing');
for (const { name, folder: bundle } of packaged) {
  const files = (await readdir(bundle)).filter((file) => /\.m?js$/.test(file));
  const code = Buffer.concat(await Promise.all(files.map((file) => readFile(join(bundle, file)))));
  const ms = median(started.get(name) ?? []);
  const cells = [code.length / 1024, gzipSync(code).length / 1024, ms].map((cell) =>
    cell.toFixed(0).padStart(9),
  );
  console.log(`${name.padEnd(22)} ${cells.join(' ')} ${(ms / base).toFixed(1).padStart(11)}`);
}
await aws.stop();
await rm(folder, { recursive: true });
