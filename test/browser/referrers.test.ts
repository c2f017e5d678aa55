import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, referrer, samWeber } from '../../infra/local/seed/accounts.ts';
import partners from '../../web/i18n/en/partners.ts';
import referral from '../../web/i18n/en/referral.ts';
import words from '../../web/i18n/en/referrer.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

const named = (sentence: string, values: Record<string, string>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

describe.skipIf(chromiumPath() === undefined)('referrers', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('make a link, a student joins by it and is counted, consent shows the name, and taking it back hides it', async () => {
    const workstation = await Visitor.arrive(site.browser, site.origin);
    await workstation.signIn(referrer);
    const joined = async (): Promise<number> => {
      await workstation.open('/referrer/figures');
      return Number(await workstation.page.locator('.figure .value').nth(1).textContent());
    };
    const before = await joined();
    const seesSam = async (): Promise<boolean> => {
      await workstation.open('/referrer/students');
      return (await workstation.page.getByRole('rowheader', { name: samWeber.name }).count()) > 0;
    };

    await workstation.open('/referrer/invitations');
    await workstation.button(words.links.submit).click();
    await workstation.page.getByRole('alert').waitFor();
    await workstation.check('a link without a label');
    await workstation.page.getByLabel(words.links.label).fill('Fair');
    await workstation.page.getByLabel(words.links.cap).fill('1');
    await workstation.button(words.links.submit).click();
    await workstation.page.getByText(words.links.madeTitle).waitFor();
    await workstation.page.getByRole('img', { name: named(words.links.qr, { label: 'Fair' }) }).waitFor();
    await workstation.check('a link that was made');
    const link = (await workstation.page.locator('.copy code').textContent()) ?? '';

    const sam = await Visitor.arrive(site.browser, site.origin, { width: 360 });
    await sam.open(new URL(link).pathname);
    await sam.page.getByText(referral.join.signFirst).waitFor();
    await sam.button(referral.join.signIn).click();
    await sam.page.waitForURL(/\/oidc\//);
    await sam.page.getByRole('button', { name: samWeber.email }).click();
    await sam.button(referral.join.confirm).click();
    await sam.page.getByRole('status').filter({ hasText: 'Vancouver' }).waitFor();
    await sam.check('joined');
    expect(await joined()).toBe(before + 1);
    expect(await seesSam()).toBe(false);

    await sam.page.getByRole('link', { name: referral.join.consent }).click();
    await sam.page.getByText(referral.own.never).waitFor();
    await sam.check('before consent');
    await sam.button(referral.own.give).click();
    await sam.page.getByText(referral.own.gave).waitFor();
    await sam.check('after consent');
    expect(await seesSam()).toBe(true);
    await sam.button(referral.own.take).click();
    await sam.page.getByText(referral.own.took).waitFor();
    expect(await seesSam()).toBe(false);

    // A link for one was used by one.
    const late = await Visitor.arrive(site.browser, site.origin, { locale: 'zh-CN', width: 360 });
    await late.open(new URL(link).pathname);
    await late.page.getByText('名额已用完').waitFor();
    await late.open('/join/nosuchinvitationatallhere');
    await late.page.getByText('没有这条邀请').waitFor();
    for (const visitor of [workstation, sam, late]) await visitor.leave();
  });

  it('are added by a coordinator, who makes a key and a webhook and sees each secret once', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin);
    const { page } = visitor;
    await visitor.signIn(coordinator);
    await visitor.open('/coordinator/partners');
    await visitor.button(partners.referrers.add).click();
    await visitor.check('a new referrer');
    await page.getByLabel(partners.referrers.nameEn).fill('Test union');
    await page.getByLabel(partners.referrers.email).fill('somebody@union.example');
    await visitor.button(partners.referrers.submit).click();
    await page.getByRole('rowheader', { name: 'Test union' }).waitFor();

    await visitor.button(partners.keys.make).click();
    await page.getByLabel(partners.keys.name).fill('District screen');
    await page.getByLabel(partners.keys.of['postings:read']).check();
    await visitor.button(partners.keys.submit).click();
    await page.getByText(named(partners.keys.made, { name: 'District screen' })).waitFor();
    const key = (await page.locator('.notice .copy code').textContent()) ?? '';
    await visitor.check('a key that was made');
    const answer = await page.request.get(`${site.origin}/v1/postings`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(answer.status()).toBe(200);

    await visitor.button(partners.hooks.add).click();
    await page.getByLabel(partners.hooks.name, { exact: true }).fill('Local');
    await page.getByLabel(partners.hooks.url).fill('https://127.0.0.1/hooks');
    await page.getByLabel(partners.hooks.of.offer_answered).check();
    await visitor.button(partners.hooks.submit).click();
    await page.getByRole('alert').filter({ hasText: 'is not on the public internet' }).waitFor();
    await visitor.check('an address that is refused');
    await visitor.button('Close').click();
    await page
      .getByRole('button', { name: named(partners.hooks.ofHook, { what: partners.hooks.showLog, name: '' }) })
      .click();
    await page.getByText(partners.hooks.states.dead).first().waitFor();
    await visitor.check('deliveries');
    await page.reload();
    await visitor.ready();
    expect(await page.getByText(key).count()).toBe(0);
    await visitor.leave();
  });
});
