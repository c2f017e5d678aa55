import { useEffect, useRef, useState } from 'preact/hooks';

/** So many rows fill every screen; the others are drawn a few at a time, so that a tap is answered in between. */
const first = 12;
const step = 4;

/** Does it when nothing else is to be done, as Safari cannot tell soon; returns what calls it off. */
const whenIdle = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(work, { timeout: 200 });
  return () => cancelIdleCallback(asked);
};

/**
 * The beginning of a long list, which grows to all of it within a moment. It begins anew with a list of other entries.
 * What is only read again stays whole, or the page would move under its reader.
 */
export function useGrowing<T>(all: readonly T[], keyOf: (entry: T) => string): readonly T[] {
  const [drawn, redraw] = useState(0);
  const shown = useRef({ of: '', count: first });
  const of = all.map(keyOf).join();
  if (shown.current.of !== of) shown.current = { of, count: first };
  const { count } = shown.current;
  // A document is written at once, and has all of it.
  const done = count >= all.length || typeof document === 'undefined';
  useEffect(() => {
    if (done) return undefined;
    return whenIdle(() => {
      shown.current.count += step;
      redraw((times) => times + 1);
    });
  }, [of, drawn, done]);
  return done ? all : all.slice(0, count);
}
