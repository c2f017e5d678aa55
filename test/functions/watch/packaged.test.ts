import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { assemble } from '../../../infra/local/lambda/assembly.ts';
import { type RunningFunction, startFunction } from '../../../infra/local/lambda/runtime.ts';
import { listenOn } from '../../../infra/local/listen.ts';
import { loneFunction } from '../../support/lone-function.ts';
import { clientForTests } from '../../support/runtime-client.ts';

const client = clientForTests();

const Line = z.looseObject({ level: z.string(), event: z.string(), requestId: z.string() });
const Result = z.object({ statusCode: z.number() });

/** A DynamoDB that lets the function read nothing. */
const withoutGrant = (): Server =>
  createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end('{"__type":"com.amazon.coral.service#AccessDeniedException"}');
    });
  });

describe.skipIf(client === undefined)('the lines of the function that answers, as it is deployed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packaged-watch-'));
  const record = withoutGrant();
  let running: RunningFunction;
  let printed = '';
  beforeAll(async () => {
    const [site, here] = [join(folder, 'site'), `http://127.0.0.1:${await listenOn(record, 0)}`];
    mkdirSync(site);
    const assembly = assemble({ outdir: join(folder, 'cdk.out'), site });
    const answers = loneFunction(assembly, 'Answers/Handler', { AWS_ENDPOINT_URL_DYNAMODB: here });
    running = await startFunction(answers, {
      client: client ?? '',
      processes: 1,
      region: 'local',
      onOutput: (text) => void (printed += text),
    });
  }, 300_000);
  afterAll(async () => {
    await running.stop();
    record.close();
    rmSync(folder, { recursive: true });
  });

  const ask = async (rawPath: string, requestId: string): Promise<number> => {
    const answer = await running.invoke({
      version: '2.0',
      rawPath,
      rawQueryString: '',
      headers: { host: 'localhost' },
      requestContext: { domainName: 'localhost', requestId, http: { method: 'GET', path: rawPath } },
      isBase64Encoded: false,
    });
    return Result.parse(answer).statusCode;
  };
  const linesOf = (requestId: string) =>
    printed
      .split('\n')
      .filter((text) => text.includes(requestId))
      .map((text) => Line.parse(JSON.parse(text)));

  test('are one for a request, with its metrics, the first one too', async () => {
    expect(await ask('/v1/taxonomy', 'the-first')).toBe(200);
    expect(await ask('/v1/taxonomy', 'the-second')).toBe(200);
    await vi.waitFor(() => expect(linesOf('the-second')).not.toEqual([]), { timeout: 30_000 });
    expect(printed.match(/"_aws"/g)).toHaveLength(2);
    for (const request of ['the-first', 'the-second'])
      expect(linesOf(request)).toMatchObject([
        {
          event: 'answered',
          function: 'Answers-Handler',
          operation: 'getTaxonomy',
          status: 200,
          AnswerTime: expect.any(Number),
          Refusals: 0,
          Faults: 0,
          _aws: {
            CloudWatchMetrics: [
              {
                Namespace: 'Marketplace',
                Dimensions: [['function']],
                Metrics: [{ Name: 'AnswerTime' }, { Name: 'Refusals' }, { Name: 'Faults' }],
              },
            ],
          },
        },
      ]);
  });

  test('tell an error nobody expected in parts that alarms read, with its places in the source', async () => {
    expect(await ask('/v1/cycles', 'of-a-fault')).toBe(503);
    await vi.waitFor(() => expect(linesOf('of-a-fault')).toHaveLength(2), { timeout: 30_000 });
    expect(linesOf('of-a-fault')).toMatchObject([
      {
        level: 'error',
        event: 'unexpected_error',
        function: 'Answers-Handler',
        error: expect.stringMatching(/DynamoDB refuses our credentials.* .*functions\/\S+\.ts:\d+:\d+/s),
      },
      { level: 'info', event: 'answered', operation: 'listCycles', status: 503, Faults: 1 },
    ]);
  });
});
