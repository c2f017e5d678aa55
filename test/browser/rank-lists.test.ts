import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import enApplicants from '../../web/i18n/en/company-applicants.ts';
import en from '../../web/i18n/en/shared.ts';
import zhApplicants from '../../web/i18n/zh/company-applicants.ts';
import zh from '../../web/i18n/zh/shared.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)('the rank list of a posting', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let path: string;
  beforeAll(async () => {
    site = await startSite();
    const { call } = await callerOf(site.origin, linXiaoyu);
    const { items } = await call('listMyApplications', { query: {} });
    const rankable = items.find(({ state }) => state === 'rankable');
    path = `/company/postings/${rankable?.postingId ?? ''}/rank-list`;
  });
  afterAll(() => site?.stop());

  const arrive = async (options: { locale: 'en-GB' | 'zh-CN'; width: number }) => {
    const visitor = await Visitor.arrive(site.browser, site.origin, options);
    await visitor.signIn(wutong);
    await visitor.open(path);
    const { page } = visitor;
    const { rankList } = options.locale === 'en-GB' ? enApplicants : zhApplicants;
    return {
      visitor,
      order: page.getByRole('list', { name: rankList.label }).getByRole('listitem'),
      add: (name: string) => visitor.button(rankList.addOf.replace('{name}', name)).press('Enter'),
      saved: () => page.waitForResponse((answer) => answer.request().method() === 'PUT'),
    };
  };

  it('changed by a colleague meanwhile, is read anew before it is changed again', async () => {
    const [one, other] = await Promise.all([
      arrive({ locale: 'en-GB', width: 1280 }),
      arrive({ locale: 'zh-CN', width: 320 }),
    ]);
    await Promise.all([one.saved(), one.add('顾望舒')]);
    await Promise.all([other.saved(), other.add('林晓雨')]);
    const notice = other.visitor.page.getByRole('status').filter({ hasText: zh.order.stale });
    await notice.waitFor();
    await other.visitor.check('changed elsewhere');
    await other.visitor.button(zh.order.reload).press('Enter');
    await other.order.filter({ hasText: '顾望舒' }).waitFor();
    expect(await other.order.count()).toBe(1);
    await Promise.all([other.saved(), other.add('林晓雨')]);
    await expect.poll(() => other.order.count()).toBe(2);
    expect(await notice.count()).toBe(0);
    await one.visitor.leave();
    await other.visitor.leave();
  });

  it('names whoever has withdrawn without a name, and is saved once that one is off it', async () => {
    const { call } = await callerOf(site.origin, linXiaoyu);
    const { items } = await call('listMyApplications', { query: {} });
    const mine = items.find(({ postingId }) => path.includes(postingId));
    if (mine === undefined) throw new Error('the student has not applied here');
    await call('moveApplication', {
      params: { applicationId: mine.id },
      body: { to: 'withdrawn' },
      ifMatch: mine.version,
    });
    const { visitor, order, add, saved } = await arrive({ locale: 'en-GB', width: 320 });
    const gone = order.filter({ hasText: enApplicants.rankList.gone });
    await gone.waitFor();
    expect(await gone.innerText()).not.toMatch(/林晓雨|demo-student/);
    await visitor.check('with somebody who has withdrawn');
    await gone.getByRole('button', { name: en.order.remove }).press('Enter');
    expect((await Promise.all([saved(), add('袁欣妍')]))[0].status()).toBe(200);
    expect(await order.count()).toBe(2);
    await visitor.leave();
  });
});
