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
    if (rankable === undefined) throw new Error('the student is rankable nowhere');
    path = `/company/postings/${rankable.postingId}/rank-list`;
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

  it.each([
    { locale: 'en-GB', width: 1280, words: enApplicants.applicants },
    { locale: 'zh-CN', width: 320, words: zhApplicants.applicants },
  ] as const)(
    'is of applicants whom one compares two at a time; nobody who was chosen is dropped, $locale',
    async ({ words, ...options }) => {
      const { visitor } = await arrive(options);
      const { page } = visitor;
      await visitor.open(path.replace('rank-list', 'applicants'));
      const boxes = page.locator('.applicants input[type=checkbox]');
      const ticked = () => boxes.evaluateAll((all) => all.map((box) => box.matches(':checked')).slice(0, 3));
      await boxes.nth(0).press('Space');
      await boxes.nth(1).press('Space');
      await page.getByRole('status').filter({ hasText: words.twoAtOnce }).waitFor();
      expect(await boxes.nth(2).isDisabled()).toBe(true);
      await visitor.check('two are chosen');
      await boxes.nth(0).press('Space');
      await boxes.nth(2).press('Space');
      await expect.poll(ticked).toEqual([false, true, true]);
      await page.getByRole('button', { name: words.untickBoth }).press('Enter');
      await expect.poll(ticked).toEqual([false, false, false]);
      await visitor.leave();
    },
  );

  it('names whoever withdraws meanwhile without a name, and is saved once that one is off it', async () => {
    const [student, company] = await Promise.all([
      callerOf(site.origin, linXiaoyu),
      callerOf(site.origin, wutong),
    ]);
    const { items } = await student.call('listMyApplications', { query: {} });
    const mine = items.find(({ postingId }) => path.includes(postingId));
    if (mine === undefined) throw new Error('the student has not applied here');
    const { items: rounds } = await student.call('listRounds', { params: { cycleId: mine.cycleId } });
    const params = { roundId: rounds[0]?.id ?? '', postingId: mine.postingId };
    const { options, version } = await company.call('getPostingRankList', { params });
    const others = options.filter(({ id }) => id !== mine.studentId).slice(0, 2);
    const choices = [mine.studentId, ...others.map(({ id }) => id)];
    await company.call('savePostingRankList', { params, body: { choices }, ifMatch: version });
    const { visitor, order, saved } = await arrive({ locale: 'en-GB', width: 320 });
    await order.nth(2).waitFor();
    await student.call('moveApplication', {
      params: { applicationId: mine.id },
      body: { to: 'withdrawn' },
      ifMatch: mine.version,
    });
    const up = order.nth(2).getByRole('button', { name: en.order.up });
    expect((await Promise.all([saved(), up.press('Enter')]))[0].status()).toBe(422);
    const gone = order.filter({ hasText: enApplicants.rankList.gone });
    await gone.waitFor();
    await visitor.check('with somebody who has withdrawn');
    const remove = gone.getByRole('button', { name: en.order.remove });
    expect((await Promise.all([saved(), remove.press('Enter')]))[0].status()).toBe(200);
    expect(await order.count()).toBe(2);
    // Taken back, the row still has no name and no id.
    const undo = visitor.button(en.order.undo);
    expect((await Promise.all([saved(), undo.press('Enter')]))[0].status()).toBe(422);
    expect(await gone.innerText()).not.toContain(mine.studentId);
    expect(await gone.innerText()).not.toContain('林晓雨');
    // Off it once more, the list is as it is stored, and nothing is complained of.
    await visitor.page.getByRole('alert').waitFor();
    await remove.press('Enter');
    await visitor.page.getByRole('alert').waitFor({ state: 'detached' });
    await visitor.leave();
  });
});
