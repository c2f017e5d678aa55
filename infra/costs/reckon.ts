import { assumptions, domainFor, mostWithoutDomain } from './assumptions.ts';
import type { Measured } from './measure.ts';
import type { PriceList } from './prices.ts';

/** One line of a bill: what it is for, how much of it, and what that costs. */
export interface Line {
  name: string;
  amount: number;
  unit: string;
  dollars: number;
}

const gigabyte = 1e9;
const million = 1e6;

const line = (name: string, amount: number, unit: string, dollars: number): Line => ({
  name,
  amount,
  unit,
  dollars,
});

/** What a search domain costs for some months. */
export const domainCosts = ({ prices }: PriceList, students: number, months: number): number => {
  const { nodes, hour, gigabytes } = domainFor(students);
  const each =
    prices[hour].price * assumptions.hoursAMonth + prices.openSearchGigabyteMonth.price * gigabytes;
  return nodes * each * months;
};

const lambdaCosts = ({ prices }: PriceList, invocations: number, gigabyteSeconds: number): number =>
  (invocations / million) * prices.lambdaMillionRequests.price +
  gigabyteSeconds * prices.lambdaGigabyteSecond.price;

/** What runs though nobody comes: the clock's ticks and the polls of the queue, for some months; no search domain. */
export const idleCosts = (list: PriceList, months: number): Line[] => {
  const { prices } = list;
  const minutes = assumptions.hoursAMonth * 60 * months;
  const tickSeconds = (minutes * assumptions.tickMs * assumptions.clockGigabytes) / 1000;
  const polls = minutes * assumptions.queuePollsAMinute;
  return [
    line('Clock', minutes, 'ticks', lambdaCosts(list, minutes, tickSeconds)),
    line('SQS: asking for jobs', polls, 'requests', (polls / million) * prices.sqsMillionRequests.price),
  ];
};

/** What one cycle costs with so many students, without a search domain. */
export const cycleCosts = (list: PriceList, measured: Measured, students: number): Line[] => {
  const { prices } = list;
  const scale = students / measured.students;
  const postings = measured.postings * scale;
  const visits = students * assumptions.visitsAStudent + postings * assumptions.visitsAPosting;
  const of = (what: keyof Measured['visit']): number =>
    measured.played[what] * scale + measured.visit[what] * visits;

  const requests = of('requests');
  // Only visits are quiet enough to tell how long an answer takes.
  const answerSeconds =
    (measured.visit.processorSeconds + (measured.visit.calls * assumptions.recordCallMs) / 1000) /
    measured.visit.requests;
  const answering = requests * answerSeconds * assumptions.answersGigabytes;
  const changes = measured.changes * scale;
  const following = (changes * assumptions.changeMs * assumptions.changesGigabytes) / 1000;
  const batches = changes / assumptions.changesABatch;
  const stored = (measured.storedBytes * scale) / gigabyte;
  const files = (measured.fileBytes * scale) / gigabyte;
  const siteBytes = (students + postings) * assumptions.siteLoadsAPerson * assumptions.siteBytes;
  const sent = (of('bytes') + siteBytes) / gigabyte;
  const letters = measured.letters * scale;
  const jobRequests = measured.jobs * 3;

  return [
    line('API requests', requests, 'requests', (requests / million) * prices.httpApiMillionRequests.price),
    line('Lambda: answers', answering, 'GB-s', lambdaCosts(list, requests, answering)),
    line('Lambda: what follows changes', following, 'GB-s', lambdaCosts(list, batches, following)),
    line(
      'DynamoDB: reads',
      of('readUnits'),
      'units',
      (of('readUnits') / million) * prices.dynamoDbMillionReadUnits.price,
    ),
    line(
      'DynamoDB: writes',
      of('writeUnits'),
      'units',
      (of('writeUnits') / million) * prices.dynamoDbMillionWriteUnits.price,
    ),
    line(
      'DynamoDB: kept, with recovery',
      stored,
      'GB',
      stored *
        assumptions.months *
        (prices.dynamoDbGigabyteMonth.price + prices.dynamoDbBackupGigabyteMonth.price),
    ),
    line(
      'S3',
      files,
      'GB',
      files * assumptions.months * prices.s3GigabyteMonth.price + prices.s3ThousandPuts.price,
    ),
    line(
      'CloudFront: site and answers',
      sent,
      'GB',
      sent * prices.cloudFrontGigabyte.price +
        (requests / 10_000) * prices.cloudFrontTenThousandRequests.price,
    ),
    line('Mail', letters, 'letters', (letters / 1000) * prices.sesThousandLetters.price),
    line('SQS: jobs', jobRequests, 'requests', (jobRequests / million) * prices.sqsMillionRequests.price),
    ...idleCosts(list, assumptions.months),
  ];
};

/** Whether so many students can be searched without a domain. */
export const canDoWithoutDomain = (students: number): boolean => students <= mostWithoutDomain;
