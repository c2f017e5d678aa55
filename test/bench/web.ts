import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { withTemporaryServer } from '../../infra/local/temporary-server.ts';
import { optionsOf, refuse } from '../../infra/command-line.ts';
import { examplesIn } from '../browser/examples.ts';
import { failed, type Figure, linesOf } from './web/figure.ts';
import { firstLoads } from './web/first-load.ts';
import { withFront } from './web/front.ts';
import { timedScenes } from './web/scenes.ts';

/** `npm run bench:web`: what the pages weigh, and how fast they are on a slow phone, against their budgets. */
const { values } = optionsOf('Usage: npm run bench:web [-- --sizes | --times]', {
  options: { sizes: { type: 'boolean', default: false }, times: { type: 'boolean', default: false } },
});
const executable = chromiumPath() ?? refuse('There is no Chromium: install it, or name it in CHROMIUM.');

const print = (title: string, figures: readonly Figure[]): void =>
  console.log([title, ...linesOf(figures), ''].join('\n'));

await withTemporaryServer({ seed: 'demo', site: true }, async ({ origin }) => {
  const browser = await launchChromium(executable);
  try {
    const site = { browser, origin };
    const examples = await examplesIn(site);
    if (!values.times) {
      const sizes = await firstLoads(site, examples);
      print('First load, gzipped, with one language', sizes);
      if (failed(sizes)) process.exitCode = 1;
    }
    if (values.sizes) return;
    await withFront(origin, async (front) => {
      for await (const { title, figures } of timedScenes({ ...site, front }, examples)) print(title, figures);
    });
  } finally {
    await browser.close();
  }
});
