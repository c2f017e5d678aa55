import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from './context.ts';
import { asProblem } from './problem.ts';
import type { ApiProblem } from './problem.ts';
import type { Readable, Rest, Result } from './types.ts';

export interface Resource<T> {
  /** What was read last, also while it is read again. */
  data: T | undefined;
  problem: ApiProblem | undefined;
  loading: boolean;
  reload: () => Promise<void>;
  /** Puts what an action answered in its place, without another request. */
  set: (data: T) => void;
}

/** Last answers in memory, so that a page shows at once what was read before, then reads again. */
// oxlint-disable-next-line no-explicit-any -- one map for the answers of all operations; the key names which
const cache = new Map<string, any>();

/** At sign-in and sign-out: nobody sees what another read. */
export const forgetResources = (): void => cache.clear();

/**
 * Reads an operation: `useResource('getPosting', { params: { postingId } })`. Reads again when the arguments change;
 * `useResource(false, …)` reads nothing yet.
 */
export function useResource<N extends Readable>(name: N | false, ...rest: Rest<N>): Resource<Result<N>> {
  const call = useClient();
  const key = `${String(name)} ${JSON.stringify(rest)}`;
  const latest = useRef({ key, rest });
  latest.current = { key, rest };
  const [, redraw] = useState(0);
  const state = useRef<{
    key: string;
    data: Result<N> | undefined;
    problem: ApiProblem | undefined;
    loading: boolean;
  }>(undefined);
  if (state.current?.key !== key)
    state.current = { key, data: cache.get(key), problem: undefined, loading: name !== false };

  const put = useCallback((at: string, next: { data?: Result<N>; problem?: ApiProblem }) => {
    if ('data' in next) cache.set(at, next.data);
    if (latest.current.key !== at) return; // an answer to older arguments
    state.current = {
      key: at,
      data: next.data ?? cache.get(at),
      problem: next.problem,
      loading: false,
    };
    redraw((count) => count + 1);
  }, []);

  const reload = useCallback(async () => {
    if (name === false) return;
    await call(name, ...latest.current.rest).then(
      (data) => put(key, { data }),
      (thrown: unknown) => put(key, { problem: asProblem(thrown) }),
    );
  }, [call, key, name, put]);

  useEffect(() => void reload(), [reload]);
  const set = useCallback((data: Result<N>) => put(key, { data }), [key, put]);
  const { data, problem, loading } = state.current;
  return { data, problem, loading, reload, set };
}
