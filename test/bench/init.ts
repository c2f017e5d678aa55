import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { assemble } from '../../infra/local/lambda/assembly.ts';
import { startAws } from '../../infra/local/lambda/aws.ts';
import { howToGetClient, runtimeClient } from '../../infra/local/lambda/client.ts';
import { type PackagedFunction, startFunction } from '../../infra/local/lambda/runtime.ts';
import { buildWeb } from '../../web/build.ts';
import { loneFunction, loneSecret } from '../support/lone-function.ts';
import { startEmptyRecord } from './empty-record.ts';

/**
 * `npm run bench:init`: how long each packaged function takes from the start of its process until it asks for the first
 * event, under AWS's runtime interface client, beside a function that does nothing; and how long the API takes to answer
 * its first request then, for postings of a record that has none: what is not read at the start must be read by then.
 * Starts take turns, so that what else the machine does meets all alike; what the processors worked says it nearly
 * without that.
 */
const { starts } = parseArgs({ options: { starts: { type: 'string', default: '9' } } }).values;
const client = runtimeClient();
if (client === undefined) {
  console.error(`There is no runtime interface client: ${howToGetClient}.`);
  process.exit(2);
}
const region = 'eu-central-1';
const folder = await mkdtemp(join(tmpdir(), 'init-'));
const aws = await startAws({ [loneSecret]: 'a secret of this machine, as long as one has to be' });
const record = await startEmptyRecord();

const site = join(folder, 'site');
await buildWeb({ outdir: site, minify: true });
const assembly = assemble({ outdir: join(folder, 'cdk.out'), site });
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
const api = 'Answers/Handler';
const paths = [
  api,
  'Print/Handler',
  'Events/RecordChanges',
  'Events/JobWorker',
  'Events/Clock',
  'Pages/Handler',
];
const endpoints = { AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url, AWS_ENDPOINT_URL_DYNAMODB: record.url };
const packaged = [nothing, ...paths.map((path) => loneFunction(assembly, path, endpoints))];

/** `GET /v1/postings`, as the gateway would tell of it. */
const request = {
  version: '2.0',
  rawPath: '/v1/postings',
  rawQueryString: '',
  headers: { host: 'localhost' },
  requestContext: { domainName: 'localhost', http: { method: 'GET', path: '/v1/postings' } },
  isBase64Encoded: false,
};

interface Start {
  ms: number;
  cpuMs: number;
  answerMs: number;
}
const started = new Map(packaged.map(({ name }) => [name, [] as Start[]]));
for (let start = 0; start < Number(starts); start += 1)
  for (const one of packaged) {
    const output: string[] = [];
    const running = await startFunction(one, {
      client,
      processes: 1,
      region,
      onOutput: (text) => output.push(text),
    });
    const begun = performance.now();
    // Whatever the others make of this event: by then they have begun.
    const answer = await running.invoke(one.name === api ? request : {}).catch(() => {});
    const answeredMs = performance.now() - begun;
    const ms = running.initMs();
    await running.stop();
    if (ms === undefined) throw new Error(`${one.name} did not start:\n${output.join('')}`);
    if (one.name === api && !JSON.stringify(answer).includes('no such cycle'))
      throw new Error(`The API answered otherwise than of an empty record: ${JSON.stringify(answer)}`);
    started.get(one.name)?.push({ ms, cpuMs: running.initCpuMs() ?? Number.NaN, answerMs: answeredMs - ms });
  }
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const usual = (name: string, what: keyof Start): number =>
  median((started.get(name) ?? []).map((start) => start[what]));

/** All that is unpacked, and what of it is code. */
const weigh = async (unpacked: string) => {
  const entries = await readdir(unpacked, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      return { file, bytes: content.length, packed: deflateRawSync(content).length };
    }),
  );
  const sum = (of: typeof sizes, what: 'bytes' | 'packed') => of.reduce((total, one) => total + one[what], 0);
  const code = sizes.filter(({ file }) => /\.m?js$/.test(file));
  return { code: sum(code, 'bytes'), packedCode: sum(code, 'packed'), packed: sum(sizes, 'packed') };
};

console.log(`Medians of ${starts} starts on this machine; sizes in KB\n`);
console.log('function                   code    zipped   package   init ms     times    cpu ms     times');
for (const { name, folder: bundle } of packaged) {
  const { code, packedCode, packed } = await weigh(bundle);
  const times = (what: 'ms' | 'cpuMs') => usual(name, what) / usual(nothing.name, what);
  const cells = [
    ...[code, packedCode, packed].map((bytes) => (bytes / 1024).toFixed(0)),
    usual(name, 'ms').toFixed(0),
    times('ms').toFixed(1),
    usual(name, 'cpuMs').toFixed(0),
    times('cpuMs').toFixed(1),
  ];
  console.log(`${name.padEnd(22)} ${cells.map((cell) => cell.padStart(9)).join(' ')}`);
}
console.log(`\nThe API's first answer, after that: ${usual(api, 'answerMs').toFixed(0)} ms`);
await record.stop();
await aws.stop();
await rm(folder, { recursive: true });
