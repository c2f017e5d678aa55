import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator } from '../../infra/local/seed/accounts.ts';
import en from '../../web/i18n/en/coordinator-what-if.ts';
import zh from '../../web/i18n/zh/coordinator-what-if.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

const Page = z.object({
  items: z.array(z.object({ id: z.string(), state: z.string().optional(), kind: z.string().optional() })),
});

/** The round of the demonstration's last year, which was matched. */
const publishedRound = async (origin: string): Promise<string> => {
  const list = async (path: string) => Page.parse(await (await fetch(`${origin}/v1${path}`)).json()).items;
  for (const cycle of await list('/cycles'))
    for (const round of await list(`/cycles/${cycle.id}/rounds`))
      if (round.state === 'published' && round.kind === 'main') return round.id;
  throw new Error('There is no published round.');
};

describe.skipIf(chromiumPath() === undefined)('what if, in the control room', { timeout: 400_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let path: string;
  beforeAll(async () => {
    site = await startSite();
    path = `/coordinator/rounds/${await publishedRound(site.origin)}`;
  });
  afterAll(() => site?.stop());

  const arrive = async (options: { locale: 'en-GB' | 'zh-CN'; width: number }) => {
    const visitor = await Visitor.arrive(site.browser, site.origin, options);
    await visitor.signIn(coordinator);
    await visitor.open(path);
    const title = new RegExp(`${en.whatIf.title}|${zh.whatIf.title}`);
    const step = visitor.page
      .getByRole('listitem')
      .filter({ has: visitor.page.getByRole('heading', { level: 2, name: title }) });
    await step
      .getByRole('button', { name: new RegExp(`${en.whatIf.begin}|${zh.whatIf.begin}`) })
      .press('Enter');
    await step.getByRole('radio').first().waitFor();
    return { visitor, step };
  };

  it.each([
    { locale: 'en-GB', width: 1280, words: en.whatIf },
    { locale: 'zh-CN', width: 320, words: zh.whatIf },
  ] as const)('a company less by keyboard, taken back, $locale, $width px', async ({ words, ...options }) => {
    const { visitor, step } = await arrive(options);
    const { keyboard } = visitor.page;
    await step.getByRole('combobox').selectOption('company_leaves');
    await step.getByRole('textbox').fill('wutong');
    await step.getByRole('radio', { name: /梧桐数智|Wutong/ }).waitFor();
    await visitor.page.waitForFunction(() => document.querySelectorAll('input[type=radio]').length === 1);
    await step.getByRole('radio').press('Space');
    await step.getByRole('button', { name: words.addThis }).press('Enter');
    await step.getByRole('button', { name: words.ask }).press('Enter');
    await step.getByRole('heading', { name: words.answer }).waitFor();
    await visitor.check('who moves');
    // The focus is on the answer, and a move names the student and both places.
    expect(await visitor.page.evaluate(() => document.activeElement?.textContent)).toBe(words.answer);
    const moves = step.getByRole('table', { name: words.movers });
    expect(await moves.getByRole('row').count()).toBeGreaterThan(1);
    await moves.getByText(words.fates.noLongerMatched).first().waitFor();
    await moves.locator('a[href^="/coordinator/students/"]').first().waitFor();
    await moves.locator('a[href^="/coordinator/postings/"]').first().waitFor();

    await step.getByRole('button', { name: words.undo }).focus();
    await keyboard.press('Enter');
    await step.getByText(words.noChanges).waitFor();
    expect(await step.getByRole('heading', { name: words.answer }).count()).toBe(0);
    await visitor.leave();
  });

  it('seats as they are: nobody would move; of one posting the newest change counts', async () => {
    const { visitor, step } = await arrive({ locale: 'en-GB', width: 1280 });
    const words = en.whatIf;
    const add = async (seats: string) => {
      await step.getByRole('radio').first().check();
      await step.getByLabel(words.seats).fill(seats);
      await step.getByRole('button', { name: words.addThis }).click();
    };
    const told = await step.getByRole('radio').first().locator('xpath=ancestor::li[1]').innerText();
    const seats = /seats: (\d+)/.exec(told)?.[1] ?? '';
    await add('8');
    await add(seats);
    expect(await step.getByRole('button', { name: words.undo }).count()).toBe(1);
    await step.getByRole('button', { name: words.ask }).click();
    await step.getByText(words.nobody).waitFor();
    await visitor.check('nobody moves');
    await visitor.leave();
  });

  it('says that nothing is found, and takes no seats that are none', async () => {
    const { visitor, step } = await arrive({ locale: 'en-GB', width: 1280 });
    const words = en.whatIf;
    await step.getByRole('radio').first().check();
    await step.getByLabel(words.seats).fill('2.5');
    await step.getByRole('button', { name: words.addThis }).click();
    await step.getByRole('button', { name: words.ask }).click();
    await step.getByText('must be a whole number').waitFor();
    await visitor.check('a change that is refused');
    await step.getByRole('textbox').first().fill('no such posting anywhere');
    await step.getByText(words.noneFound).waitFor();
    await visitor.leave();
  });
});
