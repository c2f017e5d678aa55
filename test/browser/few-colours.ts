import type { Page } from 'playwright-core';

interface Drawn {
  what: string;
  seen: boolean;
}

/** Texts, pictures, and what is drawn by a background alone: whether each stands out from what is behind it. */
const drawnIn = (page: Page): Promise<Drawn[]> =>
  page.evaluate(() => {
    /** Red, green, blue and alpha, each up to 1. */
    const partsOf = (colour: string): number[] => {
      const parts = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return colour.startsWith('rgb') ? parts.map((part, index) => (index < 3 ? part / 255 : part)) : parts;
    };
    const isClear = (colour: string): boolean => colour === 'none' || partsOf(colour)[3] === 0;
    const lightOf = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = partsOf(colour).map((share) =>
        share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [lightOf(one), lightOf(other)].toSorted((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const behind = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return isClear(backgroundColor) ? behind(element.parentElement) : backgroundColor;
    };
    const name = (element: Element): string => element.outerHTML.slice(0, 140);
    const shapes = [
      ...document.querySelectorAll('#app svg :is(path, rect, circle, line, polyline, polygon, text)'),
    ];
    const boxes = [...document.querySelectorAll('#app *:not(svg, svg *, input, option)')].filter(
      (element) => element.childElementCount === 0 && element.textContent === '',
    );
    const texts = [...document.querySelectorAll('#app *:not(svg, svg *, option)')].filter((element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      ),
    );
    return [
      ...texts.map((text) => ({
        what: name(text),
        seen: contrast(getComputedStyle(text).color, behind(text)) >= 4.5,
      })),
      ...shapes.map((shape) => {
        const { fill, stroke, strokeWidth } = getComputedStyle(shape);
        const ground = behind(shape.closest('svg'));
        const colours = Number.parseFloat(strokeWidth) > 0 ? [fill, stroke] : [fill];
        const stands = (colour: string): boolean =>
          !isClear(colour) && (colour.startsWith('url') || contrast(colour, ground) >= 3);
        return { what: name(shape.closest('svg') ?? shape) + name(shape), seen: colours.some(stands) };
      }),
      ...boxes.map((box) => {
        const { width, height } = box.getBoundingClientRect();
        const s = getComputedStyle(box);
        const stands =
          s.backgroundImage !== 'none' ||
          (s.borderBottomStyle !== 'none' && s.borderBottomWidth !== '0px') ||
          (!isClear(s.backgroundColor) && contrast(s.backgroundColor, behind(box.parentElement)) >= 1.5);
        return { what: name(box), seen: width >= 2 && height >= 2 && stands };
      }),
    ];
  });

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
      '.button, select, textarea, input:not([type=checkbox],[type=radio],[type=range],[type=file],[type=hidden])',
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

/** One of each kind of what can have the focus, which follows a key and is therefore shown. */
const unfocused = async (page: Page): Promise<string[]> => {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const wrong: string[] = [];
    const kinds = new Set<string>();
    const at = document.activeElement;
    const all = 'a[href], button, select, textarea, summary, input:not([type=hidden]), [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(all)) {
      const kind = `${element.localName}.${element.className}.${element.parentElement?.className}`;
      if (kinds.has(kind) || !element.checkVisibility({ visibilityProperty: true })) continue;
      kinds.add(kind);
      element.focus({ preventScroll: true });
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (
        document.activeElement === element &&
        (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
      )
        wrong.push(`the focus is not seen: ${element.outerHTML.slice(0, 140)}`);
    }
    if (at instanceof HTMLElement) at.focus({ preventScroll: true });
    return wrong;
  });
};

/** What vanishes of the page that is open where the system has few colours, dark on light or light on dark. */
export const lostInFewColours = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'none', colorScheme });
    const before = await drawnIn(page);
    await page.emulateMedia({ forcedColors: 'active' });
    const after = await drawnIn(page);
    const lost = before.filter(({ seen }, index) => seen && after[index]?.seen === false);
    const lines = [...lost.map(({ what }) => `is no longer seen: ${what}`), ...(await invisible(page))];
    wrong.push(...new Set(lines.map((line) => `${colorScheme}, ${line}`)));
  }
  wrong.push(...(await unfocused(page)));
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  return wrong;
};
