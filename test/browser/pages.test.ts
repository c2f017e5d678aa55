import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import { publishMainRound } from './after-main-round.ts';
import { everyRoute, roles, Search, type Who } from './examples.ts';
import { wrongWith } from './looks.ts';
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

const afterwards = [
  { account: linXiaoyu, paths: ['/student/result', '/decline', '/student/rank-list'] },
  { account: wutong, paths: ['/company/results'] },
] as const;

describe.skipIf(chromiumPath() === undefined)('every page of the site', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let routes: readonly string[];
  const wrong: string[] = [];
  const onlooker = {
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
    look: async ({ page }: Person, path: string): Promise<void> => {
      wrong.push(...(await wrongWith(page)).map((line) => `${path}: ${line}`));
    },
  };

  beforeAll(async () => {
    [site, routes] = await Promise.all([startSite(), everyRoute()]);
  });
  afterAll(() => site?.stop());

  it('is found by links, and holds in both languages and schemes, when narrow, large and printed', async () => {
    const search = new Search(site, routes, onlooker);
    const lookAt = async (
      account: { email: string } | undefined,
      paths: readonly string[],
    ): Promise<void> => {
      const person = await personAt(site.browser, site.origin, { account });
      onlooker.arrived(person);
      for (const path of paths) {
        // The address of a thing is known from the page before.
        const link = person.page.locator(`main a[href$="${path}"]`).first();
        const href = path === '/decline' ? await link.getAttribute('href') : path;
        await person.open(href ?? path);
        await onlooker.look(person, path);
      }
      await person.context.close();
    };
    const of = async (who: Who): Promise<void> => {
      await search.of(who);
      const more = states[who];
      if (more !== undefined) await lookAt(more.account, more.paths);
    };
    await Promise.all(roles.map(of));
    await of('nobody');
    // The same site some weeks later: what there is only once a round is published.
    await publishMainRound(site.origin);
    for (const { account, paths } of afterwards) await lookAt(account, paths);
    expect(search.missing).toEqual([]);
    expect(wrong).toEqual([]);
  }, 900_000);
});
