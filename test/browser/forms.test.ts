import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
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

  it('keeps the reader in the group when a row of it is removed', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    await visitor.button(en.availability.addExam).press('Enter');
    const remove = page.getByRole('button', { name: en.availability.removeExam.replace('{n}', '') });
    const rows = await remove.count();
    await remove.last().press('Enter');
    await expect.poll(() => remove.count()).toBe(rows - 1);
    const group = page.getByRole('group', { name: en.availability.exams });
    expect(await group.evaluate((at) => at === document.activeElement)).toBe(true);
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
