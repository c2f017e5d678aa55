import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { approver, coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import company from '../../web/i18n/en/company.ts';
import control from '../../web/i18n/en/coordinator.ts';
import posting from '../../web/i18n/en/posting.ts';
import shared from '../../web/i18n/en/shared.ts';
import student from '../../web/i18n/en/student.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

const fill = (text: string, values: Record<string, string>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
const beginning = (text: string): RegExp =>
  new RegExp(`^${(text.split('{')[0] ?? '').replaceAll(/[.*+?^$()[\]\\]/g, '\\$&')}`);

/** The posting that Lin Xiaoyu may rank, of the company that the demonstration signs in as. */
const title = 'Data Analysis Intern';

describe.skipIf(chromiumPath() === undefined)(
  'one summer cycle in the browser, by all three roles',
  { timeout: 400_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    let lin: Visitor;
    let recruiter: Visitor;
    let first: Visitor;
    let second: Visitor;
    beforeAll(async () => {
      site = await startSite();
      const arrive = () => Visitor.arrive(site.browser, site.origin);
      [lin, recruiter, first, second] = [await arrive(), await arrive(), await arrive(), await arrive()];
      await lin.signIn(linXiaoyu);
      await recruiter.signIn(wutong);
      await first.signIn(coordinator);
      await second.signIn(approver);
    });
    afterAll(() => site?.stop());

    const moveTo = async (phase: keyof typeof shared.states.cycle) => {
      const name = fill(control.phase.moveTo, { phase: shared.states.cycle[phase] });
      await first.open('/coordinator/cycle');
      await first.button(name).click();
      await first.check(`the question before ${phase}`);
      await first.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      await first.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await first.page.getByText(shared.states.cycle[phase]).first().waitFor();
    };
    const roundPath = async () => {
      await first.open('/coordinator/rounds');
      await first.page.getByRole('main').locator('a[href^="/coordinator/rounds/"]').first().click();
      await first.page.waitForURL(/\/coordinator\/rounds\/rnd_/);
      return new URL(first.page.url()).pathname;
    };

    it('the student reads why a posting fits and applies', async () => {
      // The first that she has not applied to yet.
      for (let place = 0; (await lin.button(posting.apply.submit).count()) === 0; place += 1) {
        await lin.open('/student/for-you');
        await lin.page.locator('article h2 a').nth(place).click();
        await lin.page.waitForURL(/\/postings\/pos_/);
        await lin.page.locator('#apply p').first().waitFor();
        await lin.ready();
      }
      await lin.check('a posting');
      for (const answer of await lin.page.locator('#apply textarea').all())
        await answer.fill('I built two dashboards and want to learn how a team decides with them.');
      await lin.button(posting.apply.submit).click();
      await lin.page.waitForURL(/\/student\/applications\//);
      await lin.ready();
      await lin.check('an application');
      await lin.page.getByText(shared.states.application.submitted).first().waitFor();
    });

    it('the company reads applicants in ranked order and gives outcomes', async () => {
      await recruiter.open('/company/postings');
      await recruiter.page.getByRole('link', { name: title }).first().click();
      await recruiter.ready();
      await recruiter.check('a posting of the company');
      const { pathname } = new URL(recruiter.page.url());
      await recruiter.open(`${pathname.replace(/\/edit$/, '')}/applicants?state=waiting`);
      await recruiter
        .button(beginning(`${company.outcome.shortlisted}: `))
        .first()
        .click();
      await recruiter.page.getByText(shared.states.application.shortlisted).first().waitFor();
      await recruiter
        .button(beginning(`${company.outcome.not_selected}: `))
        .last()
        .click();
      const dialog = recruiter.page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('We need somebody who can begin in June.');
      await recruiter.check('the reason for turning down');
      await dialog.getByRole('button', { name: company.outcome.not_selected, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    });

    it('the coordinator verifies a company and approves a posting', async () => {
      await first.open('/coordinator/companies?state=submitted');
      await first.page.getByRole('main').locator('a[href^="/coordinator/companies/com_"]').first().click();
      await first.ready();
      await first.check('a company to verify');
      await first.button(control.company.to.verified).click();
      await first.page.getByRole('dialog').getByRole('button', { name: control.company.to.verified }).click();
      await first.page.getByText(shared.states.company.verified).first().waitFor();
      await first.open('/coordinator/postings?state=submitted');
      await first.page.getByRole('main').locator('a[href^="/coordinator/postings/pos_"]').first().click();
      await first.ready();
      await first.check('a posting to approve');
      await first.button(control.posting.to.approved).click();
      await first.page.getByRole('dialog').getByRole('button', { name: control.posting.to.approved }).click();
      await first.page.getByText(shared.states.posting.approved).first().waitFor();
    });

    it('the coordinator ends applying and shortlisting, and nobody is left without an answer', async () => {
      await moveTo('shortlisting');
      await first.open('/coordinator/cycle');
      await first.button(control.silent.close).click();
      await first.page.getByRole('dialog').getByRole('button', { name: control.silent.close }).click();
      await first.page.getByText(control.silent.none).waitFor();
      await moveTo('ranking');
    });

    it('the student orders by keyboard and certifies', async () => {
      await lin.open('/student/rank-list');
      await lin
        .button(beginning(fill(student.rankList.addOf, { name: title })))
        .first()
        .press('Enter');
      await lin.page.getByRole('status').filter({ hasText: title }).first().waitFor();
      await lin.ready();
      await lin.check('a rank list with a choice');
      await lin.page.getByRole('link', { name: student.rankList.certify }).click();
      await lin.ready();
      await lin.check('certifying');
      await lin.button(student.rankList.check.button).click();
      await lin.page.getByText(student.rankList.check.done).waitFor();
    });

    it('the company orders its applicants and certifies', async () => {
      await recruiter.open('/company/postings');
      await recruiter.page.getByRole('link', { name: title }).first().click();
      await recruiter.ready();
      await recruiter.open(`${new URL(recruiter.page.url()).pathname.replace(/\/edit$/, '')}/rank-list`);
      await recruiter.button(/^Add 林晓雨/).click();
      await recruiter.ready();
      await recruiter.check('a company’s rank list');
      await recruiter.button(company.certify.do).click();
      await recruiter.page.getByRole('dialog').getByRole('button', { name: company.certify.do }).click();
      await recruiter.page.getByText(beginning(company.certify.done)).waitFor();
    });

    it('the coordinators freeze, run, check, approve and publish', async () => {
      await moveTo('matching');
      const path = await roundPath();
      await first.ready();
      await first.check('the control room');
      await first.button(control.freeze.do).click();
      await first.page.getByRole('dialog').getByRole('button', { name: control.freeze.do }).click();
      await first.button(control.run.do).click();
      await first.page.getByText(control.approve.notYou).waitFor();
      await first.check('the checks');

      await second.open(path);
      await second.button(control.approve.do).click();
      await second.page.getByRole('dialog').getByRole('button', { name: control.approve.do }).click();
      const startPublishing = async () => {
        await second.button(control.publish.do).click();
        const dialog = second.page.getByRole('dialog');
        await dialog.getByRole('textbox').fill(control.publish.word);
        await second.check('the last question');
        await dialog.getByRole('button', { name: control.publish.start }).click();
      };
      await startPublishing();
      // The focus goes to Stop: whoever is startled presses Enter.
      await second.page.locator('button:focus', { hasText: control.publish.stop }).waitFor();
      await second.page.keyboard.press('Enter');
      await second.page.getByText(control.publish.stopped).waitFor();
      await startPublishing();
      await second.page.getByText(control.publish.answerBy).waitFor();
      await second.check('a published round');
    });

    it('the student reads the result and its reasons, and accepts', async () => {
      await lin.open('/student/result');
      await lin.page.getByText(student.result.reason.assigned).waitFor();
      await lin.button(student.result.offer.acceptButton).click();
      await lin.check('the question before accepting');
      await lin.page
        .getByRole('dialog')
        .getByRole('button', { name: student.result.offer.acceptButton, exact: true })
        .click();
      await lin.page.getByText(student.result.offer.accepted).waitFor();
      await lin.check('an accepted offer');
    });

    it('the company sees who comes, and anyone can verify the round', async () => {
      await recruiter.open('/company/results');
      await recruiter.page.getByText('林晓雨').first().waitFor();
      const nobody = await Visitor.arrive(site.browser, site.origin);
      const path = await roundPath();
      await nobody.open(path.replace('/coordinator', ''));
      expect(await nobody.page.getByRole('main').textContent()).toMatch(/[0-9a-f]{64}/);
      for (const visitor of [lin, recruiter, first, second, nobody]) await visitor.leave();
    });
  },
);
