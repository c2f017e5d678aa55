/** For how long a page may take to be as long as it was, in milliseconds. */
const patience = 10_000;

/**
 * The way back leads to where the reader was on a page. A browser remembers that, too, and scrolls before the page is
 * there: its address comes first.
 */
export function keepPlace(main: HTMLElement): void {
  const places = new Map([[location.href, scrollY]]);
  let shown = location.pathname;
  let until = 0;
  history.scrollRestoration = 'manual';
  const stop = (): void => void (until = 0);
  // Whoever moves on by themselves is not moved.
  for (const own of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
    addEventListener(own, stop, { passive: true });
  addEventListener('scroll', () => until === 0 && places.set(location.href, scrollY), { passive: true });
  new MutationObserver(() => (shown = location.pathname)).observe(main, { childList: true });
  addEventListener('popstate', () => {
    const place = places.get(location.href) ?? 0;
    until = performance.now() + patience;
    const step = (now: number): void => {
      if (now > until) return stop();
      const isThere = shown === location.pathname;
      if (!isThere || document.documentElement.scrollHeight - innerHeight < place)
        return void requestAnimationFrame(step);
      scrollTo(0, place);
      stop();
    };
    requestAnimationFrame(step);
  });
}
