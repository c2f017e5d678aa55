import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';

const at = new URL('../../../functions/watch/watched.ts', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'watched-'));
afterAll(() => rmSync(folder, { recursive: true }));

const Line = z.looseObject({ level: z.string(), event: z.string(), at: z.iso.datetime() });

/**
 * The lines of a function whose process ends, without a chance to do anything more, as soon as it has answered: longer
 * than that Lambda lets none run.
 */
const linesOf = (does: string, event: object = {}) => {
  const script = `
    const { answered, log, watched } = await import(${JSON.stringify(at)});
    const handler = watched(async () => { ${does} });
    await handler(${JSON.stringify(event)}, { awsRequestId: 'invocation-1' }).catch(() => {});
    process.kill(process.pid, 'SIGKILL');`;
  const file = join(folder, 'log');
  const log = openSync(file, 'w');
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    // Lambda has one log for both.
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      AWS_LAMBDA_FUNCTION_NAME: 'api',
      _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1',
    },
  });
  closeSync(log);
  expect(signal).toBe('SIGKILL');
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => Line.parse(JSON.parse(text)));
};

test('all lines are written by the time of the answer, the first ones too, in their order', () => {
  const lines = linesOf(
    `log({ level: 'info', event: 'first' });
     answered({ operation: 'getHealth', status: 200, ms: 3 });
     await undefined;
     log({ level: 'error', event: 'last', consumer: 'audit' });`,
    { requestContext: { requestId: 'request-1' } },
  );
  const everywhere = {
    function: 'api',
    requestId: 'request-1',
    traceId: '1-5759e988-bd862e3fe1be46a994272793',
  };
  expect(lines).toMatchObject([
    { level: 'info', event: 'first', ...everywhere },
    { level: 'info', event: 'answered', ...everywhere },
    { level: 'error', event: 'last', consumer: 'audit', ...everywhere },
  ]);
});

test('lines of a handler that fails are written too, under the name of the invocation where there is no request', () => {
  const lines = linesOf(`log({ level: 'error', event: 'broken' }); throw new Error('so');`);
  expect(lines).toMatchObject([{ event: 'broken', requestId: 'invocation-1' }]);
});

const Emf = z.object({
  _aws: z.strictObject({
    Timestamp: z.number(),
    CloudWatchMetrics: z
      .array(
        z.strictObject({
          Namespace: z.literal('Marketplace'),
          Dimensions: z.tuple([z.tuple([z.literal('function')])]),
          Metrics: z.array(z.strictObject({ Name: z.string(), Unit: z.string() })),
        }),
      )
      .length(1),
  }),
});

test('each answer is one line with the metrics that it declares, by the function alone', () => {
  const lines = linesOf(
    `for (const status of [200, 404, 503]) answered({ operation: 'getPosting', status, ms: 12.4 });`,
  );
  const of = { operation: 'getPosting', function: 'api', AnswerTime: 12 };
  expect(lines).toMatchObject([
    { ...of, status: 200, Refusals: 0, Faults: 0 },
    { ...of, status: 404, Refusals: 1, Faults: 0 },
    { ...of, status: 503, Refusals: 0, Faults: 1 },
  ]);
  for (const line of lines) {
    const [{ Metrics } = { Metrics: [] }] = Emf.parse(line)._aws.CloudWatchMetrics;
    expect(Metrics).toEqual([
      { Name: 'AnswerTime', Unit: 'Milliseconds' },
      { Name: 'Refusals', Unit: 'Count' },
      { Name: 'Faults', Unit: 'Count' },
    ]);
  }
});
