import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * What axe finds wrong with the page that is open. It is brought into a document once, and answers there: axe's own
 * builder opens a second tab for each answer, which takes longer than the looking. It would not look into frames, and
 * the site has none.
 */
export const violationsOf = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  const there = await page.evaluate(() => window.axe !== undefined);
  if (!there) await page.evaluate(axe.source);
  return page.evaluate(
    async (only) => {
      if (window.axe === undefined || document.querySelector('iframe') !== null)
        return ['axe cannot look at all of this page'];
      const { violations } = await window.axe.run(document, {
        resultTypes: ['violations'],
        ...(only !== undefined && { runOnly: { type: 'rule', values: only } }),
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    },
    rules && [...rules],
  );
};
