import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/posting.ts';
import zh from '../../web/i18n/zh/posting.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

describe.skipIf(chromiumPath() === undefined)('pages on a line or in a browser that brings little', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  }, 300_000);
  afterAll(() => site.stop());

  const plainly = async (locale: string, work: (page: Page, context: BrowserContext) => Promise<void>) => {
    const context = await site.browser.newContext({ locale, javaScriptEnabled: false });
    await work(await context.newPage(), context);
    await context.close();
  };

  it.each([
    ['en-GB', 'Internships', 'How matching works'],
    ['zh-CN', '岗位', '匹配'],
  ])('shows the list, a posting and the fixed pages without a script (%s)', async (locale, list, how) => {
    await plainly(locale, async (page) => {
      await page.goto(`${site.origin}/postings`);
      expect(await page.locator('h1').textContent()).toContain(list);
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      const posting = page.locator('article.posting h2 a').first();
      const title = (await posting.textContent()) ?? '';
      await posting.click();
      await page.locator('h1', { hasText: title }).waitFor();
      expect(await page.title()).toContain(title);
      expect((await page.locator('meta[name=description]').getAttribute('content'))?.length).toBeGreaterThan(
        10,
      );
      const job: unknown = JSON.parse((await page.locator('#job').textContent()) ?? '');
      expect(job).toMatchObject({ '@type': 'JobPosting', title, employmentType: 'INTERN' });
      await page.goto(`${site.origin}/how`);
      expect(await page.locator('h1').textContent()).toContain(how);
      // What the game is about is seen before anybody plays.
      expect(await page.locator('main table').allInnerTexts()).toHaveLength(2);
      for (const path of [
        '/',
        '/companies',
        '/certificates',
        '/privacy',
        '/accessibility',
        '/statistics',
        '/api',
      ]) {
        await page.goto(site.origin + path);
        expect({ path, words: (await page.locator('main').innerText()).length > 100 }).toEqual({
          path,
          words: true,
        });
      }
    });
  });

  it.each([
    ['en-GB', en.list],
    ['zh-CN', zh.list],
  ] as const)('says the order that the list is in (%s)', async (locale, words) => {
    await plainly(locale, async (page) => {
      const lead = page.locator('main .lead');
      for (const [search, order] of [
        ['', words.leadNewest],
        ['?q=', words.leadNewest],
        ['?q=python', words.leadRelevance],
        ['?q=python&sort=newest', words.leadNewest],
      ] as const) {
        await page.goto(`${site.origin}/postings${search}`);
        expect({ search, lead: (await lead.innerText()).startsWith(order) }).toEqual({ search, lead: true });
      }
    });
  });

  it('names each page in the other language, and says what to do where a script is needed', async () => {
    await plainly('en-GB', async (page) => {
      await page.goto(`${site.origin}/how?lang=zh`);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      const other = await page.locator('link[hreflang="en-GB"]').getAttribute('href');
      expect(other).toBe(`${site.origin}/how?lang=en`);
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
        `${site.origin}/how?lang=zh`,
      );
      await page.goto(`${site.origin}/student`);
      expect(await page.locator('noscript').innerText()).toContain('This page needs JavaScript.');
    });
    const map = await (await fetch(`${site.origin}/sitemap.xml`)).text();
    expect(map).toMatch(/<loc>[^<]+\/postings\/pos_\w+\?lang=en<\/loc>/);
    expect(await (await fetch(`${site.origin}/robots.txt`)).text()).toContain(`${site.origin}/sitemap.xml`);
  });

  it('answers 404 with a way on where a posting or a certificate is not there', async () => {
    for (const path of [
      '/postings/pos_none',
      '/postings/pos_3hhdvj6ry0ya5j6vw6b1',
      '/certificates/NONE-NONE',
    ]) {
      const answer = await fetch(`${site.origin}${path}?lang=en`);
      expect({ path, status: answer.status, noindex: (await answer.text()).includes('noindex') }).toEqual({
        path,
        status: 404,
        noindex: true,
      });
    }
    await plainly('en-GB', async (page) => {
      await page.goto(`${site.origin}/postings/pos_none`);
      expect(await page.locator('h1').innerText()).toBe('There is no such page');
      expect(await page.locator('main a[href="/"]').isVisible()).toBe(true);
    });
    const person = await personAt(site.browser, site.origin);
    await person.open('/postings/pos_none');
    await person.page.locator('#app main a[href="/"]').waitFor();
    expect(await person.page.locator('#app h1').innerText()).toBe('There is no such page');
    await person.context.close();
  });

  it('lets nobody on the way keep or find a page that names somebody', async () => {
    const headersOf = async (path: string) => {
      const { headers } = await fetch(site.origin + path);
      return [headers.get('cache-control'), headers.get('x-robots-tag')];
    };
    expect(await headersOf('/certificates/NONE-NONE')).toEqual(['no-store', 'noindex']);
    expect(await headersOf('/certificates')).toEqual(['public, max-age=0, s-maxage=30', null]);
  });

  it('says everything of what comes when it is used, and filters under an address that ends with a slash', async () => {
    const person = await personAt(site.browser, site.origin);
    await person.open('/how');
    const { page } = person;
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.locator('main .order, main table, main select').first().waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/^…$/m);
    await person.open('/postings/');
    const count = page.locator('main [role=status]').first();
    await count.waitFor();
    const all = await count.innerText();
    await page.locator('main input[type=search]').first().fill('zzzzzz');
    await page.keyboard.press('Enter');
    await expect.poll(() => count.innerText(), { timeout: 10_000 }).not.toBe(all);
    await person.context.close();
  });

  it('says that there is no line, and goes on by itself when there is one', async () => {
    const person = await personAt(site.browser, site.origin, { account: linXiaoyu });
    await person.open('/student/for-you');
    await person.context.setOffline(true);
    await person.page.locator('header a[href="/postings"]').first().click();
    await person.page.getByText('The server cannot be reached.').first().waitFor();
    await person.context.setOffline(false);
    await person.page.locator('article.posting').first().waitFor();
    await person.context.close();
  });

  it('asks though the site’s own script has not come yet', async () => {
    const person = await personAt(site.browser, site.origin, { account: linXiaoyu });
    await person.open('/student');
    await person.context.route(/\/assets\/main-/, (route) => route.abort());
    const asked = person.page.waitForRequest(/\/v1\//);
    await person.page.goto(`${site.origin}/student`);
    await asked;
    await person.context.close();
  });

  it('asks early only what the page asks, so that nothing is asked twice', async () => {
    const person = await personAt(site.browser, site.origin, { account: linXiaoyu });
    const asked: string[] = [];
    person.page.on('request', (request) => {
      if (request.url().includes('/v1/')) asked.push(`${request.method()} ${request.url()}`);
    });
    await person.open('/student');
    expect(asked.filter((one, at) => asked.indexOf(one) !== at)).toEqual([]);
    await person.context.close();
  });
});
