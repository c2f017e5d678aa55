import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { optionsOf, refuse } from '../command-line.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { linXiaoyu, wutong } from './seed/accounts.ts';
import { withTemporaryServer } from './temporary-server.ts';

/** `npm run screenshot -- --out .github`: the README's pictures, taken of the demonstration. */
const { values } = optionsOf('Usage: npm run screenshot [-- --out dist/pictures]', {
  options: { out: { type: 'string', default: join(import.meta.dirname, '../../dist/pictures') } },
});

const languages = [
  { lang: 'en', locale: 'en-GB' },
  { lang: 'zh', locale: 'zh-CN' },
] as const;

/** Somebody's page of one language, signed in with a press on the demonstration's button. */
const pageOf = async (
  browser: Browser,
  at: { origin: string; path: string; email: string; locale: string },
): Promise<Page> => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: at.locale,
    timezoneId: 'America/Vancouver',
    colorScheme: 'light',
  });
  await page.goto(at.origin + at.path);
  await page.getByRole('main').getByRole('button').click();
  await page.getByRole('button', { name: at.email }).click();
  await page.waitForURL(at.origin + at.path);
  return page;
};

/** Says of the first bar of a list what its first part consists of. */
const openFirstBar = async (page: Page): Promise<void> => {
  await page.locator('main .fit button').first().click();
  await page.mouse.move(0, 0);
};

const executable = chromiumPath() ?? refuse('There is no Chromium: install it, or name it in CHROMIUM.');
await withTemporaryServer({ seed: 'demo', site: true }, async ({ origin }) => {
  const browser = await launchChromium(executable);
  try {
    for (const { lang, locale } of languages) {
      const student = await pageOf(browser, {
        origin,
        path: '/student/for-you',
        email: linXiaoyu.email,
        locale,
      });
      await openFirstBar(student);
      await student.screenshot({ path: join(values.out, `ranking-student-${lang}.png`) });
      const company = await pageOf(browser, { origin, path: '/company', email: wutong.email, locale });
      await company.locator('main a[href$="/applicants"]').first().click();
      await openFirstBar(company);
      await company.screenshot({ path: join(values.out, `ranking-company-${lang}.png`) });
      if (lang !== 'en') continue;
      for (const index of [0, 1]) await company.getByRole('checkbox').nth(index).check();
      await company.locator('a[href*="/compare?"]').click();
      await company.locator('table.compare').waitFor();
      await company.screenshot({ path: join(values.out, 'compared.png') });
    }
  } finally {
    await browser.close();
  }
});
console.log(values.out);
