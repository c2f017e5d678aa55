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
  /** Saves now what is not saved yet; false when that did not succeed. */
  settle: () => Promise<boolean>;
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
  const running = useRef<Promise<void>>(undefined);
  const latestSave = useRef(save);
  latestSave.current = save;

  const saveAll = useRef(async () => {
    setSaving(true);
    setProblem(undefined);
    try {
      while (!sameRows(wanted.current, stored.current)) {
        const sent = wanted.current;
        await latestSave.current(sent);
        stored.current = sent;
        setSavedAt(Date.now());
      }
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      running.current = undefined;
      setSaving(false);
    }
  });
  const send = useRef(async (): Promise<boolean> => {
    if (running.current === undefined && !sameRows(wanted.current, stored.current))
      running.current = saveAll.current();
    await running.current;
    return sameRows(wanted.current, stored.current);
  });

  useEffect(() => {
    const timer = setTimeout(() => void send.current(), quiet);
    return () => clearTimeout(timer);
  }, [order]);
  useEffect(() => () => void send.current(), []);
  useEffect(() => {
    const sendNow = () => void send.current();
    // A document that is left takes its requests with it: the browser asks before what is not stored is lost.
    const leave = (event: BeforeUnloadEvent) => {
      if (sameRows(wanted.current, stored.current)) return;
      sendNow();
      event.preventDefault();
    };
    addEventListener('beforeunload', leave);
    // A phone may close a page that is out of sight without asking.
    document.addEventListener('visibilitychange', sendNow);
    return () => {
      removeEventListener('beforeunload', leave);
      document.removeEventListener('visibilitychange', sendNow);
    };
  }, []);

  const put = (next: readonly Ranked[]) => {
    wanted.current = next;
    setOrder(next);
    // Back at what is stored there is nothing left to save, nor to complain of.
    if (sameRows(next, stored.current)) setProblem(undefined);
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
    settle: () => send.current(),
  };
}
