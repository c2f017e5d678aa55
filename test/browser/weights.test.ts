import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator } from '../../infra/local/seed/accounts.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

const words = {
  'en-GB': {
    skills: 'Skills',
    asNow: /^This is the order under the weights in force/,
    moves: /^\d+ postings? in the top ten changes? place\.$/,
    now: /^Now \d+ of 100 points$/,
    changed: /^Most changed: Skills from \d+ to \d+/,
    part: /^Skills: \d+ of \d+ points$/,
  },
  'zh-CN': {
    skills: '技能',
    asNow: /^这是现行权重的排序/,
    moves: /^前十中\d+个岗位的位置有变化。$/,
    now: /^现在 \d+ \/ 100分$/,
    changed: /^变化最大：技能由\d+分变为\d+分/,
    part: /^技能：/,
  },
} as const;

describe.skipIf(chromiumPath() === undefined)('the preview of other weights', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.each([
    { locale: 'en-GB', width: 1280 },
    { locale: 'zh-CN', width: 320 },
  ] as const)(
    'shows bars now and then, and says what moved, by keyboard: $locale, $width px',
    async ({ locale, width }) => {
      const say = words[locale];
      const visitor = await Visitor.arrive(site.browser, site.origin, { locale, width, mouse: false });
      const { page, keyboard } = visitor;
      await visitor.signIn(coordinator);
      await visitor.open('/coordinator/weights');
      await page.getByText(say.asNow).waitFor();
      expect(await page.getByText(say.now).count()).toBe(0);

      await keyboard.to(page.getByRole('slider', { name: say.skills }));
      await page.keyboard.press('Home');
      await page.getByText(say.moves).waitFor();
      expect(await page.getByText(say.now).count()).toBeGreaterThan(0);
      expect(await page.getByText(say.changed).count()).toBeGreaterThan(0);
      await visitor.check('other weights');

      // The number beside the slider gives the criterion back: then its segment says what it gives.
      await keyboard.type(page.getByRole('spinbutton').first(), '1');
      await page.keyboard.press('Tab');
      await keyboard.press(page.getByRole('list').getByRole('button', { name: say.part }).first());
      await visitor.check('a part of a fit');
      await visitor.leave();
    },
    200_000,
  );
});
