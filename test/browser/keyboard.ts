import type { Locator, Page } from 'playwright-core';

/** More stops than a page has. */
const most = 400;

/** Where the focus is, and what is wrong with it there. */
interface Stop {
  reached: boolean;
  nowhere: boolean;
  at: string;
  wrong: string | undefined;
}

/** A person without a mouse: goes by Tab from stop to stop, and sees at each where they are. */
export class Keyboard {
  readonly #page: Page;
  /** What was pressed last in the document that is open. */
  #pressed: string | undefined;
  /** Stops at which a reader would not see where they are. */
  readonly complaints = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
    page.on('domcontentloaded', () => (this.#pressed = undefined));
  }

  /** Goes on by Tab until the first of `target` has the focus; once around the page at most. */
  async to(target: Locator): Promise<void> {
    const wanted = target.first();
    await wanted.waitFor();
    await this.look();
    let around = 0;
    for (let stops = 0; stops < most; stops += 1) {
      await this.#page.keyboard.press('Tab');
      const stop = await wanted.evaluate(stopAt);
      if (stop.wrong !== undefined) this.complaints.add(`${this.#where}: ${stop.at}: ${stop.wrong}`);
      if (stop.reached) return;
      // Behind the last stop is the browser itself, and then the page's beginning.
      if (stop.nowhere) around += 1;
      if (around > 2) break;
    }
    throw new Error(`${this.#where}: no Tab leads to ${String(target)}`);
  }

  /** Presses a button, or follows a link. */
  async press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.to(target);
    await this.again(key);
  }

  /** Presses once more what has the focus. */
  async again(key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    this.#pressed = await this.#page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    await this.#page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text);
  }

  /** Notes when what was pressed has left the focus nowhere: the next Tab would begin at the top of the page. */
  async look(): Promise<void> {
    if (this.#pressed === undefined) return;
    const somewhere = this.#page.waitForFunction(() => document.activeElement !== document.body, undefined, {
      timeout: 2_000,
    });
    const kept = await somewhere.then(
      () => true,
      () => false,
    );
    if (!kept) this.complaints.add(`${this.#where}: the focus was lost by ${this.#pressed}`);
  }

  get #where(): string {
    return new URL(this.#page.url()).pathname.replaceAll(/_[\dA-Za-z]{20,}/g, '');
  }
}

/** Runs in the page. */
const stopAt = (target: Element): Stop => {
  const focused = document.activeElement;
  if (focused === null || focused === document.body)
    return { reached: false, nowhere: true, at: 'nowhere', wrong: undefined };
  const style = getComputedStyle(focused);
  const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const inside = left < innerWidth && top < innerHeight && left + width > 0 && top + height > 0;
  const shown = document.elementFromPoint(
    Math.min(Math.max(left + width / 2, 0), innerWidth - 1),
    Math.min(Math.max(top + height / 2, 0), innerHeight - 1),
  );
  const covered = shown !== null && !focused.contains(shown) && !shown.contains(focused);
  return {
    reached: focused === target,
    nowhere: false,
    at: focused.outerHTML.slice(0, 120),
    wrong: !outlined
      ? 'the focus has no outline'
      : width * height === 0 || !inside
        ? 'the focus is out of sight'
        : covered
          ? `the focus lies under ${shown.outerHTML.slice(0, 80)}`
          : undefined,
  };
};
