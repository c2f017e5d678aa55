import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const axe = async (page: Page, rules?: string[]): Promise<string[]> => {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? builder : builder.withRules(rules)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
};

/** How many pixels the page is wider than its window, and what sticks out. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth + 1) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(-3).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth - clientWidth} px too wide: ${names.join(' | ')}`];
  });

const inLanguage = async (page: Page, lang: 'zh-CN' | 'en'): Promise<void> => {
  const button = page.locator(`.switch [lang=${lang}]`);
  await button.click();
  await page.waitForFunction(
    (wanted) => document.querySelector(`.switch [lang=${wanted}]`)?.getAttribute('aria-pressed') === 'true',
    lang,
  );
};

/**
 * What is wrong with the page that is open: in both languages and both colour schemes with axe, and sideways scrolling
 * on a window of 320 px, with text of double size, and on paper. Each line names in which of them.
 */
export const wrongWith = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  const note = (where: string, found: readonly string[]): void =>
    void wrong.push(...found.map((line) => `${where}: ${line}`));
  for (const lang of ['en', 'zh-CN'] as const) {
    await inLanguage(page, lang);
    note(`${lang}, light`, await axe(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    // What is dark differs by its colours alone.
    note(`${lang}, dark`, await axe(page, ['color-contrast', 'link-in-text-block']));
    await page.emulateMedia({ colorScheme: 'light' });
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
    await page.setViewportSize({ width: 320, height });
    note(`${lang}, 320 px`, await sideways(page));
    await page.setViewportSize({ width, height });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    note(`${lang}, 200% text`, await sideways(page));
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  }
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('header.site nav, .button').filter({ visible: true }).count();
  if (printed > 0) note('print', [`${printed} buttons and menus are printed`]);
  await page.emulateMedia({ media: 'screen' });
  return wrong;
};
