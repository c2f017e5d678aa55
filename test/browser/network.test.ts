import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, referrer, wutong } from '../../infra/local/seed/accounts.ts';
import errors from '../../web/i18n/en/shared-errors.ts';
import shared from '../../web/i18n/en/shared.ts';
import { type Person, personAt } from './person.ts';
import { startSite } from './site.ts';

/** One page of each kind: lists, things, forms, boards, pictures. */
const kinds = [
  { account: undefined, paths: ['/postings', '/companies', '/statistics'] },
  {
    account: linXiaoyu,
    paths: [
      '/student',
      '/student/for-you',
      '/student/applications',
      '/student/profile',
      '/student/rank-list',
      '/student/notices',
    ],
  },
  { account: wutong, paths: ['/company', '/company/postings', '/company/figures'] },
  {
    account: coordinator,
    paths: ['/coordinator', '/coordinator/cycle', '/coordinator/students', '/coordinator/statistics'],
  },
  { account: referrer, paths: ['/referrer', '/referrer/figures'] },
] as const;

/** What the pages themselves ask for; who is signed in is known by then. */
const asked = /\/v1\/(?!me$)/;

const retries = (page: Page) => page.getByRole('main').getByRole('button', { name: shared.page.retry });
const skeletons = (page: Page) => page.locator('main .skeleton');

describe.skipIf(chromiumPath() === undefined)('a network', { timeout: 240_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  const everyKind = async (look: (person: Person, path: string) => Promise<string[]>): Promise<string[]> => {
    const wrong: string[] = [];
    for (const { account, paths } of kinds) {
      const person = await personAt(site.browser, site.origin, { account });
      person.page.on('pageerror', ({ message }) => wrong.push(`${person.page.url()}: ${message}`));
      for (const path of paths) wrong.push(...(await look(person, path)).map((line) => `${path}: ${line}`));
      await person.context.close();
    }
    return wrong;
  };

  /** What is not as it should be on a page whose requests fail, and when they get through again. */
  const afterFailure = async ({ page, settled }: Person, sentence: string): Promise<string[]> => {
    const wrong: string[] = [];
    const main = page.getByRole('main');
    const said = main.getByRole('alert').filter({ hasText: sentence }).first();
    await said.waitFor({ timeout: 10_000 }).catch(() => wrong.push(`does not say “${sentence}”`));
    if ((await skeletons(page).count()) > 0) wrong.push('goes on looking as if it were read');
    await page.unrouteAll();
    // What could be read then may ask for more, which was refused meanwhile as well.
    const until = Date.now() + 20_000;
    while ((await main.getByText(sentence).count()) > 0 && Date.now() < until) {
      if ((await retries(page).count()) > 0) await retries(page).first().click();
      await settled();
    }
    if ((await main.getByText(sentence).count()) > 0) wrong.push('does not recover');
    return wrong;
  };

  it('that cannot be reached is said on each kind of page, and trying again helps', async () => {
    const wrong = await everyKind(async (person, path) => {
      // A public page that is opened is a document, which brings the answers along; one that is gone to asks for them.
      const isDocument = !/^\/(student|company|coordinator|referrer)\b/.test(path);
      if (isDocument) await person.open('/accessibility');
      await person.page.route(asked, (route) => route.abort());
      if (isDocument) await person.page.locator(`a[href="${path}"]`).first().click();
      else await person.open(path);
      return afterFailure(person, errors.offline);
    });
    expect(wrong).toEqual([]);
  });

  it('whose gateway answers with a page of its own is told of in words', async () => {
    const { page, open, settled, context } = await personAt(site.browser, site.origin, {
      account: linXiaoyu,
    });
    await page.route('**/v1/**', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }),
    );
    await open('/student/applications');
    await page.getByText(errors.internal).waitFor();
    await page.unrouteAll();
    await retries(page).click();
    await settled();
    await page.getByRole('heading', { level: 1, name: 'My applications' }).waitFor();
    await context.close();
  });

  it('that is slow shows that something is read, and sends once what is pressed twice', async () => {
    const { page, open, context } = await personAt(site.browser, site.origin, { account: linXiaoyu });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const sent: string[] = [];
    await page.route(asked, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.origin}/student/profile/about`);
    await page.getByRole('status').filter({ hasText: shared.page.loading }).first().waitFor();
    release();
    await page.locator('textarea').first().waitFor();
    await page.unrouteAll();

    await open('/student/profile/about');
    const save = page.locator('main form button[type=submit]');
    await page.route(asked, async (route) => {
      if (route.request().method() === 'GET') return route.continue();
      sent.push(route.request().method());
      await page.locator('main form button[type=submit][aria-busy=true]').waitFor();
      await page.waitForTimeout(300);
      return route.continue();
    });
    await page.locator('textarea').first().fill('Typed on a slow line.');
    await save.dblclick();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/student\/profile$/);
    expect(sent).toHaveLength(1);
    await context.close();
  });

  it('that goes away keeps what was typed and what was read, and says so; when it is back, all goes on', async () => {
    const { page, open, settled, context } = await personAt(site.browser, site.origin, {
      account: linXiaoyu,
    });
    await open('/student/applications');
    await open('/student/profile/about');
    const about = page.locator('textarea').first();
    await about.fill('Typed in a tunnel.');
    await context.setOffline(true);
    await page.locator('main form button[type=submit]').click();
    await page.getByRole('alert').filter({ hasText: errors.offline }).waitFor();
    expect(await about.inputValue()).toBe('Typed in a tunnel.');
    await context.setOffline(false);
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/\/student\/profile$/);
    await settled();

    // A page whose code was never brought, then back to one that was read.
    await context.setOffline(true);
    await page.locator('header a[href="/student/applications"]').first().click();
    await page.getByRole('main').getByText(errors.offline).waitFor();
    await page.getByRole('main').getByRole('button', { name: shared.page.retry }).click();
    await page.getByRole('main').getByText(errors.offline).waitFor();
    await page.goBack();
    await page.getByText(shared.page.staleData).waitFor();
    await page.goForward();
    await page.getByRole('main').getByText(errors.offline).waitFor();
    await context.setOffline(false);
    // Nobody has to try again: the page hears that there is a line.
    await page.getByRole('heading', { level: 1, name: 'My applications' }).waitFor();
    await context.close();
  });
});
