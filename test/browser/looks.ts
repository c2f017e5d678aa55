import type { Page } from 'playwright-core';
import { violationsOf } from '../support/axe.ts';
import type { Variant } from './fingerprints.ts';
import { lostInFewColours } from './few-colours.ts';
import { inOneTypeface } from './one-typeface.ts';

export type Take = (variant: Variant) => Promise<void>;

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

/** Words of the menu at the lower edge that do not fit into their place. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('nav.parts a')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ textContent }) => `“${textContent}” does not fit into the menu`),
  );

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
 * Each language, scheme and width meets each of the others in one of four pictures; what breaks for three of them at
 * once is not looked for.
 */
const pictured = {
  en: {
    phone: { scheme: 'dark', variant: 'en-phone-dark' },
    desk: { scheme: 'light', variant: 'en-desk-light' },
  },
  'zh-CN': {
    phone: { scheme: 'light', variant: 'zh-phone-light' },
    desk: { scheme: 'dark', variant: 'zh-desk-dark' },
  },
} as const;

/** Pictures of the page in a language, each as it is in a typeface that every machine has. */
const picture = async (page: Page, lang: keyof typeof pictured, take: Take): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  const { desk, phone } = pictured[lang];
  const giveBack = await inOneTypeface(page);
  await page.emulateMedia({ colorScheme: desk.scheme });
  await take(desk.variant);
  await page.emulateMedia({ colorScheme: phone.scheme });
  await page.setViewportSize({ width: 320, height });
  await take(phone.variant);
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: 'light' });
  await giveBack();
};

const wrongInOne = async (page: Page, lang: keyof typeof pictured): Promise<string[]> => {
  const wrong: string[] = [];
  const note = (where: string, found: readonly string[]): void =>
    void wrong.push(...found.map((line) => `${lang}, ${where}: ${line}`));
  note('light', await violationsOf(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  // What is dark differs by its colours alone.
  note('dark', await violationsOf(page, ['color-contrast', 'link-in-text-block']));
  await page.emulateMedia({ colorScheme: 'light' });
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height });
  note('320 px', [...(await sideways(page)), ...(await crowded(page))]);
  await page.setViewportSize({ width, height });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  note('200% text', await sideways(page));
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return wrong;
};

/**
 * What is wrong with the page that is open: in both languages and both colour schemes with axe, and sideways scrolling
 * on a window of 320 px, with text of double size, on paper and in few colours. Each line names in which of them. `take` is called when
 * the page is as it is to be pictured, and is all that is done when `only` pictures are wanted.
 */
export const wrongWith = async (
  page: Page,
  { take, only }: { take: Take; only: boolean },
): Promise<string[]> => {
  const wrong: string[] = [];
  // The language that the last page was left in comes first.
  const languages =
    (await languageOf(page)) === 'en' ? (['en', 'zh-CN'] as const) : (['zh-CN', 'en'] as const);
  for (const lang of languages) {
    if ((await languageOf(page)) !== lang) await inLanguage(page, lang);
    // Some parts come a moment after the page; the checks take longer.
    if (only) await page.waitForTimeout(1_000);
    else wrong.push(...(await wrongInOne(page, lang)));
    await picture(page, lang, take);
  }
  if (only) return [];
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('header.site nav, .button').filter({ visible: true }).count();
  if (printed > 0) wrong.push(`print: ${printed} buttons and menus are printed`);
  await page.emulateMedia({ media: 'screen' });
  wrong.push(...(await lostInFewColours(page)).map((line) => `few colours, ${line}`));
  return wrong;
};
