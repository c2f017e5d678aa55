import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { approver, coordinator, linXiaoyu, referrer, wutong } from '../../infra/local/seed/accounts.ts';
import company from '../../web/i18n/en/company.ts';
import control from '../../web/i18n/en/coordinator.ts';
import posting from '../../web/i18n/en/posting.ts';
import referral from '../../web/i18n/en/referrer.ts';
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
  'one summer cycle in the browser, by every role and without a mouse',
  { timeout: 400_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    let lin: Visitor;
    let other: Awaited<ReturnType<typeof another>> | undefined;
    let recruiter: Visitor;
    let first: Visitor;
    let second: Visitor;
    beforeAll(async () => {
      site = await startSite();
      const arrive = () => Visitor.arrive(site.browser, site.origin, { mouse: false });
      [lin, recruiter, first, second] = [await arrive(), await arrive(), await arrive(), await arrive()];
      await lin.signIn(linXiaoyu);
      await recruiter.signIn(wutong);
      await first.signIn(coordinator);
      await second.signIn(approver);
    });
    afterAll(() => site?.stop());

    /** A posting of the same company to which Lin has not applied. */
    const another = async () => {
      const { call } = await callerOf(site.origin, linXiaoyu);
      const applied = new Set((await call('listMyApplications')).items.map(({ postingId }) => postingId));
      const theirs = await callerOf(site.origin, wutong);
      const { company: at } = await theirs.call('getMe');
      if (at === undefined) throw new Error('The recruiter has no company.');
      const own = await theirs.call('listCompanyPostings', { params: { companyId: at.id } });
      const found = own.items.find(({ id, state }) => state === 'published' && !applied.has(id));
      if (found === undefined) throw new Error('Lin has applied to every posting of the company.');
      return found;
    };
    const press = (visitor: Visitor, name: string | RegExp) => visitor.keyboard.press(visitor.button(name));
    /** Answers the question that the page asks. */
    const confirm = async (visitor: Visitor, name: string) => {
      const dialog = visitor.page.getByRole('dialog');
      await visitor.keyboard.press(dialog.getByRole('button', { name, exact: true }));
    };
    const follow = async (visitor: Visitor, link: Locator) => {
      const href = await link.first().getAttribute('href');
      await visitor.keyboard.press(link);
      await visitor.page.waitForURL((url) => url.href.endsWith(href ?? '?'));
      await visitor.ready();
    };
    const links = (visitor: Visitor, to: string) =>
      visitor.page.getByRole('main').locator(`a[href^="${to}"]`);

    const moveTo = async (phase: keyof typeof shared.states.cycle) => {
      const name = fill(control.phase.moveTo, { phase: shared.states.cycle[phase] });
      await first.open('/coordinator/cycle');
      await press(first, name);
      await first.check(`the question before ${phase}`);
      await confirm(first, name);
      await first.page.getByRole('dialog').waitFor({ state: 'hidden' });
      await first.page.getByText(shared.states.cycle[phase]).first().waitFor();
    };
    const roundPath = async () => {
      await first.open('/coordinator/rounds');
      await follow(first, links(first, '/coordinator/rounds/'));
      return new URL(first.page.url()).pathname;
    };

    it('the student searches, reads why a posting fits, and applies', async () => {
      other = await another();
      await lin.open('/postings');
      await lin.keyboard.type(lin.page.locator('main input[type=search]'), other.content.title.en ?? '');
      await lin.keyboard.again();
      await lin.page.waitForURL(/q=/);
      await lin.ready();
      await follow(lin, links(lin, `/postings/${other.id}`));
      await lin.page.locator('#apply p').first().waitFor();
      await lin.check('a posting');
      for (const answer of await lin.page.locator('#apply textarea').all())
        await lin.keyboard.type(
          answer,
          'I built two dashboards and want to learn how a team decides with them.',
        );
      await press(lin, posting.apply.submit);
      await lin.page.waitForURL(/\/student\/applications\//);
      await lin.ready();
      await lin.check('an application');
      await lin.page.getByText(shared.states.application.submitted).first().waitFor();
    });

    it('the company reads applicants in ranked order and gives outcomes', async () => {
      await recruiter.open(`/company/postings/${other?.id}/applicants?state=waiting`);
      const ofLin = recruiter.button(`${company.outcome.shortlisted}: 林晓雨`);
      await recruiter.keyboard.press(ofLin);
      await ofLin.waitFor({ state: 'detached' });
      await recruiter.open('/company/postings');
      await follow(recruiter, recruiter.page.getByRole('link', { name: title }));
      await recruiter.check('a posting of the company');
      const { pathname } = new URL(recruiter.page.url());
      await recruiter.open(`${pathname.replace(/\/edit$/, '')}/applicants?state=waiting`);
      await recruiter.keyboard.press(recruiter.button(beginning(`${company.outcome.not_selected}: `)));
      const dialog = recruiter.page.getByRole('dialog');
      await recruiter.keyboard.type(dialog.getByRole('textbox'), 'We need somebody who can begin in June.');
      await recruiter.check('the reason for turning down');
      await confirm(recruiter, company.outcome.not_selected);
      await dialog.waitFor({ state: 'hidden' });
    });

    it('the student orders choices, moves one up, and takes one out', async () => {
      await lin.open('/student/rank-list');
      const rows = lin.page.locator('.order ol .what .strong');
      for (const [index, name] of ['Recommender', `${title} at Wutong`].entries()) {
        await lin.keyboard.press(lin.button(beginning(fill(student.rankList.addOf, { name }))), 'Space');
        await rows.nth(index).waitFor();
        // The button goes with what it added; whoever pressed it goes on among what is left.
        await expect.poll(() => lin.page.locator(':focus').textContent()).toBe(student.rankList.rest);
      }
      const [above = '', name = ''] = await rows.allTextContents();
      await press(lin, fill(shared.order.upOf, { name }));
      expect(await rows.allTextContents()).toEqual([name, above]);
      const said = lin.page.getByRole('status');
      await said
        .filter({ hasText: fill(shared.order.status, { name, position: '1', total: '2' }) })
        .waitFor();
      await press(lin, fill(shared.order.removeOf, { name: above }));
      await said.filter({ hasText: fill(shared.order.removed, { name: above }) }).waitFor();
      await lin.page.getByText(beginning(shared.form.savedAt)).first().waitFor();
      await lin.ready();
      await lin.check('a rank list with a choice');
    });

    it('the coordinator verifies a company and approves a posting', async () => {
      await first.open('/coordinator/companies?state=submitted');
      await follow(first, links(first, '/coordinator/companies/com_'));
      await first.check('a company to verify');
      await press(first, control.company.to.verified);
      await confirm(first, control.company.to.verified);
      await first.page.getByText(shared.states.company.verified).first().waitFor();
      await first.open('/coordinator/postings?state=submitted');
      await follow(first, links(first, '/coordinator/postings/pos_'));
      await first.check('a posting to approve');
      await press(first, control.posting.to.approved);
      await confirm(first, control.posting.to.approved);
      await first.page.getByText(shared.states.posting.approved).first().waitFor();
    });

    it('the coordinator ends applying and shortlisting, and nobody is left without an answer', async () => {
      await moveTo('shortlisting');
      await first.open('/coordinator/cycle');
      await press(first, control.silent.close);
      await confirm(first, control.silent.close);
      await first.page.getByText(control.silent.none).waitFor();
      await moveTo('ranking');
    });

    it('the student certifies', async () => {
      await lin.open('/student/rank-list');
      await press(lin, student.rankList.certify);
      await lin.page.waitForURL(/\/rank-list\/certify$/);
      await lin.ready();
      await lin.check('certifying');
      await press(lin, student.rankList.check.button);
      await lin.page.getByText(student.rankList.check.done).waitFor();
    });

    it('the company orders its applicants and certifies', async () => {
      await recruiter.open('/company/postings');
      await follow(recruiter, recruiter.page.getByRole('link', { name: title }));
      await recruiter.open(`${new URL(recruiter.page.url()).pathname.replace(/\/edit$/, '')}/rank-list`);
      await press(recruiter, /^Add 林晓雨/);
      await recruiter.ready();
      await recruiter.check('a company’s rank list');
      await press(recruiter, company.certify.do);
      await confirm(recruiter, company.certify.do);
      await recruiter.page.getByText(beginning(company.certify.done)).waitFor();
    });

    it('the coordinators freeze, run, check, approve and publish', async () => {
      await moveTo('matching');
      const path = await roundPath();
      await first.check('the control room');
      await press(first, control.freeze.do);
      await confirm(first, control.freeze.do);
      await press(first, control.run.do);
      await first.page.getByText(control.approve.notYou).waitFor();
      await first.check('the checks');

      await second.open(path);
      await press(second, control.approve.do);
      await confirm(second, control.approve.do);
      const startPublishing = async () => {
        await press(second, control.publish.do);
        const dialog = second.page.getByRole('dialog');
        await second.keyboard.type(dialog.getByRole('textbox'), control.publish.word);
        await second.check('the last question');
        await confirm(second, control.publish.start);
      };
      await startPublishing();
      // The focus goes to Stop: whoever is startled presses Enter.
      await second.page.locator('button:focus', { hasText: control.publish.stop }).waitFor();
      await second.keyboard.again();
      await second.page.getByText(control.publish.stopped).waitFor();
      await startPublishing();
      await second.page.getByText(control.publish.answerBy).waitFor();
      await second.check('a published round');
    });

    it('the student reads the result and its reasons, and accepts', async () => {
      await lin.open('/student/result');
      await lin.page.getByText(student.result.reason.assigned).waitFor();
      await press(lin, student.result.offer.acceptButton);
      await lin.check('the question before accepting');
      await confirm(lin, student.result.offer.acceptButton);
      await lin.page.getByText(student.result.offer.accepted).waitFor();
      await lin.check('an accepted offer');
    });

    it('the referrer makes an invitation', async () => {
      const workstation = await Visitor.arrive(site.browser, site.origin, { mouse: false });
      await workstation.signIn(referrer);
      await workstation.open('/referrer/invitations');
      await workstation.keyboard.type(workstation.page.getByLabel(referral.links.label), 'Fair');
      await press(workstation, referral.links.submit);
      await workstation.page.getByText(referral.links.madeTitle).waitFor();
      await workstation.leave();
    });

    it('the company sees who comes, and anyone can verify the round', async () => {
      await recruiter.open('/company/results');
      await recruiter.page.getByText('林晓雨').first().waitFor();
      const nobody = await Visitor.arrive(site.browser, site.origin, { mouse: false });
      const path = await roundPath();
      await nobody.open(path.replace('/coordinator', ''));
      expect(await nobody.page.getByRole('main').textContent()).toMatch(/[0-9a-f]{64}/);
      for (const visitor of [lin, recruiter, first, second, nobody]) await visitor.leave();
    });
  },
);
