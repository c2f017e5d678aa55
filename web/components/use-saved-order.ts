import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import { type Ranked, sameRows } from './tied-order.ts';

export interface SavedOrder {
  order: readonly Ranked[];
  change: (next: readonly Ranked[]) => void;
  /** Undefined while nothing was changed here. */
  undo: (() => void) | undefined;
  saving: boolean;
  savedAt: number | undefined;
  problem: ApiProblem | undefined;
  retry: () => void;
}

const quiet = 700;

/**
 * An order that saves itself a moment after the last change, one save at a time: a change during a save is saved
 * after it, so that versions never cross. What is unsaved when the page goes is saved at once.
 */
export function useSavedOrder(
  initial: readonly Ranked[],
  save: (order: readonly Ranked[]) => Promise<unknown>,
): SavedOrder {
  const [order, setOrder] = useState(initial);
  const [before, setBefore] = useState<readonly (readonly Ranked[])[]>([]);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number>();
  const [problem, setProblem] = useState<ApiProblem>();
  const wanted = useRef(initial);
  const stored = useRef(initial);
  const busy = useRef(false);
  const latestSave = useRef(save);
  latestSave.current = save;

  const send = useRef(async () => {
    if (busy.current || sameRows(wanted.current, stored.current)) return;
    busy.current = true;
    setSaving(true);
    setProblem(undefined);
    const sent = wanted.current;
    try {
      await latestSave.current(sent);
      stored.current = sent;
      setSavedAt(Date.now());
    } catch (thrown) {
      setProblem(asProblem(thrown));
      return;
    } finally {
      busy.current = false;
      setSaving(false);
    }
    await send.current();
  });

  useEffect(() => {
    const timer = setTimeout(() => void send.current(), quiet);
    return () => clearTimeout(timer);
  }, [order]);
  useEffect(() => () => void send.current(), []);

  const put = (next: readonly Ranked[]) => {
    wanted.current = next;
    setOrder(next);
  };
  const last = before.at(-1);
  return {
    order,
    change: (next) => {
      if (sameRows(next, order)) return;
      setBefore([...before, order]);
      put(next);
    },
    undo:
      last === undefined
        ? undefined
        : () => {
            setBefore(before.slice(0, -1));
            put(last);
          },
    saving,
    savedAt,
    problem,
    retry: () => void send.current(),
  };
}
