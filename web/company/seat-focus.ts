import { useEffect, useRef } from 'preact/hooks';
import type { SavedPlan } from './use-seating.ts';

/**
 * Where the focus goes in a panel whose parts come and go: to the words on what was done, or their undo; after a form
 * that was given up, to the button that adds.
 */
export function useSeatFocus(last: SavedPlan['last'], said: boolean, formOpen: boolean) {
  const [result, add] = [useRef<HTMLDivElement>(null), useRef<HTMLParagraphElement>(null)];
  const [shown, opened] = [useRef(last), useRef<{ last: SavedPlan['last'] }>(undefined)];
  useEffect(() => {
    if (!said || shown.current === last) return;
    shown.current = last;
    const place = result.current?.querySelector('button') ?? result.current?.querySelector('p');
    place?.focus();
  }, [said, last]);
  useEffect(() => {
    if (formOpen) opened.current = { last };
    else if (opened.current !== undefined) {
      if (opened.current.last === last) add.current?.querySelector('button')?.focus();
      opened.current = undefined;
    }
  }, [formOpen]);
  return { result, add };
}
