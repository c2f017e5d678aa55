import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type RunningPackaged, startPackaged } from '../../infra/local/lambda/packaged.ts';
import { clientForTests } from './runtime-client.ts';
import { serviceUrl } from './service.ts';

const nowhere = 'http://127.0.0.1:9';

/** The functions as they are deployed, with a search domain or without, where all that they need can be had. */
export const packagedDeployment = (search: 'domain' | 'embedded') => {
  const client = clientForTests();
  const services = {
    'open-search': search === 'embedded' ? nowhere : (serviceUrl('open-search') ?? ''),
    'dynamo-db': serviceUrl('dynamo-db') ?? '',
    sqs: serviceUrl('sqs') ?? '',
    s3: serviceUrl('s3') ?? '',
  };
  /** Runs while the tests of a block do: to be asked for in the block, and read in its tests. */
  const during = () => {
    const folder = mkdtempSync(join(tmpdir(), 'packaged-'));
    const printed: string[] = [];
    let running: RunningPackaged | undefined;
    beforeAll(async () => {
      running = await startPackaged({
        folder,
        services,
        client: client ?? '',
        port: 0,
        passwordCost: 2 ** 10,
        ...(search === 'embedded' && { search }),
        onOutput: (text) => void printed.push(text),
      });
    }, 300_000);
    afterAll(async () => {
      await running?.stop();
      rmSync(folder, { recursive: true });
    });
    return {
      printed,
      errors: () => printed.filter((text) => text.includes('"level":"error"')),
      running: (): RunningPackaged => {
        if (running === undefined) throw new Error('The functions have not started yet.');
        return running;
      },
    };
  };
  return { canRun: client !== undefined && Object.values(services).every((url) => url !== ''), during };
};
