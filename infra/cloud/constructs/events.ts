import { Duration } from 'aws-cdk-lib';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { Handler } from './handler.ts';
import type { MarketRecord } from './record.ts';

const longestJob = Duration.minutes(15);

/** What runs after requests: consumers of the record's changes, jobs, the clock. */
export class Events extends Construct {
  readonly jobQueue: Queue;
  /** What is to be sent to partners' endpoints. */
  readonly deliveryQueue: Queue;
  /** What could not be delivered, with the name that alarms and the runbook call it by. */
  readonly deadLetters: Readonly<Record<'jobs' | 'changes' | 'clock' | 'deliveries', Queue>>;
  readonly jobs: Handler;
  /** Consumers that write to the record or send letters. */
  readonly recordChanges: Handler;
  /** What keeps a search domain up with the record, where there is one. */
  readonly searchChanges?: Handler;
  readonly clock: Handler;
  /** Sends to partners' endpoints: apart from jobs, so that a slow endpoint holds up none. */
  readonly deliveries: Handler;

  constructor(
    scope: Construct,
    id: string,
    props: {
      keeps: boolean;
      record: MarketRecord;
      environment: Record<string, string>;
      /** What certificates are signed from: its name, for those who issue them. */
      certificateSecret: string;
      /** Whether documents in OpenSearch have to follow the record. */
      followsSearch: boolean;
    },
  ) {
    super(scope, id);
    const { keeps, record, followsSearch } = props;
    this.deadLetters = {
      jobs: this.#queue('DeadJobs', { retentionPeriod: Duration.days(14) }),
      changes: this.#queue('DeadChanges', { retentionPeriod: Duration.days(14) }),
      clock: this.#queue('DeadTicks', { retentionPeriod: Duration.days(14) }),
      deliveries: this.#queue('DeadDeliveries', { retentionPeriod: Duration.days(14) }),
    };
    this.jobQueue = this.#queue('Jobs', {
      // Lambda takes no queue whose messages reappear before the function may end. The worker shortens this itself.
      visibilityTimeout: longestJob,
      deadLetterQueue: { queue: this.deadLetters.jobs, maxReceiveCount: 5 },
    });
    this.deliveryQueue = this.#queue('Deliveries', {
      visibilityTimeout: Duration.minutes(3),
      // A delivery that fails is tried again by its own rule; here is what even could not be tried.
      deadLetterQueue: { queue: this.deadLetters.deliveries, maxReceiveCount: 5 },
    });
    const environment = {
      ...props.environment,
      JOB_QUEUE_URL: this.jobQueue.queueUrl,
      DELIVERY_QUEUE_URL: this.deliveryQueue.queueUrl,
    };

    this.jobs = new Handler(this, 'JobWorker', {
      entry: 'jobs',
      keeps,
      // A round of 1,000,000 students is matched and checked within 900 MB.
      memoryMb: 3008,
      timeout: longestJob,
      environment,
    });
    this.jobs.addEventSource(
      new SqsEventSource(this.jobQueue, { batchSize: 1, maxConcurrency: 5, reportBatchItemFailures: true }),
    );
    this.jobQueue.grant(this.jobs, 'sqs:ChangeMessageVisibility');

    // In no network of ours, and so with a way to the internet; what it may reach there, the function itself checks.
    this.deliveries = new Handler(this, 'DeliveryWorker', {
      entry: 'deliveries',
      keeps,
      memoryMb: 256,
      // An endpoint is given ten seconds.
      timeout: Duration.seconds(30),
      environment,
    });
    this.deliveries.addEventSource(
      new SqsEventSource(this.deliveryQueue, {
        batchSize: 1,
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
    this.deliveryQueue.grant(this.deliveries, 'sqs:ChangeMessageVisibility');

    // A shard of a stream serves two readers well, and no third.
    const follower = (consumers: 'record' | 'search', shardWorkers: number): Handler => {
      const handler = new Handler(this, consumers === 'record' ? 'RecordChanges' : 'SearchChanges', {
        entry: 'changes',
        keeps,
        memoryMb: 1024,
        timeout: Duration.minutes(1),
        environment: {
          ...environment,
          CONSUMERS: consumers,
          ...(consumers === 'record' && { CERTIFICATE_SECRET_ARN: props.certificateSecret }),
        },
      });
      handler.addEventSource(
        new DynamoEventSource(record.table, {
          startingPosition: StartingPosition.TRIM_HORIZON,
          batchSize: 100,
          bisectBatchOnError: true,
          reportBatchItemFailures: true,
          // A target may be away for hours. What gets too old for the stream is a dead letter then.
          retryAttempts: 1000,
          maxRecordAge: Duration.hours(23),
          parallelizationFactor: shardWorkers,
          onFailure: new SqsDlq(this.deadLetters.changes),
        }),
      );
      return handler;
    };
    this.recordChanges = follower('record', 4);
    if (followsSearch) this.searchChanges = follower('search', 1);

    this.clock = new Handler(this, 'Clock', {
      entry: 'clock',
      keeps,
      memoryMb: 512,
      timeout: Duration.minutes(5),
      environment,
    });
    new Schedule(this, 'EveryMinute', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      // A tick that is missed is caught up by the next one: no use in many tries.
      target: new LambdaInvoke(this.clock, {
        retryAttempts: 1,
        maxEventAge: Duration.minutes(2),
        deadLetterQueue: this.deadLetters.clock,
      }),
    });
  }

  get handlers(): readonly Handler[] {
    return [
      this.jobs,
      this.recordChanges,
      ...(this.searchChanges ? [this.searchChanges] : []),
      this.clock,
      this.deliveries,
    ];
  }

  #queue(id: string, props: ConstructorParameters<typeof Queue>[2]): Queue {
    return new Queue(this, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...props });
  }
}
