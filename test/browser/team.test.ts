import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { newCompany, wutong } from '../../infra/local/seed/accounts.ts';
import english from '../../web/i18n/en/company.ts';
import chinese from '../../web/i18n/zh/company.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('the team of a company', { timeout: 240_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('asks whom it invites, also who was of it before, and goes on without who declines', async () => {
    const [inviter, invited] = await Promise.all([
      Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN' }),
      Visitor.arrive(site.browser, site.origin, { width: 360 }),
    ]);
    await inviter.signIn({ ...wutong, role: 'company' });
    await invited.signIn({ ...newCompany, role: 'company' });
    const invite = async () => {
      await inviter.open('/company/team');
      await inviter.page.getByLabel(chinese.team.email).fill(newCompany.email);
      await inviter.button(chinese.team.invite).click();
      await inviter.page.getByText(chinese.team.waiting).waitFor();
      await inviter.check('invited');
    };
    const { page } = invited;
    const accept = page.getByRole('button', { name: /^Accept the invitation from/ });
    const noCompany = page.getByText(english.today.noCompanyTitle);

    await invite();
    await invited.open('/company');
    await noCompany.waitFor();
    await accept.click();
    await noCompany.waitFor({ state: 'detached' });
    await inviter.open('/company/team');
    expect(await inviter.page.getByText(chinese.team.waiting).count()).toBe(0);

    await invited.open('/company/team');
    await page.getByRole('button', { name: `Leave the company as ${newCompany.email}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: english.team.leave, exact: true }).click();
    await noCompany.waitFor();
    await invite();
    await invited.open('/company/team');
    await noCompany.waitFor();
    await page.getByRole('button', { name: /^Decline the invitation from/ }).click();
    await accept.waitFor({ state: 'detached' });
    await inviter.open('/company/team');
    expect(await inviter.page.getByText(newCompany.email).count()).toBe(0);
    await inviter.leave();
    await invited.leave();
  });
});
