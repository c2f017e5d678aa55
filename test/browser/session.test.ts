import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

describe.skipIf(chromiumPath() === undefined)('a sign-in', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('that expires in the middle of a form loses nothing that was typed', async () => {
    const { page, open, context } = await personAt(site.browser, site.origin, { account: linXiaoyu });
    await open('/student/profile/about');
    const about = page.locator('textarea').first();
    await about.fill('Typed before the sign-in expired.');
    await page.route('**/v1/**', (route) =>
      route.fulfill({ status: 401, json: { status: 401, code: 'unauthenticated', detail: 'Expired.' } }),
    );
    await page.locator('main form button[type=submit]').click();
    const again = page.getByRole('button', { name: 'Sign in, in a new window' });
    await again.waitFor();
    expect(await about.inputValue()).toBe('Typed before the sign-in expired.');
    await page.unroute('**/v1/**');
    const [window] = await Promise.all([page.waitForEvent('popup'), again.click()]);
    await window.getByRole('button', { name: linXiaoyu.email }).click();
    await again.waitFor({ state: 'detached' });
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL(/\/student\/profile$/);
    await open('/student/profile/about');
    expect(await page.locator('textarea').first().inputValue()).toBe('Typed before the sign-in expired.');
    await context.close();
  });

  it('that ends in one tab ends in the others', async () => {
    const { page, open, context } = await personAt(site.browser, site.origin, { account: linXiaoyu });
    await open('/student');
    const other = await context.newPage();
    await other.goto(`${site.origin}/student/applications`);
    await other.getByRole('heading', { level: 1, name: 'My applications' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await other.getByRole('heading', { level: 1, name: 'Sign in to continue' }).waitFor();
    expect(await other.evaluate(() => sessionStorage.getItem('signed-in'))).toBeNull();
    await context.close();
  });

  it('is that of every tab, of those that are opened later too, and ends from any of them', async () => {
    const { page, open, context } = await personAt(site.browser, site.origin);
    await open('/student');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: linXiaoyu.email }).click();
    await page.waitForURL(`${site.origin}/student`);
    const later = await context.newPage();
    await later.goto(`${site.origin}/student/applications`);
    await later.getByRole('heading', { level: 1, name: 'My applications' }).waitFor();
    await later.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in to continue' }).waitFor();
    await later.waitForURL(`${site.origin}/`);
    await later.getByRole('button', { name: 'Sign in' }).first().waitFor();
    await context.close();
  });
});
