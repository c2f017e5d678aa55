/** How long one step of the cycle took. */
export interface StepTime {
  step: string;
  seconds: number;
}

export interface Progress {
  /** Runs one step; `said` moves its counter. */
  step<R>(step: string, total: number, work: (said: (done: number) => void) => Promise<R>): Promise<R>;
  times: readonly StepTime[];
}

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that moves on a terminal; one line a step in a log. */
export const progressOn = (screen: Screen): Progress => {
  const times: StepTime[] = [];
  return {
    times,
    step: async (step, total, work) => {
      const begun = performance.now();
      const live = screen.isTTY === true;
      const show = (done: number): void => {
        if (live) screen.write(`\r\u001b[2K${step} ${done}/${total}`);
      };
      show(0);
      const result = await work(show);
      const seconds = (performance.now() - begun) / 1000;
      times.push({ step, seconds });
      screen.write(`${live ? '\r\u001b[2K' : ''}${step.padEnd(44)} ${seconds.toFixed(1).padStart(6)} s\n`);
      return result;
    },
  };
};
