import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const files = join(import.meta.dirname, '../../node_modules/@fontsource/noto-serif/files');
const faces = Promise.all(
  (['400', '700'] as const).map(async (weight) => ({
    weight,
    bytes: (await readFile(join(files, `noto-serif-latin-${weight}-normal.woff2`))).toString('base64'),
  })),
);

/**
 * Sets a page in one typeface until it is told to give it back: its Latin letters have the same widths on every machine,
 * so lines break at the same places. Chinese characters are as wide as they are high in any typeface.
 */
export const inOneTypeface = async (page: Page): Promise<() => Promise<void>> => {
  await page.evaluate(
    async (all) => {
      if ([...document.fonts].some(({ family }) => family === 'one')) return;
      for (const { weight, bytes } of all) {
        const face = new FontFace(
          'one',
          Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0)),
          { weight },
        );
        document.fonts.add(await face.load());
      }
    },
    await faces,
  );
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // Whether marks are set closer depends on what a font can do.
    sheet.replaceSync(
      `*, ::before, ::after { font-family: one, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif !important; text-spacing-trim: space-all !important; }`,
    );
    document.adoptedStyleSheets = [sheet];
  });
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
};
