import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { wutong } from '../../infra/local/seed/accounts.ts';
import english from '../../web/i18n/en/shared.ts';
import chinese from '../../web/i18n/zh/shared.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

const rows = 40;

/** A sentence of a dictionary with its places filled. */
const filled = (sentence: string, facts: Record<string, string | number>): string =>
  Object.entries(facts).reduce((text, [name, fact]) => text.replace(`{${name}}`, String(fact)), sentence);

interface RankList {
  version: number;
  choices: unknown;
  state: string;
  options: readonly object[];
}

/** The open rank list of a posting with forty applicants; what is saved is answered as the server does, and told. */
const withFortyChoices = async (page: Page): Promise<unknown[]> => {
  const saved: unknown[] = [];
  const options = Array.from({ length: rows }, (_, at) => ({
    id: `somebody-${at + 1}~pos_0000000000000000`,
    title: { zh: `申请人${at + 1}号`, en: `Applicant ${at + 1}` },
    rankable: true,
  }));
  let list: RankList | undefined;
  await page.route(/\/v1\/rounds\/[^/]+\/postings\/[^/]+\/rank-list$/, async (route) => {
    if (route.request().method() === 'GET') {
      const read: RankList = await (await route.fetch()).json();
      list ??= { ...read, state: 'open', options, choices: options.map(({ id }) => id) };
    } else if (list !== undefined) {
      const { choices }: { choices: unknown } = route.request().postDataJSON();
      saved.push(choices);
      list = { ...list, version: list.version + 1, choices };
    }
    await route.fulfill({ json: list });
  });
  return saved;
};

describe.skipIf(chromiumPath() === undefined)(
  'a list of more than thirty choices',
  { timeout: 240_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    let path: string;
    beforeAll(async () => {
      site = await startSite();
      const { call } = await callerOf(site.origin, wutong);
      const { company } = await call('getMe');
      const { items } = await call('listCompanyPostings', {
        params: { companyId: company?.id ?? '' },
        query: {},
      });
      path = `/company/postings/${items.find(({ state }) => state === 'published')?.id}/rank-list`;
    });
    afterAll(() => site?.stop());

    it.each([
      ['en-GB', english.order, 'Applicant 35', 'Applicant 3'],
      ['zh-CN', chinese.order, '申请人35号', '申请人3号'],
    ] as const)(
      'takes a position by key and by touch, and says where the row went (%s)',
      async (locale, words, name, third) => {
        const { page, open, context } = await personAt(site.browser, site.origin, {
          account: wutong,
          locale,
          hasTouch: true,
          viewport: { width: 360, height: 800 },
        });
        const saved = await withFortyChoices(page);
        await open(path);
        const names = () => page.locator('.order ol .what .strong').allTextContents();
        const button = (of: string, position: number) =>
          page.getByRole('button', { name: filled(words.positionNow, { name: of, position }), exact: true });
        const choice = (of: string) =>
          page.getByRole('combobox', { name: filled(words.positionOf, { name: of }), exact: true });
        const isAt = async (of: string, position: number): Promise<void> => {
          await expect.poll(async () => (await names())[position - 1], { timeout: 10_000 }).toBe(of);
          const said = filled(words.status, { name: of, position, total: rows });
          expect(await page.locator('.order .foot [role=status]').textContent()).toBe(said);
          // Whoever goes on from there is where the row is.
          await expect
            .poll(() => choice(of).evaluate((field) => field === document.activeElement), { timeout: 2_000 })
            .toBe(true);
        };
        expect(await names()).toHaveLength(rows);
        expect(await page.getByRole('combobox').count()).toBe(0);

        await button(name, 35).focus();
        await page.keyboard.press('Enter');
        await choice(name).waitFor();
        expect(await choice(name).evaluate((field) => field === document.activeElement)).toBe(true);
        await page.keyboard.type('2');
        await page.keyboard.press('Enter');
        await isAt(name, 2);
        await expect.poll(() => saved.length, { timeout: 10_000 }).toBe(1);

        // What was opened before goes back to a button.
        await button(third, 4).tap();
        await choice(third).waitFor();
        expect(await page.getByRole('combobox').count()).toBe(1);
        await choice(third).selectOption({ label: '40' });
        await isAt(third, 40);
        await button(name, 2).waitFor();
        await expect.poll(() => saved.length, { timeout: 10_000 }).toBe(2);
        await context.close();
      },
    );
  },
);
