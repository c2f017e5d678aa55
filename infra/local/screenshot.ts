import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { optionsOf, refuse } from '../command-line.ts';
import { chromiumPath, launchChromium } from './chromium.ts';
import { linXiaoyu } from './seed/accounts.ts';
import { withTemporaryServer } from './temporary-server.ts';

/** `npm run screenshot -- --out .github/screenshot.png`: a student's ranked postings of the demonstration, for the README. */
const { values } = optionsOf('Usage: npm run screenshot [-- --out dist/screenshot.png]', {
  options: { out: { type: 'string', default: join(import.meta.dirname, '../../dist/screenshot.png') } },
});

const signIn = async (page: Page, origin: string): Promise<void> => {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.getByRole('button', { name: linXiaoyu.email }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/oidc') && !url.pathname.startsWith('/signin'));
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
};

const executable = chromiumPath() ?? refuse('There is no Chromium: install it, or name it in CHROMIUM.');
await withTemporaryServer({ seed: 'demo', site: true }, async ({ origin }) => {
  const browser = await launchChromium(executable);
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'America/Vancouver',
      colorScheme: 'light',
    });
    await signIn(page, origin);
    await page.goto(`${origin}/postings`);
    await page.locator('main article').nth(2).waitFor();
    await page.screenshot({ path: values.out });
  } finally {
    await browser.close();
  }
});
console.log(values.out);
