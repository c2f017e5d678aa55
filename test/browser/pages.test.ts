import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import { type Example, examplesIn } from './examples.ts';
import { wrongWith } from './looks.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

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
