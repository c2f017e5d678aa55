import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

describe.skipIf(chromiumPath() === undefined)('the way back', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('leads to where the reader was in a long list, and the way on to the top of a page', async () => {
    const { page, open, settled, context } = await personAt(site.browser, site.origin);
    await open('/postings');
    const posting = page.locator('main article a[href^="/postings/pos_"]').nth(12);
    await posting.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => scrollY > 300);
    await settled();
    const place = await page.evaluate(() => scrollY);
    // A press of the keyboard, which scrolls nothing by itself.
    await posting.evaluate((link: HTMLElement) => link.click());
    await page.locator('#apply').waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.waitForFunction((at) => Math.abs(scrollY - at) < 2, place);
    await page.goForward();
    await page.locator('#apply').waitFor();
    await page.waitForFunction(() => scrollY === 0);
    await context.close();
  });
});
