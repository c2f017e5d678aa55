import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { newCompany, wutong } from '../../infra/local/seed/accounts.ts';
import english from '../../web/i18n/en/company.ts';
import chinese from '../../web/i18n/zh/company.ts';
import { companyContent } from '../support/samples.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('the team of a company', { timeout: 240_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('is joined by somebody who has begun to register, once they say that they give that up', async () => {
    const [theirs, ours] = await Promise.all([
      callerOf(site.origin, newCompany),
      callerOf(site.origin, wutong),
    ]);
    const draft = await theirs.call('registerCompany', { body: companyContent(31) });
    const { company } = await ours.call('getMe');
    if (company === undefined) throw new Error('acts for nobody');
    const params = { companyId: company.id };
    await ours.call('inviteRecruiter', { params, body: { email: newCompany.email } });

    const invited = await Visitor.arrive(site.browser, site.origin, { width: 360 });
    const { page } = invited;
    await invited.signIn({ ...newCompany, role: 'company' });
    await invited.open('/company/team');
    const own = companyContent(31).name.en ?? '';
    const begin = page.getByRole('button', { name: new RegExp(`^Give up ${own} and accept`) });
    await begin.click();
    const dialog = page.getByRole('dialog');
    await invited.check('giving up');
    await dialog.getByRole('button', { name: english.invitations.giveUp, exact: true }).click();
    await begin.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Leave the company as ${newCompany.email}` }).click();
    await dialog.getByText(english.team.leaveBody).waitFor();
    expect((await theirs.call('getMe')).company?.id).toBe(company.id);

    // The same page gives a draft up for nothing, too.
    await theirs.call('removeRecruiter', { params: { ...params, email: newCompany.email } });
    const another = await theirs.call('registerCompany', { body: companyContent(31) });
    expect(another.id).not.toBe(draft.id);
    await invited.open('/company/team');
    await page.getByRole('button', { name: `Give up the company as ${newCompany.email}` }).click();
    await dialog.getByRole('button', { name: english.team.giveUp, exact: true }).click();
    await page.getByText(english.today.noCompanyTitle).waitFor();
    await invited.leave();
  });

  // Last: whoever declines is not asked by the same company for a while.
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
