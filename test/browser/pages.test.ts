import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
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
  }, 240_000);
  afterAll(() => site?.stop());

  it('is found by links, and holds in both languages and schemes, when narrow, large and printed', async () => {
    const search = new Search(site, routes, onlooker);
    const of = async (who: Who): Promise<void> => {
      await search.of(who);
      const { account, paths } = states[who] ?? { paths: [] };
      if (paths.length === 0) return;
      const person = await personAt(site.browser, site.origin, { account });
      onlooker.arrived(person);
      for (const path of paths) {
        await person.open(path);
        await onlooker.look(person, path);
      }
      await person.context.close();
    };
    await Promise.all(roles.map(of));
    await of('nobody');
    expect(search.missing).toEqual([]);
    expect(wrong).toEqual([]);
  }, 900_000);
});
