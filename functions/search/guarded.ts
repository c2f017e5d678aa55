import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleType } from 'cockatiel';
import type { Clock, Instant } from '../clock/clock.ts';
import { Unavailable } from '../errors.ts';
import type { Search } from './search.ts';

const failuresBeforeOpen = 3;
const restMs = 5_000;

export interface GuardOptions {
  readonly engine: Search;
  /** Answers while the engine cannot. */
  readonly standby: Pick<Search, 'rankPostings' | 'rankStudents' | 'state'>;
  readonly clock: Clock;
  /** How long the engine is left alone after it failed several times in a row. */
  readonly restMs?: number;
}

/**
 * A search that does not wait for an engine that is down or slow: after a few failures in a row it is left alone for a
 * while, then tried with one request. Meanwhile the standby answers, and where there is none the caller is told to
 * come back. Writes are for whoever follows the record to repeat.
 */
export const guardedSearch = ({ engine, standby, clock, ...options }: GuardOptions): Search => {
  const circuit = circuitBreaker(handleType(Unavailable), {
    halfOpenAfter: options.restMs ?? restMs,
    breaker: new ConsecutiveBreaker(failuresBeforeOpen),
  });
  let failing: { since: Instant; reason: string } | undefined;

  const answer = async <T>(
    ask: (search: Pick<Search, 'rankPostings' | 'rankStudents'>) => Promise<T>,
  ): Promise<T> => {
    try {
      const answered = await circuit.execute(() => ask(engine));
      failing = undefined;
      return answered;
    } catch (error) {
      if (error instanceof Unavailable) failing ??= { since: clock.now(), reason: error.message };
      else if (!(error instanceof BrokenCircuitError)) throw error;
      return ask(standby);
    }
  };
  return {
    write: (writes) => engine.write(writes),
    rankPostings: (plan) => answer((search) => search.rankPostings(plan)),
    rankStudents: (plan) => answer((search) => search.rankStudents(plan)),
    state: () => {
      const state = engine.state();
      if (failing === undefined && circuit.state === CircuitState.Closed) return state;
      const instead = standby.state().answeredBy === 'nobody' ? 'nobody' : 'standby';
      return { ...state, answeredBy: instead, ...failing };
    },
  };
};
