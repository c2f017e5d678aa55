import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import english from '../../web/i18n/en/shared.ts';
import chinese from '../../web/i18n/zh/shared.ts';
import { sectionOf } from '../../web/routes.ts';
import { everyRoute } from './examples.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

/** Well-formed names of things that are not there. */
const unknown: Readonly<Record<string, string>> = {
  postingId: 'pos_00000000000000000000',
  applicationId: 'nobody~pos_00000000000000000000',
  placementId: 'nobody~rnd_00000000000000000000',
  evaluationId: 'nobody~rnd_00000000000000000000~final~company',
  companyId: 'com_00000000000000000000',
  studentId: 'nobody',
  importId: 'imp_00000000000000000000',
  roundId: 'rnd_00000000000000000000',
  code: 'AAAAAAAAAAAAAAAAAAAAAAAA',
};

/** These answer in their own words: a form that asks for another code, a part or an offer that is no more. */
const inOwnWords = [
  '/certificates/:code',
  '/unsubscribe/:token',
  '/student/profile/:part',
  '/student/offers/:offerId/decline',
];

const accounts = { student: linXiaoyu, company: wutong, coordinator } as const;

const withNames = (route: string, nameOf: (param: string) => string): string =>
  route.replaceAll(/:(\w+)/g, (_, param: string) => nameOf(param));

describe.skipIf(chromiumPath() === undefined)('an address that names nothing', { timeout: 240_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let routes: readonly string[];
  beforeAll(async () => {
    [site, routes] = await Promise.all([startSite(), everyRoute()]);
  });
  afterAll(() => site?.stop());

  it.each([
    // No id has a space or this ending.
    ['a malformed name', 'en-GB', english.page, (): string => 'pos_x%20y!'],
    ['the name of nothing', 'zh-CN', chinese.page, (param: string): string => unknown[param] ?? 'basics'],
  ] as const)('is said to be no page, with a way on: %s (%s)', async (_kind, locale, words, nameOf) => {
    const wrong: string[] = [];
    const named = routes.filter((route) => route.includes(':') && !inOwnWords.includes(route));
    expect(named.length).toBeGreaterThan(25);
    for (const who of [undefined, 'student', 'company', 'coordinator'] as const) {
      const account = who && accounts[who];
      const { page, open, context } = await personAt(site.browser, site.origin, { account, locale });
      page.on('pageerror', ({ message }) => wrong.push(`${page.url()}: ${message}`));
      const theirs = named.filter((route) => sectionOf(route).role === who);
      for (const route of theirs) {
        const path = withNames(route, nameOf);
        await open(path);
        const main = page.locator('#app').getByRole('main');
        await main
          .getByRole('heading', { level: 1, name: words.notFoundTitle })
          .waitFor({ timeout: 3_000 })
          .catch(async () => wrong.push(`${path}: ${(await main.innerText()).slice(0, 200)}`));
        if ((await main.getByRole('link', { name: words.goHome }).count()) !== 1)
          wrong.push(`${path}: no way on`);
      }
      await context.close();
    }
    expect(wrong).toEqual([]);
  });
});
