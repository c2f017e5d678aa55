import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

/** Everything that would move for a while. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const lasts = (durations: string): boolean =>
          durations.split(',').some((one) => Number.parseFloat(one) > 0);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
      }).length,
  );

const pages = [
  {
    account: linXiaoyu,
    paths: ['/student', '/student/for-you', '/postings', '/student/profile/skills', '/components'],
  },
  { account: wutong, paths: ['/company', '/company/postings/seats', '/company/figures'] },
  {
    account: coordinator,
    paths: ['/coordinator', '/coordinator/cycle', '/coordinator/statistics', '/coordinator/weights'],
  },
] as const;

describe.skipIf(chromiumPath() === undefined)('a reader’s own settings', { timeout: 300_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.concurrent.each(pages)(
    'are kept on $paths: nothing moves for whoever asks for that',
    async ({ account, paths }) => {
      const wrong: string[] = [];
      const { page, open, context } = await personAt(site.browser, site.origin, { account });
      for (const path of paths) {
        await open(path);
        if ((await moving(page)) > 0) wrong.push(`${path}: something moves`);
      }
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      // Else nothing would be proved: buttons do move for those who did not ask them not to.
      expect(await moving(page)).toBeGreaterThan(0);
      await context.close();
      expect(wrong).toEqual([]);
    },
  );
});
