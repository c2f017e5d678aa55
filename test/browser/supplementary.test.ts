import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { moveTo } from '../../infra/local/cycle/coordinator.ts';
import type { Stage } from '../../infra/local/cycle/stage.ts';
import { coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/supplementary.ts';
import shared from '../../web/i18n/en/shared.ts';
import zh from '../../web/i18n/zh/offer.ts';
import zhShared from '../../web/i18n/zh/shared.ts';
import { posting, publishMainRound } from './after-main-round.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

describe.skipIf(chromiumPath() === undefined)(
  'what comes after the main round, in the browser',
  { timeout: 400_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    let stage: Stage;
    let lin: Visitor;
    beforeAll(async () => {
      site = await startSite();
      stage = await publishMainRound(site.origin);
      lin = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 360 });
      await lin.signIn(linXiaoyu);
    });
    afterAll(() => site?.stop());

    it('a student sees what declining costs, checks the answer, and only then declines', async () => {
      await lin.open('/student/result');
      await lin.page.locator('main a[href$="/decline"]').click();
      await lin.ready();
      await lin.check('the consequences of declining');
      await lin.page.getByText(zh.decline.out).waitFor();
      await lin.page.getByText(zh.decline.final).waitFor();
      await lin.page.getByRole('textbox').fill('我要继续读书。');
      await lin.button(zh.decline.toCheck).click();
      await lin.check('the answer to check');
      // Nothing has happened yet, and what was typed is kept on the way back.
      const { items } = await stage.coordinator.call('listRoundOffers', {
        params: { roundId: stage.roundId },
      });
      expect(items.map(({ state }) => state)).toEqual(['pending']);
      await lin.button(zh.decline.change).click();
      expect(await lin.page.getByRole('textbox').inputValue()).toBe('我要继续读书。');
      await lin.button(zh.decline.toCheck).click();
      await lin.button(zh.decline.button).click();
      await lin.page.getByText(zh.decline.done).waitFor();
      await lin.open('/student/result');
      await lin.page.getByText(zhShared.states.offer.declined).first().waitFor();
      await lin.page.getByText('我要继续读书。').waitFor();
    });

    it('a coordinator opens a supplementary round, seeing its seats, students and nights first', async () => {
      await moveTo(stage, 'supplementary');
      const first = await Visitor.arrive(site.browser, site.origin);
      await first.signIn(coordinator);
      await first.open('/coordinator/rounds');
      await first.page.getByRole('link', { name: en.next.toOpen }).click();
      await first.ready();
      await first.page.getByText(en.next.nightsLead).waitFor();
      await first.check('the next round before it is opened');
      await first.page
        .getByText(/^It is at night for \d+ of \d+ students/)
        .first()
        .waitFor();
      await first.button('Open round 2').click();
      const dialog = first.page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Open round 2' }).click();
      await first.page.waitForURL(/\/coordinator\/rounds\/rnd_/);
      await first.ready();
      await first.check('an open supplementary round');
      const { pathname } = new URL(first.page.url());
      await first.open(`${pathname}/windows`);
      await first.open('/coordinator/rounds');
      await first.open('/coordinator/releases');
      await first.open('/coordinator');
      await first.leave();
    });

    it('a company sees its open seats, keeps one posting out, and lets it take part again', async () => {
      const recruiter = await Visitor.arrive(site.browser, site.origin);
      await recruiter.signIn(wutong);
      await recruiter.open('/company/results');
      const row = recruiter.page.getByRole('row', { name: posting }).first();
      await row.getByRole('button').click();
      await recruiter.check('opting out');
      await recruiter.page
        .getByRole('dialog')
        .getByRole('button', { name: en.company.optOut, exact: true })
        .click();
      await row.getByText(en.company.out).waitFor();
      await row.getByRole('button').click();
      await row.getByText(en.company.takes).waitFor();
      await row.getByRole('link', { name: new RegExp(`^${en.company.list}`) }).click();
      await recruiter.ready();
      await recruiter.check('the rank list of the supplementary round');
      await recruiter.page.getByText(`${en.seats.view} Supplementary round (2)`).waitFor();
      await recruiter.leave();
    });

    it('a student who has left sees the seats and that they are not for her', async () => {
      await lin.open('/student/open-seats');
      await lin.page.getByRole('article').first().waitFor();
      await lin.open('/student/rank-list');
      await lin.open('/student');
      expect(await lin.page.getByText(shared.states.cycle.applying, { exact: true }).count()).toBe(0);
      await lin.leave();
    });
  },
);
