import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../functions/clock/system.ts';
import { playCycle } from '../../infra/local/cycle/play.ts';
import { progressOn } from '../../infra/local/cycle/progress.ts';
import { dynamoDbRecord } from '../../infra/local/record.ts';
import { openSearchEngine } from '../../infra/local/search.ts';
import { startServer } from '../../infra/local/server.ts';
import { serviceUrl } from '../support/service.ts';

const [endpoint, search] = [serviceUrl('dynamo-db'), serviceUrl('open-search')];
const withinMs = 900_000;

describe.skipIf(endpoint === undefined || search === undefined)(
  'the product on DynamoDB and OpenSearch',
  () => {
    it(
      'plays a whole cycle with nothing wrong, and nothing in the error log',
      async () => {
        const dataDir = await mkdtemp(join(tmpdir(), 'product-'));
        const clock = systemClock;
        const name = `product-${process.pid}`;
        const logged: unknown[] = [];
        const server = await startServer({
          port: 0,
          dataDir,
          seed: 'coordinators',
          site: { root: dataDir, build: false },
          passwordCost: 2 ** 10,
          log: (entry) => void (entry.level === 'error' && logged.push(entry)),
          engine: openSearchEngine({ url: search ?? '', clock, prefix: `${name}-` }),
          record: await dynamoDbRecord({ endpoint: endpoint ?? '', table: name, clock }),
        });
        try {
          const asked = { students: 24, postings: 6, seed: 'test' };
          const report = await playCycle(server.origin, asked, progressOn({ write: () => true }));
          await server.settled();
          expect(report.faults).toEqual([]);
          expect(report.finding.blockingPairs).toBe(0);
          expect(logged).toEqual([]);
        } finally {
          await server.stop();
          await rm(dataDir, { recursive: true });
        }
      },
      withinMs,
    );
  },
);
