import { useEffect, useRef, useState } from 'preact/hooks';

/** So many rows fill every screen; the others are drawn a few at a time, so that a tap is answered in between. */
const first = 24;
const step = 8;

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
    const timer = setTimeout(() => {
      shown.current.count += step;
      redraw((times) => times + 1);
    });
    return () => clearTimeout(timer);
  }, [of, drawn, done]);
  return done ? all : all.slice(0, count);
}
