import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import { type Example, examplesIn } from './examples.ts';
import { wrongWith } from './looks.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

const people = {
  nobody: {
    account: undefined,
    paths: [
      '/',
      '/postings',
      '/postings?q=python&workMode=remote',
      '/postings?q=zzzzqqq',
      '/how',
      '/companies',
      '/certificates',
      '/certificates/3333-3333-3333-3333-3333-3333',
      '/statistics',
      '/api',
      '/api/webhooks',
      '/join/nosuchinvitationatallhere',
      '/privacy',
      '/accessibility',
      '/components',
      '/nothing-here',
    ],
  },
  student: {
    account: linXiaoyu,
    paths: [
      '/student',
      '/student/profile',
      '/student/for-you',
      '/student/saved',
      '/student/saved-postings',
      '/student/applications',
      '/student/rank-list',
      '/student/result',
      '/student/placement',
      '/student/open-seats',
      '/student/offers/none/decline',
      '/student/certificate',
      '/student/follow-up',
      '/student/notices',
      '/student/notices/settings',
      '/unsubscribe/none',
      '/student/referral',
      '/mailbox',
      '/coordinator',
    ],
  },
  company: {
    account: wutong,
    paths: [
      '/company',
      '/company/profile',
      '/company/team',
      '/company/postings',
      '/company/postings/seats',
      '/company/results',
      '/company/interns',
      '/company/notices',
      '/company/notices/settings',
      '/company/webhooks',
      '/company/figures',
    ],
  },
  coordinator: {
    account: coordinator,
    paths: [
      '/coordinator',
      '/coordinator/cycle',
      '/coordinator/companies',
      '/coordinator/postings',
      '/coordinator/students',
      '/coordinator/placements',
      '/coordinator/placements/settings',
      '/coordinator/certificates',
      '/coordinator/statistics',
      '/coordinator/import',
      '/coordinator/weights',
      '/coordinator/rounds',
      '/coordinator/rounds/next',
      '/coordinator/releases',
      '/coordinator/partners',
      '/coordinator/audit',
      '/coordinator/audit?action=posting&from=2020-01-01',
      '/coordinator/announcements',
      '/coordinator/extensions',
      '/coordinator/jobs',
    ],
  },
  referrer: {
    account: referrer,
    paths: ['/referrer', '/referrer/invitations', '/referrer/students', '/referrer/figures'],
  },
} as const;

/** Pages of one entry, found on the page that lists them. */
const belowEntries: Readonly<Record<string, readonly { list: string; below: string }[]>> = {
  student: [{ list: '/student/applications', below: '/interview' }],
  company: [{ list: '/company/postings', below: '/interviews' }],
};

describe.skipIf(chromiumPath() === undefined)(
  'every page in both languages, on a phone and on a desk',
  () => {
    let site: Awaited<ReturnType<typeof startSite>>;
    beforeAll(async () => {
      site = await startSite();
    });
    afterAll(() => site?.stop());

    for (const [who, { account, paths }] of Object.entries(people))
      it.each([
        { locale: 'en-GB', width: 1280 },
        { locale: 'zh-CN', width: 360 },
      ] as const)(
        `${who}: $locale, $width px`,
        async (options) => {
          const visitor = await Visitor.arrive(site.browser, site.origin, options);
          if (account) await visitor.signIn(account);
          for (const path of paths) await visitor.open(path);
          for (const { list, below } of belowEntries[who] ?? []) {
            await visitor.open(list);
            const entry = visitor.page
              .locator(`main a[href^="${list}/"]`)
              .and(visitor.page.locator('[href*="_"]'));
            await visitor.open(`${await entry.first().getAttribute('href')}${below}`);
          }
          await visitor.leave();
        },
        400_000,
      );
  },
);
/** Besides an example of each route: what pages show when there is nothing, or nobody may see it. */
const states: readonly Omit<Example, 'route'>[] = [
  { who: 'nobody', account: undefined, path: '/postings?q=python&workMode=remote' },
  { who: 'nobody', account: undefined, path: '/postings?q=zzzzqqq' },
  { who: 'nobody', account: undefined, path: '/postings/pos_00000000000000000000' },
  { who: 'nobody', account: undefined, path: '/nothing-here' },
  { who: 'nobody', account: undefined, path: '/student' },
  { who: 'student', account: linXiaoyu, path: '/coordinator' },
  { who: 'student', account: linXiaoyu, path: '/mailbox' },
];

describe.skipIf(chromiumPath() === undefined)('every page of the site', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let examples: readonly Omit<Example, 'route'>[];
  beforeAll(async () => {
    site = await startSite();
    examples = [...(await examplesIn(site)), ...states];
  }, 240_000);
  afterAll(() => site?.stop());

  it.concurrent.each(['nobody', 'student', 'company', 'coordinator', 'referrer'] as const)(
    'of %s holds in both languages and schemes, when narrow, large and printed',
    async (who) => {
      const mine = examples.filter((example) => example.who === who);
      const wrong: string[] = [];
      for (const account of new Set(mine.map((example) => example.account))) {
        const person = await personAt(site.browser, site.origin, { account });
        person.page.on('pageerror', (error) => wrong.push(error.message));
        person.page.on('request', (request) => {
          const url = new URL(request.url());
          if (url.protocol.startsWith('http') && url.origin !== site.origin)
            wrong.push(`a request to another host: ${url.href}`);
          // The build foresees what a page can say; only what it missed is brought so.
          if (/\/assets\/areas-/.test(url.pathname)) wrong.push('a sentence was not foreseen');
        });
        for (const { path } of mine.filter((example) => example.account === account)) {
          await person.open(path);
          wrong.push(...(await wrongWith(person.page)).map((line) => `${path}: ${line}`));
        }
        await person.context.close();
      }
      expect(wrong).toEqual([]);
    },
    900_000,
  );
});
