import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, samWeber } from '../../infra/local/seed/accounts.ts';
import enDesk from '../../web/i18n/en/desk.ts';
import en from '../../web/i18n/en/notices.ts';
import zh from '../../web/i18n/zh/notices.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('notices', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  // More time ends within a year.
  const inTenMonths = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 16);
  const unread = async ({ page }: Visitor): Promise<number> =>
    Number((await page.locator('.bell .count').allTextContents()).join(''));

  it('a student is told at once of more time, without a reload; reads, and undoes it', async () => {
    const student = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    await student.signIn(samWeber);
    await student.open('/student/notices');
    const before = await unread(student);

    const desk = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    await desk.signIn(coordinator);
    await desk.open(`/coordinator/extensions?student=${samWeber.subject}`);
    await desk.button(enDesk.extensions.grant).click();
    await desk.page.getByRole('alert').first().waitFor();
    await desk.check('an extension without what it needs');
    await desk.page.getByLabel(enDesk.extensions.step).selectOption('applying');
    await desk.page.getByLabel(enDesk.extensions.until).fill(inTenMonths);
    await desk.page.getByLabel(enDesk.extensions.reason).fill('The network was down.');
    await desk.button(enDesk.extensions.grant).click();
    await desk.page.getByRole('status').filter({ hasText: 'has more time' }).waitFor();
    await desk.check('an extension');

    // Nobody touches the student's page: it counts by itself.
    await student.page.locator('.bell .count', { hasText: String(before + 1) }).waitFor();
    await student.page.reload();
    await student.ready();
    const row = student.page.getByRole('listitem').filter({ hasText: 'The network was down.' });
    await row.getByRole('button', { name: en.read }).press('Enter');
    await row.getByRole('button', { name: en.read }).waitFor({ state: 'detached' });
    expect(await unread(student)).toBe(before);

    await student.button(en.readAll).press('Enter');
    const undo = student.button(en.undo);
    await undo.waitFor();
    await student.page.locator('.bell .count').waitFor({ state: 'detached' });
    await student.check('all read');
    // The focus is beside the way back, not lost with the button.
    await student.page.keyboard.press('Tab');
    await student.page.keyboard.press('Enter');
    await student.page.getByText(en.undone).waitFor();
    await student.page.locator('.bell .count', { hasText: String(before) }).waitFor();
    await student.check('undone');

    await desk
      .button(/^Take back/)
      .first()
      .click();
    await desk.page.getByRole('dialog').getByRole('textbox').fill('A mistake.');
    await desk.page.getByRole('dialog').getByRole('button', { name: enDesk.extensions.takeBack }).click();
    await desk.page.getByText(enDesk.extensions.over).waitFor();
    await student.leave();
    await desk.leave();
  });

  it('a student chooses which letters come, on a phone in Chinese', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 320 });
    await visitor.signIn(linXiaoyu);
    await visitor.open('/student/notices/settings');
    await visitor.page.getByLabel(zh.topics.cycle).selectOption('daily');
    await visitor.button(zh.save).click();
    await visitor.page.getByRole('status').filter({ hasText: zh.saved }).waitFor();
    await visitor.page.reload();
    await visitor.ready();
    expect(await visitor.page.getByLabel(zh.topics.cycle).inputValue()).toBe('daily');
    await visitor.leave();
  });

  it('a coordinator announces to a part, after a look at it', async () => {
    const desk = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB', width: 360 });
    await desk.signIn(coordinator);
    await desk.open('/coordinator/announcements');
    const words = enDesk.announcements;
    await desk.page.getByLabel(words.companies, { exact: true }).check();
    await desk.page.getByLabel(words.subjectZh).fill('初选提醒');
    await desk.page.getByLabel(words.textZh).fill('请在截止前答复。');
    await desk.page.getByLabel(words.subjectEn).fill('A word on shortlisting');
    await desk.page.getByLabel(words.textEn).fill('Give outcomes in time.');
    await desk.button(words.preview).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByText(/It goes to \d+ people/).waitFor();
    await desk.check('the preview');
    await dialog.getByRole('button', { name: words.send }).click();
    await desk.page.getByRole('rowheader', { name: 'A word on shortlisting' }).waitFor();
    await desk.check('sent');
    await desk.leave();
  });
});
