import type { Page } from 'playwright-core';
import { violationsOf } from '../support/axe.ts';

/** How many pixels the page is wider than its window, and what sticks out. */
export const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth + 1) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = wide.slice(-3).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth - clientWidth} px too wide: ${names.join(' | ')}`];
  });

const languageOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('.switch [aria-pressed=true]')?.getAttribute('lang') ?? '');

const inLanguage = async (page: Page, lang: 'zh-CN' | 'en'): Promise<void> => {
  await page.locator(`.switch [lang=${lang}]`).click();
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
  // The language that the last page was left in comes first.
  const languages =
    (await languageOf(page)) === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN', 'en'] as const);
  for (const lang of languages) {
    if ((await languageOf(page)) !== lang) await inLanguage(page, lang);
    note(`${lang}, light`, await violationsOf(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    // What is dark differs by its colours alone.
    note(`${lang}, dark`, await violationsOf(page, ['color-contrast', 'link-in-text-block']));
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
