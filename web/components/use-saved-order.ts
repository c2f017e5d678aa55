import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import { sameOrder } from './order.ts';

export interface SavedOrder {
  ids: readonly string[];
  change: (next: readonly string[]) => void;
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
  initial: readonly string[],
  save: (ids: readonly string[]) => Promise<unknown>,
): SavedOrder {
  const [ids, setIds] = useState(initial);
  const [before, setBefore] = useState<readonly (readonly string[])[]>([]);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number>();
  const [problem, setProblem] = useState<ApiProblem>();
  const wanted = useRef(initial);
  const stored = useRef(initial);
  const busy = useRef(false);
  const latestSave = useRef(save);
  latestSave.current = save;

  const send = useRef(async () => {
    if (busy.current || sameOrder(wanted.current, stored.current)) return;
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
  }, [ids]);
  useEffect(() => () => void send.current(), []);

  const put = (next: readonly string[]) => {
    wanted.current = next;
    setIds(next);
  };
  const last = before.at(-1);
  return {
    ids,
    change: (next) => {
      if (sameOrder(next, ids)) return;
      setBefore([...before, ids]);
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
