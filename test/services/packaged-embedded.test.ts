import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { readSnapshot, writeSnapshot } from '../../functions/search/snapshot.ts';
import { snapshotFile } from '../../functions/search/snapshot-file.ts';
import { localCast } from '../../infra/local/cycle/cast.ts';
import { publishPostings, registerCompanies } from '../../infra/local/cycle/companies.ts';
import { moveTo } from '../../infra/local/cycle/coordinator.ts';
import { setUp } from '../../infra/local/cycle/play.ts';
import { progressOn } from '../../infra/local/cycle/progress.ts';
import { playAndRemove } from '../../infra/operate/smoke/play.ts';
import { packagedDeployment } from '../support/packaged.ts';

const deployment = packagedDeployment('embedded');

const hourMs = 3_600_000;
/** Lets a process begin at the start of the next hour, when the clock looks at the snapshot. */
const fromNextHour = (): Record<string, string> => {
  const ahead = hourMs - (Date.now() % hourMs);
  const script = `
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ${ahead}); }
      static now() { return Real.now() + ${ahead}; }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
};

/** `GET /v1/postings`, as the gateway would tell of it. */
const request = {
  version: '2.0',
  rawPath: '/v1/postings',
  rawQueryString: '',
  headers: { host: 'localhost' },
  requestContext: {
    domainName: 'localhost',
    requestId: 'of-postings',
    http: { method: 'GET', path: '/v1/postings' },
  },
  isBase64Encoded: false,
};
const Answer = z.object({ statusCode: z.literal(200), body: z.string() });
const Postings = z.object({ items: z.array(z.object({ posting: z.object({ id: z.string() }) })) });

describe.skipIf(!deployment.canRun)('the functions of a deployment without a search domain', () => {
  const { printed, errors, running } = deployment.during();

  test(
    'carry a trial cycle to accepted offers and remove it, with nothing left',
    {
      timeout: 600_000,
    },
    async () => {
      expect(await playAndRemove(running().origin, localCast(running().origin), 4)).toEqual([]);
      await running().settled();
      expect(await running().files.list('rounds')).toEqual([]);
      expect(running().givenUp).toEqual([]);
      expect(errors()).toEqual([]);
    },
  );

  /** What a process finds that is asked for the first time, and then whenever it is asked again. */
  const another = async () => {
    const process = await running().start('Answers/Handler');
    const found = async () => {
      const { body } = Answer.parse(await process.invoke(request));
      return Postings.parse(JSON.parse(body)).items.map(({ posting }) => posting.id);
    };
    return { found, stop: () => process.stop() };
  };

  test(
    'begin with the snapshot that the clock keeps, follow what came after, and do without a broken one',
    {
      timeout: 300_000,
    },
    async () => {
      const stage = await setUp(
        localCast(running().origin),
        { seed: 'snapshot' },
        progressOn({ write: () => {} }),
      );
      await moveTo(stage, 'posting');
      const postings = await publishPostings(stage, await registerCompanies(stage, 1), 2);
      await moveTo(stage, 'applying');
      await running().settled();
      const ids = postings.map(({ id }) => id).toSorted();
      const [later] = postings;
      if (later === undefined) throw new Error('No posting was published.');

      await running().files.remove(snapshotFile);
      const clock = await running().start('Events/Clock', fromNextHour());
      await clock.invoke({});
      await clock.stop();
      const kept = await readSnapshot(running().files);
      const documents = [...(kept?.writes ?? [])];
      expect(documents.length).toBeGreaterThanOrEqual(2);

      // As if one of them had been published since.
      const before = documents.filter((write) => !JSON.stringify(write).includes(later.id));
      const at = new Date().toISOString();
      await writeSnapshot(running().files, { position: kept?.position ?? '', at, writes: before });
      const one = await another();
      expect(await one.found()).toEqual(ids.filter((id) => id !== later.id));

      const params = { postingId: later.id };
      for (const to of ['paused', 'published'] as const) {
        const { version } = await later.recruiter.call('getPosting', { params });
        await later.recruiter.call('movePosting', { params, body: { to }, ifMatch: version });
      }
      await vi.waitFor(async () => expect((await one.found()).toSorted()).toEqual(ids), { timeout: 20_000 });
      await one.stop();

      // Young by its head, so that the clock lets it be; but its last document is missing.
      const stored = await Array.fromAsync((await running().files.read(snapshotFile)) ?? []);
      const broken = gunzipSync(Buffer.concat(stored))
        .toString()
        .replace(/[^\n]+\n$/, '');
      await running().files.put(snapshotFile, gzipSync(broken));
      printed.length = 0;
      const other = await another();
      expect((await other.found()).toSorted()).toEqual(ids);
      await other.stop();
      expect(printed.join('')).toContain('"event":"search_snapshot_unusable"');
    },
  );
});
