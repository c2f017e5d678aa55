/**
 * A button often goes away by what it did: the step is done, the row is gone, the dialog closed. The browser then
 * forgets where the reader was. The reader goes on from the heading of the closest part that is still there.
 */
export function keepFocus(main: HTMLElement): void {
  let parts: Element[] = [];
  const remember = (): void => {
    parts = [];
    for (let at = document.activeElement; at !== null; at = at.parentElement) parts.push(at);
    if (!parts.includes(main)) parts = [];
  };
  remember();
  const mend = (): void => {
    if (document.activeElement !== document.body || parts[0]?.isConnected !== false) return;
    const left = parts.filter((part) => part.isConnected && main.contains(part));
    const heading = left
      .map((part) => part.querySelector<HTMLElement>('h1, h2, h3'))
      .find((found) => found?.checkVisibility() === true);
    parts = [];
    if (heading === undefined || heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  // A part that moves the focus by itself does so once it is drawn, and knows better where to.
  new MutationObserver(() => setTimeout(mend, 100)).observe(main, { childList: true, subtree: true });
  document.addEventListener('focusin', remember);
}
