import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { asProblem } from './problem.ts';
import type { ApiProblem } from './problem.ts';

export interface Action<A extends readonly unknown[], T> {
  /**
   * Resolves with the answer; undefined when it was refused (then `problem` says why) and when whoever asked has left the
   * page: it leads them nowhere. Ignored while pending.
   */
  run: (...args: A) => Promise<T | undefined>;
  pending: boolean;
  problem: ApiProblem | undefined;
  /** Takes the problem away, e.g. when the person changes the input. */
  clear: () => void;
}

/** Something the person does: `const save = useAction((body: Draft) => call('updatePosting', { … }))`. */
export function useAction<A extends readonly unknown[], T>(act: (...args: A) => Promise<T>): Action<A, T> {
  const latest = useRef(act);
  latest.current = act;
  const live = useRef(true);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  useEffect(() => {
    live.current = true;
    return () => {
      live.current = false;
    };
  }, []);
  const run = useCallback(async (...args: A): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setProblem(undefined);
    try {
      const answer = await latest.current(...args);
      return live.current ? answer : undefined;
    } catch (thrown) {
      if (live.current) setProblem(asProblem(thrown));
      return undefined;
    } finally {
      busy.current = false;
      if (live.current) setPending(false);
    }
  }, []);
  return { run, pending, problem, clear: useCallback(() => setProblem(undefined), []) };
}
