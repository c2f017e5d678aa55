import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type AtHand, AtHandContext, useClient } from './context.ts';
import { asProblem } from './problem.ts';
import type { ApiProblem } from './problem.ts';
import type { OperationName, Readable, Rest, Result } from './types.ts';
import { useLineBack } from './use-line-back.ts';

export interface Resource<T> {
  /** What was read last, also while it is read again. */
  data: T | undefined;
  problem: ApiProblem | undefined;
  loading: boolean;
  reload: () => Promise<void>;
  /** Puts what an action answered in its place, without another request. */
  set: (data: T) => void;
}

/** A resource for whoever only shows it. */
export type Shown<T> = Pick<Resource<T>, 'data' | 'problem' | 'reload'>;

/** Last answers in memory, so that a page shows at once what was read before, then reads again. */
// oxlint-disable-next-line no-explicit-any -- one map for the answers of all operations; the key names which
const cache = new Map<string, any>();

/** What is being read, so that parts of a page that show the same thing ask once. */
// oxlint-disable-next-line no-explicit-any -- as above
const running = new Map<string, Promise<any>>();

/** Counts sign-ins and sign-outs: an answer to what was asked before the last one is nobody's. */
let era = 0;

/** At sign-in and sign-out: nobody sees what another read. */
export function forgetResources(): void {
  cache.clear();
  running.clear();
  era += 1;
}

const known = (key: string, name: OperationName | false, request: object = {}, atHand?: AtHand) =>
  cache.get(key) ?? (name === false ? undefined : atHand?.(name, request));

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
  const atHand = useContext(AtHandContext);
  if (state.current?.key !== key)
    state.current = {
      key,
      data: known(key, name, rest[0], atHand),
      problem: undefined,
      loading: name !== false,
    };

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

  const live = useRef(true);
  const read = useCallback(
    async (shared: boolean): Promise<void> => {
      if (name === false) return;
      const asked: Promise<Result<N>> =
        (shared ? running.get(key) : undefined) ?? call(name, ...latest.current.rest);
      running.set(key, asked);
      const since = era;
      // Somebody signed in or out meanwhile: who still waits here asks again, as whoever they are now.
      const answered = (next: { data?: Result<N>; problem?: ApiProblem }): void | Promise<void> => {
        if (since === era) return put(key, next);
        if (live.current && latest.current.key === key) return read(true);
      };
      await asked
        .finally(() => running.get(key) === asked && running.delete(key))
        .then(
          (data) => answered({ data }),
          (thrown: unknown) => answered({ problem: asProblem(thrown) }),
        );
    },
    [call, key, name, put],
  );
  useEffect(() => {
    live.current = true;
    return () => {
      live.current = false;
    };
  }, []);
  // What is asked for after a change may not be answered by a request from before it.
  const reload = useCallback(() => read(false), [read]);

  useEffect(() => void read(true), [read]);
  const set = useCallback((data: Result<N>) => put(key, { data }), [key, put]);
  const { data, problem, loading } = state.current;
  const offline = problem?.code === 'offline';
  useLineBack(offline, reload);
  return { data, problem, loading, reload, set };
}
