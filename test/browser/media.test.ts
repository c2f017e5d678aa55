import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

/** Runs in the page: what can no longer be told apart when the system's few colours are all there are. */
const invisible = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const visible = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(visible);
    const name = (element: Element): string => element.outerHTML.slice(0, 140);
    const edged = (element: Element): boolean => {
      const { borderBottomStyle, borderBottomWidth, textDecorationLine } = getComputedStyle(element);
      return (borderBottomStyle !== 'none' && borderBottomWidth !== '0px') || textDecorationLine !== 'none';
    };
    const look = (element: Element): string => {
      const s = getComputedStyle(element);
      return [
        s.color,
        s.backgroundColor,
        s.borderBottomColor,
        s.borderBottomStyle,
        s.borderBottomWidth,
        s.outlineStyle,
        s.fontWeight,
        s.textDecorationLine,
      ].join(' ');
    };
    const wrong: string[] = [];
    for (const control of all(
      '.button, select, textarea, input:not([type=checkbox],[type=radio],[type=range],[type=hidden])',
    ))
      if (!edged(control)) wrong.push(`has no edge: ${name(control)}`);
    for (const part of all('.segment')) if (!edged(part)) wrong.push(`has no edge: ${name(part)}`);
    for (const state of all('.status, .notice, .card'))
      if (!edged(state)) wrong.push(`has no edge: ${name(state)}`);
    const possible = all('.button.primary:not([aria-disabled])').map(look);
    for (const off of all('.button[aria-disabled=true]'))
      if (possible.includes(look(off))) wrong.push(`looks as if it were possible: ${name(off)}`);
    const chosen = ':is(a, button):is([aria-pressed=true], [aria-current], [aria-selected=true])';
    for (const one of all(chosen)) {
      const others = [...(one.closest('ul, ol, nav, .row, div')?.querySelectorAll(one.localName) ?? [])];
      const same = others.find(
        (other) => other !== one && visible(other) && !other.matches(chosen) && look(other) === look(one),
      );
      if (same !== undefined) wrong.push(`looks as one that is not chosen: ${name(one)}`);
    }
    return [...new Set(wrong)];
  });

const unfocused = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
        ? `the focus is not seen: ${at.outerHTML.slice(0, 140)}`
        : undefined;
    });
    if (found !== undefined) wrong.push(found);
  }
  return wrong;
};

/** Everything that would move for a while. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const lasts = (durations: string): boolean =>
          durations.split(',').some((one) => Number.parseFloat(one) > 0);
        return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
      }).length,
  );

const pages = [
  {
    account: linXiaoyu,
    paths: ['/student', '/student/for-you', '/postings', '/student/profile/skills', '/components'],
  },
  { account: wutong, paths: ['/company', '/company/postings/seats', '/company/figures'] },
  {
    account: coordinator,
    paths: ['/coordinator', '/coordinator/cycle', '/coordinator/statistics', '/coordinator/weights'],
  },
] as const;

describe.skipIf(chromiumPath() === undefined)('a reader’s own settings', { timeout: 300_000 }, () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it.concurrent.each(pages)('are kept on $paths: few colours, no motion', async ({ account, paths }) => {
    const wrong: string[] = [];
    const { page, open, context } = await personAt(site.browser, site.origin, { account });
    for (const path of paths) {
      const note = (lines: readonly string[]): void =>
        void wrong.push(...lines.map((line) => `${path}: ${line}`));
      await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
      await open(path);
      if ((await moving(page)) > 0) note(['something moves']);
      await page.emulateMedia({ forcedColors: 'active' });
      note(await invisible(page));
      note(await unfocused(page));
      if (process.env.PICTURES !== undefined)
        await page.screenshot({
          path: `${process.env.PICTURES}/${path.slice(1).replaceAll('/', '.')}.png`,
          fullPage: true,
        });
    }
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    // Else nothing would be proved: buttons do move for those who did not ask them not to.
    expect(await moving(page)).toBeGreaterThan(0);
    await context.close();
    expect(wrong).toEqual([]);
  });
});
