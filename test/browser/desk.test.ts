import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/coordinator.ts';
import enImport from '../../web/i18n/en/coordinator-import.ts';
import zhImport from '../../web/i18n/zh/coordinator-import.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

/** As a spreadsheet hands over cells that were copied. */
const copied = [
  ['企业名称', '岗位名称', '岗位类别', '名额'],
  ['梧桐数智', '增长分析实习生', '数据与人工智能', '2'],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n');

describe.skipIf(chromiumPath() === undefined)('a coordinator’s desk', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.each([
    { locale: 'en-GB', width: 1280, words: enImport },
    { locale: 'zh-CN', width: 320, words: zhImport },
  ] as const)('takes rows that are pasted, $locale, $width px', async ({ words, ...options }) => {
    const visitor = await Visitor.arrive(site.browser, site.origin, options);
    const { page } = visitor;
    await visitor.signIn(coordinator);
    await visitor.open('/coordinator/import');
    await visitor.button(words.imports.usePasted).press('Enter');
    await page.getByRole('alert').waitFor();
    await visitor.check('nothing pasted');
    const sheet = page.waitForEvent('download');
    await visitor.button(words.imports.emptySheet).press('Enter');
    expect((await sheet).suggestedFilename()).toBe(words.imports.emptySheetName);
    await page.getByLabel(words.imports.pasted).fill(copied);
    await visitor.button(words.imports.usePasted).press('Enter');
    await page.getByRole('heading', { level: 1, name: words.imports.pastedName }).waitFor();
    await page.getByLabel('企业名称').waitFor();
    expect(await page.getByLabel('企业名称').inputValue()).toBe('company');
    expect(await page.getByLabel('名额').inputValue()).toBe('capacity');
    await visitor.check('what was pasted');
    await visitor.leave();
  });

  it('leads from one decision to the next that waits, until none does', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin);
    const { page } = visitor;
    await visitor.signIn(coordinator);
    await visitor.open('/coordinator/companies?state=submitted');
    const names = await page.locator('main a[href*="/companies/com_"]').allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await page.locator('main a[href*="/companies/com_"]').first().press('Enter');
    for (const [index] of names.entries()) {
      await visitor.ready();
      await visitor.button(en.company.to.verified).press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: en.company.to.verified }).press('Enter');
      const way = page.getByRole('main').getByRole('status').getByRole('link');
      await way.waitFor();
      await visitor.check('decided');
      expect(await way.innerText()).toBe(names[index + 1] ?? 'What waits elsewhere');
      await way.press('Enter');
      await page.waitForURL(index + 1 < names.length ? /companies\/com_/ : /\/coordinator$/);
    }
    await visitor.leave();
  });
});
