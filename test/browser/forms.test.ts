import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import enShared from '../../web/i18n/en/shared.ts';
import enReasons from '../../web/i18n/en/shared-reasons.ts';
import en from '../../web/i18n/en/student-profile.ts';
import zhReasons from '../../web/i18n/zh/shared-reasons.ts';
import zh from '../../web/i18n/zh/student-profile.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('a form', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  const arrive = async (part = 'availability') => {
    const visitor = await Visitor.arrive(site.browser, site.origin);
    await visitor.signIn(linXiaoyu);
    await visitor.open(`/student/profile/${part}`);
    return visitor;
  };

  it('names what is no number, says so in either language, and reads full-width digits', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const why = enReasons.must_be_a_number_such_as_n.replace('{n}', '20');
    const hours = page.getByLabel(en.availability.weekly);
    await hours.fill('20-30');
    await hours.press('Tab');
    await page.locator('.field.wrong').getByText(why).waitFor();
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    await visitor.check('hours that are no number');
    await hours.press('Enter');
    const summary = page.getByRole('alert');
    await summary.getByText(`${en.availability.weekly}: ${why}`).waitFor();
    await expect.poll(() => page.locator(':focus').getAttribute('class')).toBe('summary');
    expect(await hours.inputValue()).toBe('20-30');

    await visitor.button('中文').press('Enter');
    const whyInChinese = zhReasons.must_be_a_number_such_as_n.replace('{n}', '20');
    await summary.getByText(`${zh.availability.weekly}: ${whyInChinese}`).waitFor();
    await page.getByLabel(zh.availability.weekly).fill('２０');
    await page.locator('.field.wrong').waitFor({ state: 'detached' });
    await page.getByLabel(zh.availability.weekly).press('Enter');
    await page.waitForURL(/\/student\/profile$/);
    await visitor.open('/student/profile/availability');
    expect(await page.getByLabel(zh.availability.weekly).inputValue()).toBe('20');
    await visitor.leave();
  });

  it('leads the reader on to the next row when one is removed, then to the button that adds', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    const exams = (n: string) => en.availability.exam.replace('{n}', n);
    const remove = page.getByRole('button', { name: enShared.order.removeOf.replace('{name}', exams('')) });
    const add = visitor.button(en.availability.addExam);
    await add.press('Enter');
    await add.press('Enter');
    const focused = (button: Locator) => button.evaluate((at) => at === document.activeElement);
    for (let rows = await remove.count(); rows > 0; rows -= 1) {
      await remove.first().press('Enter');
      await expect.poll(() => remove.count()).toBe(rows - 1);
      await expect.poll(() => focused(rows > 1 ? remove.first() : add)).toBe(true);
      await page
        .getByRole('status')
        .getByText(enShared.order.removed.replace('{name}', exams('1')))
        .waitFor();
    }
    await visitor.leave();
  });

  it('says beside a stay that it overlaps another', async () => {
    const visitor = await arrive('residence');
    const { page } = visitor;
    const stays = page.getByRole('group', { name: new RegExp(`^${en.residence.stay.replace('{n}', '')}`) });
    for (const [from, to] of [
      ['2026-07-01', '2026-07-20'],
      ['2026-07-19', '2026-08-01'],
    ] as const) {
      await visitor.button(en.residence.add).press('Enter');
      await stays.last().getByLabel(en.residence.country).selectOption('CN');
      await stays.last().getByLabel(en.residence.from).fill(from);
      await stays.last().getByLabel(en.residence.to).fill(to);
    }
    await stays.last().getByLabel(en.residence.to).press('Enter');
    const why = enReasons.must_not_overlap_another_stay;
    await page.getByRole('alert').getByText(`${en.residence.from}: ${why}`).waitFor();
    expect(await stays.last().getByLabel(en.residence.from).getAttribute('aria-invalid')).toBe('true');
    await visitor.check('stays that overlap');
    await visitor.leave();
  });
});
