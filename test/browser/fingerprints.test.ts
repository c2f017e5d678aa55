import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { isAnother } from './fingerprint.ts';
import { Fingerprints } from './fingerprints.ts';
import { inOneTypeface } from './one-typeface.ts';
import { personAt } from './person.ts';
import { startSite } from './site.ts';

/** What is added to the style sheets; nothing takes them all away. */
const broken = {
  'no style sheet': '',
  'one column instead of two': '.columns { display: block; }',
  'no buttons': '.button { display: none; }',
  'a header that has grown': 'header.site .bar { padding-block: 3rem; }',
  'a list without room': '.posting { padding: 0; }',
  'another accent': ':root { --accent: #b3261e; --soft: #fcebe9; }',
  'light in the dark': ':root { color-scheme: light; }',
} as const;
const drawnOtherwise = {
  'another typeface': 'html { font-family: "DejaVu Serif", serif; }',
  'another typeface for Chinese':
    '*, ::before, ::after { font-family: one, "Noto Serif CJK SC", serif !important; }',
  'letters drawn otherwise': '* { text-rendering: geometricPrecision; font-kerning: none; }',
} as const;

describe.skipIf(chromiumPath() === undefined)('the picture of a page', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site?.stop());

  it('is another one when the page is broken, and none when its letters are drawn otherwise', async () => {
    const { page, context, open } = await personAt(site.browser, site.origin, {
      viewport: { width: 1280, height: 1600 },
      locale: 'zh-CN',
      colorScheme: 'dark',
    });
    const fingerprints = await Fingerprints.open(site.browser, { keep: false });
    await open('/postings');
    await inOneTypeface(page);
    const { picture: whole } = await fingerprints.shoot(page, 'desk');
    const seen = async (styles: Readonly<Record<string, string>>): Promise<string[]> => {
      const others: string[] = [];
      for (const [name, css] of Object.entries(styles)) {
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.adoptedStyleSheets.push(sheet);
          for (const own of document.styleSheets) own.disabled = text === '';
        }, css);
        const { picture } = await fingerprints.shoot(page, 'desk');
        if (isAnother(whole, picture)) others.push(name);
        await page.evaluate(() => {
          document.adoptedStyleSheets.pop();
          for (const own of document.styleSheets) own.disabled = false;
        });
      }
      return others;
    };
    expect(await seen(broken)).toEqual(Object.keys(broken));
    expect(await seen(drawnOtherwise)).toEqual([]);
    await context.close();
  }, 120_000);
});
