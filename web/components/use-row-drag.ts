import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';

export interface RowDrag {
  from: number | undefined;
  over: number | undefined;
  start: (event: PointerEvent, index: number) => void;
}

/** Drags a row of a list by its grip with any pointer. An extra: everything can be done with the buttons. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  drop: (from: number, to: number) => void,
): RowDrag {
  const [from, setFrom] = useState<number>();
  const [over, setOver] = useState<number>();
  const start = (event: PointerEvent, index: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const rows = [...(list.current?.children ?? [])];
    let target = index;
    const follow = (moved: PointerEvent) => {
      const at = rows.findIndex((row) => moved.clientY < row.getBoundingClientRect().bottom);
      target = at === -1 ? rows.length - 1 : at;
      setOver(target);
    };
    const gone = new AbortController();
    const end = (dropped: boolean) => {
      gone.abort();
      setFrom(undefined);
      setOver(undefined);
      if (dropped && target !== index) drop(index, target);
    };
    const options = { signal: gone.signal };
    addEventListener('pointermove', follow, options);
    addEventListener('pointerup', () => end(true), options);
    addEventListener('pointercancel', () => end(false), options);
    addEventListener('keydown', (key) => key.key === 'Escape' && end(false), options);
    setFrom(index);
  };
  return { from, over, start };
}
