import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import shared from '../../web/i18n/en/shared.ts';
import words from '../../web/i18n/en/student-profile.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

describe.skipIf(chromiumPath() === undefined)('a form that was read before', { timeout: 240_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('begins with what was stored meanwhile in another tab, and keeps it', async () => {
    const { page, open, settled, context } = await personAt(site.browser, site.origin, {
      account: linXiaoyu,
    });
    const { call } = await callerOf(site.origin, linXiaoyu);
    const toAbout = page.locator('main a[href="/student/profile/about"]').first();
    await open('/student/profile');
    await toAbout.click();
    await settled();
    await page.goBack();
    await settled();
    const { profile, version } = await call('getProfile');
    const { names } = profile;
    if (names === undefined) throw new Error('the student has no name');
    await call('saveProfile', {
      body: { ...profile, names: { ...names, preferred: '晓雨（新）' } },
      ifMatch: version,
    });
    // What is read takes its time: a form that did not wait would show the old name until then, and keep it.
    await page.route('**/v1/profile', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.fallback();
    });
    await toAbout.click();
    const form = page.locator('main form');
    await form.waitFor();
    const preferred = form.getByLabel(words.about.preferred, { exact: true });
    expect(await preferred.inputValue()).toBe('晓雨（新）');
    await form.locator('[type=submit]').click();
    await page.waitForURL(/\/student\/profile$/);
    expect((await call('getProfile')).profile.names?.preferred).toBe('晓雨（新）');
    await context.close();
  });

  it('keeps what was typed when it is left, refused for an old version and read anew, and lets go of it', async () => {
    const { page, open, settled, context } = await personAt(site.browser, site.origin, {
      account: linXiaoyu,
    });
    const { call } = await callerOf(site.origin, linXiaoyu);
    const before = page.getByText(shared.form.typedBefore);
    const text = page.getByLabel(words.about.text);
    await open('/student/profile/about');
    const stored = await text.inputValue();
    await text.fill('Typed and not saved.');
    await page.locator('a[href="/student/applications"]').first().click();
    await settled();
    await page.goBack();
    await before.waitFor();
    expect(await text.inputValue()).toBe('Typed and not saved.');
    await page.getByRole('button', { name: shared.form.typedAnew }).click();
    expect(await text.inputValue()).toBe(stored);
    expect(await before.count()).toBe(0);
    await text.fill('Typed beside a colleague.');
    const { profile, version } = await call('getProfile');
    await call('saveProfile', { body: { ...profile, phone: '+14165550199' }, ifMatch: version });
    await page.locator('main form [type=submit]').click();
    await page.getByRole('button', { name: shared.form.readAgain }).click();
    await before.waitFor();
    expect(await page.getByLabel(words.about.phone).inputValue()).toBe('+14165550199');
    await page.locator('main form [type=submit]').click();
    await page.waitForURL(/\/student\/profile$/);
    expect((await call('getProfile')).profile).toMatchObject({
      about: 'Typed beside a colleague.',
      phone: '+14165550199',
    });
    await open('/student/profile/about');
    expect([await before.count(), await text.inputValue()]).toEqual([0, 'Typed beside a colleague.']);
    await text.fill('Typed by whoever leaves.');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${site.origin}/`);
    const left = await page.evaluate(() => Object.keys(sessionStorage));
    expect(left.filter((key) => key.startsWith('typed'))).toEqual([]);
    await context.close();
  });
});
