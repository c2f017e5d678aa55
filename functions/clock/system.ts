import type { Clock } from './clock.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export interface Timer {
  /** No further run starts; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `task` now and then `intervalMs` after each run has ended, so that it never overlaps itself.
 * A task that throws is reported to `onError` and tried again at the next turn.
 */
export function every(
  intervalMs: number,
  task: () => Promise<void>,
  onError: (error: unknown) => void,
): Timer {
  let stopped = false;
  let waiting: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const turn = async (): Promise<void> => {
    try {
      await task();
    } catch (error) {
      onError(error);
    }
    if (!stopped) waiting = setTimeout(start, intervalMs);
  };
  const start = (): void => {
    running = turn();
  };

  start();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(waiting);
      await running;
    },
  };
}
