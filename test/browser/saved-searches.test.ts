import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu, samWeber } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/saved.ts';
import zh from '../../web/i18n/zh/saved.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('saved searches', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.each([
    { locale: 'en-GB', width: 1280, words: en, category: 'product', name: 'Product Management, Remote' },
    { locale: 'zh-CN', width: 320, words: zh, category: 'design-ux', name: '设计与用户体验、远程' },
  ] as const)(
    'save, be told, rename, delete, undo by keyboard, $locale, $width px',
    async ({ words, category, name, ...options }) => {
      const visitor = await Visitor.arrive(site.browser, site.origin, options);
      const { page } = visitor;
      const renamed = `my ${category}`;
      await visitor.signIn(samWeber);
      await visitor.open(`/postings?workMode=remote&category=${category}`);
      await visitor.button(words.save).press('Enter');
      const dialog = page.getByRole('dialog');
      const field = dialog.getByLabel(words.name);
      expect(await field.inputValue()).toBe(name);
      await visitor.check('the dialog');
      await field.fill(' ');
      await field.press('Enter');
      await dialog.getByRole('alert').waitFor();
      await visitor.check('a name that is none');
      await field.fill(name);
      expect(await field.inputValue()).toBe(name);
      await field.press('Enter');
      await page.getByRole('status').filter({ hasText: name }).waitFor();
      await visitor.check('saved');

      await visitor.open('/student/saved');
      const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
      const told = row.getByRole('checkbox');
      expect(await told.isChecked()).toBe(true);
      await told.press('Space');
      await page.reload();
      await visitor.ready();
      expect(await told.isChecked()).toBe(false);

      await row.getByRole('button', { name: words.rename }).press('Enter');
      await dialog.getByLabel(words.name).fill(renamed);
      await visitor.check('rename');
      await dialog.getByLabel(words.name).press('Enter');
      await page.getByRole('link', { name: renamed }).waitFor();

      const remove = page.getByRole('button', { name: words.removeOf.replace('{name}', renamed) });
      await remove.press('Enter');
      const undo = visitor.button(words.undo);
      await undo.waitFor();
      await page.getByRole('link', { name: renamed }).waitFor({ state: 'detached' });
      await visitor.check('deleted');
      // The focus is beside the way back, not lost with the row.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: renamed }).click();
      await page.waitForURL(`**/postings?category=${category}&workMode=remote`);
      await page.getByText(words.savedAs.replace('{name}', renamed)).waitFor();
      await visitor.leave();
    },
  );

  it('an empty result offers to save it, to visitors after they sign in; others are offered nothing', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    await visitor.open('/postings?q=zzzzqqq');
    await visitor.button(en.signIn).waitFor();
    await visitor.signIn(samWeber);
    await visitor.open('/postings?q=zzzzqqq');
    await visitor.button(en.saveAndTell).click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: en.submit, exact: true }).click();
    await visitor.page.getByRole('status').filter({ hasText: '“zzzzqqq”' }).waitFor();
    await visitor.check('an empty result, saved');
    await visitor.leave();
  });

  it('keeps that the words are to be taken as they are', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'en-GB' });
    await visitor.signIn(samWeber);
    await visitor.open('/postings?q=pyhton&exact=true');
    await visitor.button(en.saveAndTell).click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: en.submit, exact: true }).click();
    const name = en.exactWords.replace('{words}', 'pyhton');
    await visitor.page.getByRole('status').filter({ hasText: name }).waitFor();
    await visitor.open('/student/saved');
    await visitor.page.getByRole('link', { name, exact: true }).click();
    await visitor.page.waitForURL('**/postings?exact=true&q=pyhton');
    await visitor.leave();
  });

  it('a student saves a posting on its own page', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 360 });
    await visitor.signIn(samWeber);
    await visitor.open('/postings');
    await visitor.page.locator('article.posting h2 a').last().click();
    await visitor.page.waitForURL('**/postings/pos_*');
    // The list stays until the page is there, and has stars of its own.
    await visitor.page.locator('main .split').waitFor();
    const star = visitor.page.locator('.star').first().getByRole('button');
    const before = await star.getAttribute('aria-pressed');
    await star.press('Enter');
    const turned = visitor.page.locator(
      `.star button[aria-pressed="${before === 'true' ? 'false' : 'true'}"]`,
    );
    await turned.waitFor();
    await visitor.check('a posting that is saved');
    await visitor.page.reload();
    await visitor.ready();
    await turned.waitFor();
    await visitor.leave();
  });

  it('the digest that was due is in the mailbox, and its links lead where they say', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 360 });
    await visitor.signIn(linXiaoyu);
    await visitor.open('/mailbox');
    await visitor.page.getByRole('heading', { name: /^你保存的搜索有\d+个新岗位$/ }).waitFor();
    // The letter was written where the record was prepared, which had another port.
    const letters = await visitor.page.getByRole('main').textContent();
    await visitor.open(/https?:\/\/[^/\s]+(\/student\/saved)\b/.exec(letters ?? '')?.[1] ?? '/');
    await visitor.page.getByRole('heading', { level: 1, name: zh.title }).waitFor();
    await visitor.leave();
  });
});
