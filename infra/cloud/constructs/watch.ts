import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  AlarmStatusWidget,
  type IMetric,
  Metric,
  MathExpression,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Events } from './events.ts';
import type { SearchDomain } from './search.ts';

const minutes = (count: number) => Duration.minutes(count);

interface Watched {
  /** A heading of the runbook. */
  readonly name: string;
  readonly metric: IMetric;
  readonly above?: number;
  readonly below?: number;
  /** Periods of the metric in a row. */
  readonly periods?: number;
  readonly missing?: TreatMissingData;
  /** Whether it calls a new version of the API back. */
  readonly callsBack?: true;
}

export interface WatchProps {
  stage: string;
  http: HttpApi;
  answers: IFunction;
  events: Events;
  search?: SearchDomain;
  alarmMail?: string;
  monthlyBudget?: number;
}

/** Alarms on what people would feel, each with a line in infra/cloud/RUNBOOK.md, a dashboard, a budget. */
export class Watch extends Construct {
  /** Those that call a new version of the API back. */
  readonly alarmsOfRequests: readonly Alarm[];

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { stage, alarmMail, monthlyBudget } = props;
    const topic = new Topic(this, 'Alarms', { enforceSSL: true });
    if (alarmMail !== undefined) topic.addSubscription(new EmailSubscription(alarmMail));
    const watched = this.#watched(props);
    const alarms = watched.map(({ name, metric, above, below, periods = 1, missing }) => {
      const alarm = new Alarm(this, name.replaceAll(/\W/g, ''), {
        alarmName: `${stage}: ${name}`,
        alarmDescription: `See "${name}" in infra/cloud/RUNBOOK.md.`,
        metric,
        threshold: above ?? below ?? 0,
        comparisonOperator:
          above === undefined
            ? ComparisonOperator.LESS_THAN_THRESHOLD
            : ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
    this.alarmsOfRequests = alarms.filter((_, at) => watched[at]?.callsBack);
    const dashboard = new Dashboard(this, 'Dashboard', { dashboardName: `${scope.node.id}-${stage}` });
    dashboard.addWidgets(
      new TextWidget({ markdown: '# What people feel, then what causes it', width: 24, height: 1 }),
      new AlarmStatusWidget({ alarms, width: 24, height: 3 }),
    );
    dashboard.addWidgets(
      ...watched.map(({ name, metric }) => new GraphWidget({ title: name, left: [metric], width: 6 })),
    );
    dashboard.addWidgets(
      new TextWidget({ markdown: '# What the functions say of their own answers', width: 24, height: 1 }),
      ...this.#said(props),
    );
    if (monthlyBudget !== undefined && alarmMail !== undefined) this.#budget(monthlyBudget, alarmMail);
  }

  #watched({ stage, http, answers, events, search }: WatchProps): Watched[] {
    const errorShare = new MathExpression({
      expression: '100 * errors / FILL(requests, 1)',
      usingMetrics: {
        errors: http.metricServerError({ period: minutes(5), statistic: 'sum' }),
        requests: http.metricCount({ period: minutes(5), statistic: 'sum' }),
      },
      period: minutes(5),
      label: '% of requests',
    });
    const laidAside = { namespace: 'Marketplace', metricName: `ChangesLaidAside-${stage}` };
    const followers = [events.recordChanges, ...(events.searchChanges ? [events.searchChanges] : [])];
    for (const { logGroup, node } of followers)
      new MetricFilter(this, `LaidAsideBy${node.id}`, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.event', '=', 'change_not_consumed'),
        metricNamespace: laidAside.namespace,
        metricName: laidAside.metricName,
        metricValue: '1',
      });
    const ageOf = (handler: IFunction) =>
      handler.metric('IteratorAge', { statistic: 'max', period: minutes(1) });
    return [
      { name: 'Requests fail', metric: errorShare, above: 1, periods: 2, callsBack: true },
      {
        name: 'Requests are slow',
        metric: http.metricLatency({ statistic: 'p99', period: minutes(5) }),
        above: 2000,
        periods: 3,
        callsBack: true,
      },
      {
        name: 'Requests are turned away',
        metric: answers.metricThrottles({ period: minutes(5) }),
        above: 0,
        periods: 2,
        callsBack: true,
      },
      {
        name: 'The clock stands still',
        metric: events.clock.metricInvocations({ period: minutes(5), statistic: 'sum' }),
        below: 1,
        missing: TreatMissingData.BREACHING,
      },
      { name: 'The clock fails', metric: events.clock.metricErrors({ period: minutes(5) }), above: 2 },
      {
        name: 'Jobs wait',
        metric: events.jobQueue.metricApproximateAgeOfOldestMessage({ period: minutes(5) }),
        above: 1800,
      },
      ...Object.entries(events.deadLetters).map(([what, queue]) => ({
        name: `Dead letters of ${what}`,
        metric: queue.metricApproximateNumberOfMessagesVisible({ period: minutes(5), statistic: 'max' }),
        above: 0,
      })),
      {
        name: 'Changes are laid aside',
        metric: new Metric({ ...laidAside, statistic: 'sum', period: minutes(5) }),
        above: 0,
      },
      { name: 'Letters and jobs lag', metric: ageOf(events.recordChanges), above: 300_000, periods: 5 },
      ...(events.searchChanges
        ? [{ name: 'The search index lags', metric: ageOf(events.searchChanges), above: 300_000, periods: 5 }]
        : []),
      ...(search
        ? [
            {
              name: 'The search domain is red',
              metric: search.domain.metricClusterStatusRed({ period: minutes(1) }),
              above: 0,
            },
            {
              name: 'The search domain is full',
              metric: search.domain.metricFreeStorageSpace({ period: minutes(5), statistic: 'min' }),
              below: 2048,
            },
          ]
        : []),
    ];
  }

  /** From lines of the log that CloudWatch reads metrics from; functions/watch/lines.ts writes them. */
  #said({ answers }: WatchProps): GraphWidget[] {
    const metric = (metricName: string, statistic: string) =>
      new Metric({
        namespace: 'Marketplace',
        metricName,
        dimensionsMap: { function: answers.functionName },
        statistic,
        label: `${metricName}, ${statistic}`,
        period: minutes(5),
      });
    const [median, slow] = [metric('AnswerTime', 'p50'), metric('AnswerTime', 'p99')];
    return [
      new GraphWidget({ title: 'Time to answer', left: [median, slow], width: 12 }),
      new GraphWidget({
        title: 'Answers that refuse or fail',
        left: [metric('Refusals', 'sum'), metric('Faults', 'sum')],
        width: 12,
      }),
    ];
  }

  #budget(limit: number, address: string): void {
    const tell = (threshold: number, notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: {
        comparisonOperator: 'GREATER_THAN',
        notificationType,
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ address, subscriptionType: 'EMAIL' }],
    });
    new CfnBudget(this, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: limit, unit: 'USD' } },
      notificationsWithSubscribers: [tell(80, 'ACTUAL'), tell(100, 'FORECASTED')],
    });
  }
}
