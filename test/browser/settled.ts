import type { Page } from 'playwright-core';

const quiet = 80;

/**
 * Waits until the page has its title and nothing that it asked for is under way: the network's idle event of the
 * browser waits half a second after the last answer, which is most of the time of a test that opens many pages.
 */
export const settlementOf = (page: Page, patience = 60_000): (() => Promise<void>) => {
  const pending = new Set<object>();
  let last = Date.now();
  page.on('request', (request) => {
    pending.add(request);
    last = Date.now();
  });
  const done = (request: object) => {
    pending.delete(request);
    last = Date.now();
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  // A document that is left takes its requests with it, and the browser does not always say so.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) for (const one of pending) pending.delete(one);
  });
  return async () => {
    await page.locator('#app h1').first().waitFor({ timeout: patience });
    const until = Date.now() + patience;
    while (pending.size > 0 || Date.now() - last < quiet) {
      if (Date.now() > until) throw new Error(`${page.url()} goes on loading.`);
      await page.waitForTimeout(20);
    }
  };
};
