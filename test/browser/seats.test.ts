import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import enCompany from '../../web/i18n/en/company.ts';
import enShared from '../../web/i18n/en/shared.ts';
import zhCompany from '../../web/i18n/zh/company.ts';
import zhShared from '../../web/i18n/zh/shared.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

const readers = [
  {
    locale: 'en-GB',
    width: 1280,
    t: enCompany,
    words: enShared,
    posting: 'Frontend Engineering Intern (1 seat)',
    reads:
      '1 of 1 seats goes first to students who live in Canada; it opens to everyone if none of them wants it.',
    limit: /^Data team: Data Analysis Intern and Data Product Intern take at most/,
    passed: /^Empty seats of User Operations Intern go to Frontend Engineering Intern: has a shared limit/,
  },
  {
    locale: 'zh-CN',
    width: 360,
    t: zhCompany,
    words: zhShared,
    posting: '前端开发实习生（1个名额）',
    reads: '1个名额中有1个优先给常住加拿大的学生，用不完的向所有人开放。',
    limit: /^数据团队：数据分析实习生和数据产品实习生合计最多录用/,
    passed: /^用户运营实习生招不满的名额转给前端开发实习生/,
  },
] as const;

describe.skipIf(chromiumPath() === undefined)(
  'a company shares and reserves seats',
  { timeout: 400_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    beforeAll(async () => {
      site = await startSite();
    });
    afterAll(() => site?.stop());

    for (const { t, words, locale, width, posting, reads, limit, passed } of readers)
      it(`${locale}, ${width} px`, async () => {
        const recruiter = await Visitor.arrive(site.browser, site.origin, { locale, width });
        const { page } = recruiter;
        await recruiter.signIn(wutong);
        await recruiter.open('/company/postings/seats');
        await page.getByText(limit).first().waitFor();

        // A limit across another is refused, and the error about another rule is in that rule's words.
        await recruiter.button(t.groups.add).click();
        await page.getByRole('checkbox').nth(0).check();
        await page.getByRole('checkbox').nth(1).check();
        await page.getByRole('checkbox').nth(2).check();
        await page.getByLabel(t.groups.seats).fill('2');
        await recruiter.button(t.seats.save).click();
        const summary = page.getByRole('alert');
        await summary.getByRole('link', { name: passed }).first().waitFor();
        await expect.poll(() => page.locator(':focus').getAttribute('class')).toBe('summary');
        await recruiter.check('a refused limit');
        await recruiter.button(t.seats.cancel).click();
        await expect.poll(() => page.locator(':focus').textContent()).toBe(t.groups.add);

        // With the keyboard alone: what is missing is said beside its field, then the reserve is saved and undone.
        await recruiter.button(t.reserves.add).focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator(':focus').evaluate(({ tagName }) => tagName)).toBe('SELECT');
        await recruiter.button(t.seats.save).click();
        await recruiter.check('an empty reserve');
        expect(await summary.getByRole('link').count()).toBe(3);
        await page.getByLabel(t.reserves.posting).selectOption({ label: posting });
        await page.getByLabel(t.reserves.seats, { exact: true }).fill('1');
        await page.getByLabel(t.reserves.countries).selectOption('CA');
        await recruiter.button(words.form.add).click();
        await recruiter.button(t.seats.save).click();
        await page.getByText(reads).waitFor();
        expect(await page.locator(':focus').textContent()).toContain(t.seats.undo);
        await recruiter.check('a saved reserve');

        const lin = await Visitor.arrive(site.browser, site.origin, { locale, width });
        await lin.signIn(linXiaoyu);
        const path = await page.evaluate(async (title) => {
          const { items } = await (await fetch('/v1/postings?q=Frontend&limit=100')).json();
          return items
            .filter(
              (hit: { posting: { company: { name: { zh: string } } } }) =>
                hit.posting.company.name.zh === title,
            )
            .map((hit: { posting: { id: string } }) => `/postings/${hit.posting.id}`);
        }, '梧桐数智');
        for (const one of path) await lin.open(one);
        await lin.page.getByText(reads).waitFor();
        await lin.open('/student/rank-list');
        await lin.page.locator('.sentences').first().waitFor();
        await lin.leave();

        await page.keyboard.press('Enter');
        await page.getByText(t.seats.undone).waitFor();
        await page.getByText(reads).waitFor({ state: 'detached' });
        expect(await page.locator(':focus').textContent()).toBe(t.seats.undone);
        await recruiter.leave();
      });
  },
);
