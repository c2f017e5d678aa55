import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Deps } from '../deps.ts';
import type { Answered } from './answered.ts';
import { inSource } from './in-source.ts';

/** What alarms, the runbook and whoever searches call the parts of a line. */
class Line extends LogFormatter {
  override formatAttributes(given: UnformattedAttributes, facts: LogAttributes): LogItem {
    const { logLevel, message: event, timestamp, xRayTraceId: traceId } = given;
    const at = this.formatTimestamp(timestamp);
    return new LogItem({ attributes: { level: logLevel.toLowerCase(), event, at, traceId, ...facts } });
  }
}

const refusals = 400;
const faults = 500;

/** What a function says of itself, as lines of JSON. */
export interface Lines {
  log: (entry: Parameters<Deps['log']>[0], requestId: string | undefined) => void;
  /** From this line CloudWatch takes metrics by itself (Embedded Metric Format). */
  answered: (answer: Answered, requestId: string | undefined) => void;
}

export const linesOf = (by: string): Lines => {
  // Metrics are in lines of this level.
  const logger = new Logger({
    logLevel: 'INFO',
    logFormatter: new Line(),
    persistentKeys: { function: by },
  });
  const metrics = new Metrics({ namespace: 'Marketplace' });
  // The function alone, without a service: metrics of each operation would cost more than the rest of a small programme.
  // The line names the operation, and is searched when one wants to know.
  metrics.clearDefaultDimensions();
  metrics.setDefaultDimensions({ function: by });
  return {
    log: ({ level, event, ...facts }, requestId) =>
      logger[level](event, {
        requestId,
        ...facts,
        ...(typeof facts.error === 'string' && { error: inSource(facts.error) }),
      }),
    answered: ({ operation, status, ms }, requestId) => {
      metrics
        .addMetric('AnswerTime', MetricUnit.Milliseconds, Math.round(ms))
        .addMetric('Refusals', MetricUnit.Count, status >= refusals && status < faults ? 1 : 0)
        .addMetric('Faults', MetricUnit.Count, status >= faults ? 1 : 0);
      logger.info('answered', { requestId, operation, status, ...metrics.serializeMetrics() });
      metrics.clearMetrics();
    },
  };
};
