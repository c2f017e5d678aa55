import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { samWeber } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/rights.ts';
import zh from '../../web/i18n/zh/rights.ts';
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
    await address.fill(samWeber.email);
    await address.press('Enter');
    const undo = visitor.button(words.undo);
    await undo.waitFor();
    await visitor.check('requested');
    await undo.press('Enter');
    await undo.waitFor({ state: 'detached' });
    await address.waitFor();
    await visitor.leave();
  });
});
