import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { findStudent } from '../../functions/student/store.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { coordinator, demoPassword, samWeber } from '../../infra/local/seed/accounts.ts';
import desk from '../../web/i18n/en/desk.ts';
import en from '../../web/i18n/en/rights.ts';
import zh from '../../web/i18n/zh/rights.ts';
import { startSiteAt } from '../support/site-at.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('my data', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.each([
    { locale: 'en-GB', width: 1280, words: en },
    { locale: 'zh-CN', width: 320, words: zh },
  ] as const)('download, ask for deletion, undo, $locale, $width px', async ({ words, ...options }) => {
    const visitor = await Visitor.arrive(site.browser, site.origin, options);
    const { page } = visitor;
    await visitor.signIn(samWeber);
    await visitor.open('/student/data');
    await visitor.check('what is held');
    for (const [name, file] of [
      [words.json, 'my-data.json'],
      [words.page, 'my-data.html'],
    ] as const) {
      const download = page.waitForEvent('download');
      await visitor.button(name).press('Enter');
      expect((await download).suggestedFilename()).toBe(file);
    }
    const address = page.getByLabel(words.email);
    await address.fill('other@example.com');
    await address.press('Enter');
    await page.getByRole('alert').waitFor();
    await visitor.check('another address');
    await address.fill('');
    // Letter by letter into whatever has the focus, as a person mends it: the summary must not take it away.
    await page.keyboard.type(samWeber.email, { delay: 50 });
    await page.keyboard.press('Enter');
    const undo = visitor.button(words.undo);
    await undo.waitFor();
    // The form was far below what now says that it was sent.
    await expect.poll(() => page.locator(':focus').textContent()).toContain(words.requested);
    await visitor.check('requested');
    await undo.press('Enter');
    await undo.waitFor({ state: 'detached' });
    await address.waitFor();
    await visitor.leave();
  });

  it('counts no look of a coordinator who has not said yet why', async () => {
    const student = await callerOf(site.origin, samWeber);
    const { subject } = await student.call('getMe');
    const looks = async () =>
      (await student.call('getMyData')).seenBy.filter(({ kind }) => kind === 'coordinator').length;
    const before = await looks();
    const visitor = await Visitor.arrive(site.browser, site.origin);
    await visitor.signIn({ ...coordinator, role: 'coordinator' });
    await visitor.open(`/coordinator/students/${subject}/support`);
    await visitor.page.getByLabel(desk.support.why).fill('Cannot find the form.');
    expect(await looks()).toBe(before);
    await visitor.button(desk.support.open).click();
    await visitor.page.getByRole('heading', { name: desk.support.applications }).waitFor();
    expect(await looks()).toBe(before + 1);
    await visitor.leave();
  });
});

const dayMs = 24 * 60 * 60 * 1000;

describe.skipIf(chromiumPath() === undefined)('a deletion to its end', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSiteAt>>;
  beforeAll(async () => {
    site = await startSiteAt('2026-03-23T08:00:00.000Z');
  });
  afterAll(() => site?.stop());

  /** Asks for it as the page proposes: in a week. */
  const ask = async (visitor: Visitor, words: typeof en | typeof zh): Promise<void> => {
    await visitor.open('/student/data');
    const address = visitor.page.getByLabel(words.email);
    await address.fill(samWeber.email);
    await address.press('Enter');
    await visitor.button(words.undo).waitFor();
  };

  it('is taken back on the last of its seven days, and nothing has gone', async () => {
    const student = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 320 });
    await student.signIn(samWeber);
    await ask(student, zh);
    await site.pass(7 * dayMs - 3_600_000);
    await student.open('/student/data');
    await student.button(zh.undo).press('Enter');
    await student.page.getByLabel(zh.email).waitFor();
    await site.pass(2 * dayMs);
    await student.open('/student/data');
    await student.page.getByLabel(zh.email).waitFor();
    expect((await findStudent(site.deps.table, samWeber.subject))?.email).toBe(samWeber.email);
    await student.leave();
  });

  it('leaves nobody to sign in, and nothing for others to read', async () => {
    const [student, staff] = await Promise.all([
      Visitor.arrive(site.browser, site.origin),
      Visitor.arrive(site.browser, site.origin),
    ]);
    await student.signIn(samWeber);
    await staff.signIn(coordinator);
    const profile = `/coordinator/students/${samWeber.subject}`;
    await staff.open(profile);
    const address = staff.page.getByText(samWeber.email);
    await address.first().waitFor();

    await ask(student, en);
    await site.pass(7 * dayMs + 1);
    // What was begun comes to its end in a later turn of the clock.
    await site.pass(60_000);

    await staff.open(profile);
    await staff.page.getByText('There is no such page').first().waitFor();
    expect(await address.count()).toBe(0);
    await staff.leave();

    // The browser that was signed in all the time shows that nothing is left.
    await student.open('/student/data');
    await student.page.getByText(en.count.replace('{n}', '0')).waitFor();
    await student.leave();

    // The password opens nothing any more.
    const anew = await Visitor.arrive(site.browser, site.origin);
    const { page } = anew;
    await page.goto(`${site.origin}/student`);
    await page.getByRole('main').getByRole('button').first().click();
    await page.locator('input[name=email]').fill(samWeber.email);
    await page.locator('input[name=password]').fill(demoPassword);
    await page.locator('input[name=password]').press('Enter');
    await page
      .getByText(/the password is not right/)
      .first()
      .waitFor();
    await anew.check('a sign-in that opens nothing');
    await anew.leave();
  });
});
