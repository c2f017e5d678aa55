import { connect } from '../../../functions/search/open-search/connection.ts';
import { namesWith } from '../../../functions/search/open-search/indexes.ts';
import { openDynamoDbTable } from '../../../functions/table/dynamo-db/dynamo-db.ts';
import { openSearchEngine } from '../../../infra/local/search.ts';
import { randomFrom } from '../../../infra/local/seed/random.ts';
import { movingClock } from '../../support/clock.ts';
import { makeDeps } from '../../support/deps.ts';
import { emptyDynamoDb } from '../../support/dynamo-db.ts';
import { startMarket } from '../../support/market.ts';
import { profile } from '../../support/samples.ts';
import { askIn } from '../crash/play.ts';
import { indexFaults } from '../index-dump.ts';
import { startLive } from '../live.ts';
import type { Line, Part } from '../part.ts';
import { furnish, recruiter, student } from '../races/stage.ts';
import { serviceUrl } from '../services.ts';
import { badLine, type Fault } from './bad-line.ts';
import { player } from './player.ts';
import { overDynamoDb, overOpenSearch } from './weather.ts';

const now = '2026-03-20T08:00:00.000Z';
const players = 4;
const postings = 8;
const settlesWithinMs = 120_000;

const within = async (ms: number, pending: Promise<void>): Promise<string[]> => {
  const late = Promise.withResolvers<string[]>();
  const alarm = setTimeout(() => late.resolve(['events and jobs were not worked off in time']), ms);
  try {
    return await Promise.race([pending.then(() => []), late.promise]);
  } finally {
    clearTimeout(alarm);
  }
};

const counted = (counts: ReadonlyMap<string, number>): string =>
  [...counts].map(([name, times]) => `${times} ${name}`).join(', ');

/** Plays requests while both engines are reached by bad lines; then looks, by good ones, at what is there. */
const playBadly = async (options: { requests: number; seed: number; lying?: boolean }): Promise<Line> => {
  const { requests, seed, lying = false } = options;
  const random = randomFrom(seed);
  const clock = movingClock(now);
  const endpoint = await serviceUrl('dynamo-db');
  const made = await emptyDynamoDb(endpoint, clock);
  const own = await makeDeps({ now, record: { ...made.table, close: () => void made.close() } });
  await startMarket(
    Array.from({ length: postings }, () => 1),
    0,
    own,
  );
  await furnish(own.table, { phase: 'applying', cap: postings, postings });
  const surely = askIn(own);
  for (let number = 1; number <= players; number += 1)
    await surely('saveProfile', { as: student(number), body: profile(), ifMatch: 0 });

  let isBad = false;
  const [onRecord, onSearch] = [overDynamoDb(random), overOpenSearch(random)];
  const lie = (): Fault | undefined => (random.chance(0.05) ? 'lied' : undefined);
  const toRecord = await badLine(endpoint, (asked) => {
    if (!isBad || asked.path !== '/') return undefined;
    if (lying)
      return asked.operation === 'PutItem' || asked.operation === 'TransactWriteItems' ? lie() : undefined;
    return onRecord(asked);
  });
  const searchUrl = await serviceUrl('open-search');
  const toSearch = await badLine(searchUrl, (asked) => (isBad && !lying ? onSearch(asked) : undefined));
  const prefix = `wire-${process.pid}-${lying}-`;
  const live = await startLive({
    record: openDynamoDbTable({ table: made.name, endpoint: toRecord.url, clock }),
    clock,
    engine: openSearchEngine({ url: toSearch.url, clock, prefix }),
  });
  const connection = connect(searchUrl);
  try {
    const all = Array.from({ length: players }, (_, at) => at + 1).flatMap((number) => [
      player({ as: student(number), number, ask: live.ask, random }),
      player({ as: recruiter(number), number, ask: live.ask, random }),
    ]);
    for (const one of all) await one.begin();
    isBad = true;
    let left = requests;
    await Promise.all(
      all.map(async (one) => {
        while ((left -= 1) >= 0) await one.move();
      }),
    );
    isBad = false;
    const late = await within(settlesWithinMs, live.settled());
    for (const one of all) await one.check(surely);
    const index = late.length > 0 ? [] : await indexFaults(own, connection, namesWith(prefix).alias);
    const answers = new Map<string, number>();
    for (const one of all)
      for (const [answer, times] of one.answers) answers.set(answer, (answers.get(answer) ?? 0) + times);
    const unexpected = live.errors.filter((entry) => /unexpected_error|change_not_consumed/.test(entry));
    return {
      what: 'requests while both engines are on bad lines',
      where: 'DynamoDB, OpenSearch',
      many: `${counted(answers)}; faults: ${counted(toRecord.met)}; ${counted(toSearch.met)}`,
      wrong: [...all.flatMap(({ wrong }) => wrong), ...late, ...index, ...unexpected],
    };
  } finally {
    await live.stop();
    await toRecord.close();
    await toSearch.close();
    await connection.close();
    await own.close();
  }
};

/** Throttling, timeouts, broken lines, cancelled transactions and half-done bulk writes on the way to both engines. */
export const wire: Part = {
  name: 'wire',
  run: async function* ({ requests, seed }) {
    yield await playBadly({ requests, seed });
    const control = await playBadly({ requests: Math.min(requests, 200), seed, lying: true });
    yield { ...control, what: 'control: a line that says done and does nothing', control: true };
  },
};
