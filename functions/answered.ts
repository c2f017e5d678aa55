import type { Instant } from './clock/clock.ts';
import type { OperationName } from './operations.ts';

/** How a request was answered. */
export interface Answered {
  operation: OperationName;
  status: number;
  ms: number;
}

const refusals = 400;
const faults = 500;

/**
 * A line of the log from which CloudWatch takes metrics by itself (Embedded Metric Format). Metrics of each operation
 * would cost more than the rest of a small programme: the line names it, and is searched when one wants to know.
 */
export const metricsLine = ({ operation, status, ms }: Answered, by: string, now: Instant) => ({
  _aws: {
    Timestamp: Date.parse(now),
    CloudWatchMetrics: [
      {
        Namespace: 'Marketplace',
        Dimensions: [['function']],
        Metrics: [
          { Name: 'AnswerTime', Unit: 'Milliseconds' },
          { Name: 'Refusals', Unit: 'Count' },
          { Name: 'Faults', Unit: 'Count' },
        ],
      },
    ],
  },
  level: 'info',
  event: 'answered',
  function: by,
  operation,
  status,
  AnswerTime: Math.round(ms),
  Refusals: status >= refusals && status < faults ? 1 : 0,
  Faults: status >= faults ? 1 : 0,
});
