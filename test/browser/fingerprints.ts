import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { differences, isAnother, type Picture } from './fingerprint.ts';

const folder = join(import.meta.dirname, 'fingerprints');
/** Where what differs is put, to be looked at. */
const out = join(import.meta.dirname, '../../dist/fingerprints');

/** Pixels of a window that become one block, so that a phone has as many blocks as a desk, and how wide a picture is. */
const block = { desk: 40, phone: 20 } as const;
const blocksWide = { desk: 32, phone: 16 } as const;

/** The pictures of one page, in the order in which they stand side by side in its file. */
const variants = ['en-desk-light', 'en-phone-dark', 'zh-desk-dark', 'zh-phone-light'] as const;
export type Variant = (typeof variants)[number];

const deviceOf = (variant: Variant): keyof typeof block => (variant.includes('phone') ? 'phone' : 'desk');

/** Longer than any part of a page waits before it asks for what it shows. */
const laterMs = 1_000;
const patienceMs = 15_000;

/**
 * Asked directly, Chromium compresses a picture quickly instead of well, in half the time of `page.screenshot`. Now and
 * then, once in thousands of pictures, it does not answer, and does when asked again; a page that itself hangs never.
 */
const capture = async (page: Page, tries = 3): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const asked = session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  const answer = await Promise.race([asked, wait(patienceMs, undefined, { ref: false })]);
  await session.detach();
  if (answer !== undefined) return answer.data;
  if (tries === 1) throw new Error(`Chromium gives no picture of ${page.url()}.`);
  await page.bringToFront();
  return await capture(page, tries - 1);
};

interface Shot {
  /** PNG, in base64. */
  screenshot: string;
  picture: Picture;
}
interface Taken extends Shot {
  variant: Variant;
}

/**
 * Coarse pictures of pages, kept beside the tests. Each is a few dozen blocks wide: enough to see a style sheet that is
 * missing, a column that fell down or a bar that is gone; too little to see how a letter is drawn.
 */
export class Fingerprints {
  readonly #table: Page;
  readonly #keep: boolean;
  readonly #taken = new Map<string, Taken[]>();

  private constructor(table: Page, keep: boolean) {
    this.#table = table;
    this.#keep = keep;
  }

  static async open(browser: Browser, { keep }: { keep: boolean }): Promise<Fingerprints> {
    return new Fingerprints(await browser.newPage(), keep);
  }

  /** The page as it is seen now. */
  async shoot(page: Page, device: keyof typeof block): Promise<Shot> {
    const screenshot = await capture(page);
    const picture = await this.#table.evaluate(blocksOf, { image: screenshot, size: block[device] });
    return { screenshot, picture };
  }

  async take(name: string, variant: Variant, page: Page): Promise<void> {
    const taken = this.#taken.get(name) ?? [];
    const shot = await this.#shootUntil(page, deviceOf(variant), async (now, before) => {
      // What comes late is seen in the page's later pictures.
      if (!this.#keep)
        return !isAnother((await this.#stored(name, variant, now.picture)) ?? now.picture, now.picture);
      // Only the first picture of a page can be too early.
      return (
        taken.length > 0 || (before !== undefined && differences(before.picture, now.picture).length === 0)
      );
    });
    this.#taken.set(name, [...taken, { variant, ...shot }]);
  }

  /** Some parts of a page ask for more a moment after it is there: what looks otherwise is looked at again before it counts. */
  async #shootUntil(
    page: Page,
    device: keyof typeof block,
    isSo: (now: Shot, before: Shot | undefined) => Promise<boolean>,
  ): Promise<Shot> {
    let before: Shot | undefined;
    for (let tries = 1; ; tries += 1) {
      const now = await this.shoot(page, device);
      if (tries === 5 || (await isSo(now, before))) return now;
      before = now;
      await page.waitForTimeout(laterMs);
    }
  }

  /** The stored picture of a page that is as large as `now`; undefined where there is none. */
  async #stored(name: string, variant: Variant, now: Picture): Promise<Picture | undefined> {
    const file = join(folder, `${name}.webp`);
    if (!existsSync(file)) return undefined;
    const image = (await readFile(file)).toString('base64');
    const all = await this.#table.evaluate(blocksOf, { image, size: 1 });
    const before = variants.slice(0, variants.indexOf(variant));
    const left = before.reduce((sum, one) => sum + blocksWide[deviceOf(one)], 0);
    return cut(all, left, now);
  }

  /** What is another picture than the stored one; all of it is stored instead when that was asked for. */
  async compared(): Promise<string[]> {
    await rm(out, { recursive: true, force: true });
    if (this.#keep) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      for (const [name, taken] of this.#taken) await this.#store(name, taken);
      return [];
    }
    const stored = new Set(await readdir(folder));
    const wrong: string[] = [];
    for (const [name, taken] of this.#taken)
      if (stored.delete(`${name}.webp`)) wrong.push(...(await this.#against(name, taken)));
      else wrong.push(`${name}: there is no stored picture of it; ${howToKeep}`);
    return [...wrong, ...[...stored].map((file) => `${file}: no page has this picture; ${howToKeep}`)];
  }

  async #store(name: string, taken: readonly Taken[]): Promise<void> {
    const pictures = variants.flatMap(
      (variant) => taken.find((one) => one.variant === variant)?.picture ?? [],
    );
    const webp = await this.#table.evaluate(sideBySide, pictures);
    await writeFile(join(folder, `${name}.webp`), Buffer.from(webp, 'base64'));
  }

  async #against(name: string, taken: readonly Taken[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const { variant, ...now } of taken) {
      const stored = await this.#stored(name, variant, now.picture);
      if (stored === undefined || !isAnother(stored, now.picture)) continue;
      const different = differences(stored, now.picture);
      const file = join(out, `${name}.${variant}.png`);
      await mkdir(out, { recursive: true });
      const both = await this.#table.evaluate(bothOf, { stored, screenshot: now.screenshot, different });
      await writeFile(file, Buffer.from(both, 'base64'));
      wrong.push(
        `${name} (${variant}): ${different.length} of ${now.picture.width * now.picture.height} blocks are not as stored: see ${file}; if it is to look so, ${howToKeep}`,
      );
    }
    return wrong;
  }
}

const howToKeep = 'run `npm run screens:keep`';

/** A picture's part of a file that holds several. */
const cut = (all: Picture, left: number, { width, height }: Picture): Picture => ({
  width,
  height,
  colours: Array.from({ length: height }, (_, y) =>
    all.colours.slice((y * all.width + left) * 3, (y * all.width + left + width) * 3),
  ).flat(),
});

/** Runs in a page: the mean colours, in steps of 8, which is less than text that is drawn otherwise makes. */
const blocksOf = async (told: { image: string; size: number }): Promise<Picture> => {
  const { size } = told;
  const image = new Image();
  // A browser looks at the bytes to see whether it is a PNG or a WebP.
  image.src = `data:image/png;base64,${told.image}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser has no canvas.');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const [width, height] = [Math.floor(image.width / size), Math.floor(image.height / size)];
  const sums = new Float64Array(width * height * 3);
  // There are millions of pixels in a picture: one pass, with the channels written out.
  for (let y = 0; y < height * size; y += 1)
    for (let column = 0; column < width; column += 1) {
      let [red, green, blue] = [0, 0, 0];
      const from = (y * image.width + column * size) * 4;
      for (let at = from; at < from + size * 4; at += 4) {
        red += data[at] ?? 0;
        green += data[at + 1] ?? 0;
        blue += data[at + 2] ?? 0;
      }
      const to = (Math.floor(y / size) * width + column) * 3;
      sums[to] = (sums[to] ?? 0) + red;
      sums[to + 1] = (sums[to + 1] ?? 0) + green;
      sums[to + 2] = (sums[to + 2] ?? 0) + blue;
    }
  const step = size === 1 ? 1 : 8;
  const colours = [...sums].map((sum) => Math.min(255, Math.round(sum / (size * size) / step) * step));
  return { width, height, colours };
};

/** Runs in a page: the pictures as one WebP without loss, which is half as long as a PNG. */
const sideBySide = async (pictures: readonly Picture[]): Promise<string> => {
  const width = pictures.reduce((sum, picture) => sum + picture.width, 0);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  let left = 0;
  for (const picture of pictures) {
    const data = new ImageData(picture.width, picture.height);
    for (let at = 0; at < picture.width * picture.height; at += 1)
      data.data.set([...picture.colours.slice(at * 3, at * 3 + 3), 255], at * 4);
    context?.putImageData(data, left, 0);
    left += picture.width;
  }
  return canvas.toDataURL('image/webp', 1).slice('data:image/webp;base64,'.length);
};

/** Runs in a page: the stored picture at full size beside the screenshot, what differs framed in both. */
const bothOf = async (told: {
  stored: Picture;
  screenshot: string;
  different: readonly number[];
}): Promise<string> => {
  const { stored, different } = told;
  const image = new Image();
  image.src = `data:image/png;base64,${told.screenshot}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2 + 20;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas.');
  const size = image.width / stored.width;
  for (let at = 0; at < stored.width * stored.height; at += 1) {
    context.fillStyle = `rgb(${stored.colours.slice(at * 3, at * 3 + 3).join(' ')})`;
    context.fillRect((at % stored.width) * size, Math.floor(at / stored.width) * size, size, size);
  }
  context.drawImage(image, image.width + 20, 0);
  context.strokeStyle = 'red';
  for (const at of different)
    for (const from of [0, image.width + 20])
      context.strokeRect(from + (at % stored.width) * size, Math.floor(at / stored.width) * size, size, size);
  return canvas.toDataURL('image/png').slice('data:image/png;base64,'.length);
};
