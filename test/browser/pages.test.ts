import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import { publishMainRound } from './after-main-round.ts';
import { everyRoute, roles, Search, type Who } from './examples.ts';
import { Fingerprints } from './fingerprints.ts';
import { type Take, wrongWith } from './looks.ts';
import { type Person, personAt } from './person.ts';
import { startSite } from './site.ts';

/** Besides an example of each route: what pages show when there is nothing, or nobody may see it. */
const states: Readonly<Partial<Record<Who, { account: { email: string } | undefined; paths: string[] }>>> = {
  nobody: {
    account: undefined,
    paths: [
      '/postings?q=python&workMode=remote',
      '/postings?q=zzzzqqq',
      '/postings/pos_00000000000000000000',
      '/nothing-here',
      '/student',
    ],
  },
  student: { account: linXiaoyu, paths: ['/coordinator', '/mailbox'] },
};

/**
 * Pages show dates, and their pictures are compared: the site was seeded then, and its readers take it to be a little
 * later. It is day in Shanghai and in Vancouver, so that letters have come.
 */
const seeded = '2026-03-23T00:30:00.000Z';
const now = Date.parse('2026-03-23T00:50:00.000Z');
/** A window that shows what most pages have. */
const viewport = { width: 1280, height: 1600 };

const nameOf = (who: string, path: string): string =>
  `${who}${path === '/' ? '' : path.replaceAll(/[^\w-]+/g, '.')}`;

/** Figures are counted when somebody comes to see them; here it must not matter who comes first. */
const countStatistics = async (origin: string): Promise<void> => {
  const { call } = await callerOf(origin, coordinator);
  const { id: cycleId } = await call('getCycle', { params: { cycleId: 'current' } });
  const params = { cycleId };
  await call('countStatistics', { params });
  const counted = async () => !(await call('getStatistics', { params })).counting;
  await vi.waitUntil(counted, { timeout: 60_000, interval: 100 });
};

const afterwards = [
  { account: linXiaoyu, paths: ['/student/result', '/decline', '/student/rank-list'] },
  { account: wutong, paths: ['/company/results'] },
] as const;

describe.skipIf(chromiumPath() === undefined)('every page of the site', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let routes: readonly string[];
  let fingerprints: Fingerprints;
  const wrong: string[] = [];
  const onlooker = {
    with: { now, viewport },
    arrived: ({ page }: Person): void => {
      page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== site.origin)
          wrong.push(`a request to another host: ${url.href}`);
        // The build foresees what a page can say; only what it missed is brought so.
        if (/\/assets\/areas-/.test(url.pathname)) wrong.push(`${page.url()}: a sentence was not foreseen`);
      });
    },
    look: async (
      { page }: Person,
      { route, path, who }: { route: string; path: string; who: string },
    ): Promise<void> => {
      const take: Take = (variant) => fingerprints.take(nameOf(who, route), variant, page);
      wrong.push(
        ...(await wrongWith(page, { take, only: inject('keep') })).map((line) => `${path}: ${line}`),
      );
    },
  };

  beforeAll(async () => {
    [site, routes] = await Promise.all([startSite({ at: seeded }), everyRoute()]);
    await countStatistics(site.origin);
    fingerprints = await Fingerprints.open(site.browser, { keep: inject('keep') });
    // The record is seeded anew, while the site is built and other tests run.
  }, 600_000);
  afterAll(() => site?.stop());

  it('is found by links, and holds in both languages and schemes, when narrow, large and printed', async () => {
    const search = new Search(site, routes, onlooker);
    const lookAt = async (
      who: string,
      account: { email: string } | undefined,
      paths: readonly string[],
    ): Promise<void> => {
      const person = await personAt(site.browser, site.origin, { ...onlooker.with, account });
      onlooker.arrived(person);
      for (const path of paths) {
        // The address of a thing is known from the page before.
        const link = person.page.locator(`main a[href$="${path}"]`).first();
        const href = path === '/decline' ? await link.getAttribute('href') : path;
        await person.open(href ?? path);
        await onlooker.look(person, { route: path, path, who });
      }
      await person.context.close();
    };
    const of = async (who: Who): Promise<void> => {
      await search.of(who);
      const more = states[who];
      if (more !== undefined) await lookAt(`${who}-state`, more.account, more.paths);
    };
    await Promise.all(roles.map(of));
    await of('nobody');
    // The same site some weeks later: what there is only once a round is published.
    await publishMainRound(site.origin);
    for (const { account, paths } of afterwards) await lookAt('later', account, paths);
    expect(search.missing).toEqual([]);
    expect([...wrong, ...(await fingerprints.compared())]).toEqual([]);
  }, 2_400_000);
});
