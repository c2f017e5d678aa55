import { setTimeout } from 'node:timers/promises';
import { connect } from '../../functions/search/open-search/connection.ts';
import { namesWith } from '../../functions/search/open-search/indexes.ts';
import { openSearchEngine } from '../../infra/local/search.ts';
import { movingClock } from '../support/clock.ts';
import { makeDeps } from '../support/deps.ts';
import { fragileLine } from '../support/fragile-line.ts';
import { postingId, startMarket } from '../support/market.ts';
import type { Person } from '../support/request.ts';
import { postingContent, profile } from '../support/samples.ts';
import { Refused } from './caller.ts';
import { indexFaults } from './index-dump.ts';
import { type Live, startLive } from './live.ts';
import type { Line, Part } from './part.ts';
import { furnish, recruiter, student } from './races/stage.ts';
import { emptyRecord } from './records.ts';
import { serviceUrl } from './services.ts';

const now = '2026-03-20T08:00:00.000Z';
const coordinator: Person = { subject: 'runner', role: 'coordinator', email: 'runner@example.com' };
const postings = 40;
const readers = 3;
const pauseMs = 20;
const back = 90_000;

/** What was asked while something was gone: answers by their status, and how far the index was behind. */
interface Load {
  answers: Map<string, number>;
  mostBehind: number;
}

/** Readers who search, and a writer whose changes the index has to show, until they are told to stop. */
const load = ({ ask }: Live) => {
  let isOver = false;
  const seen: Load = { answers: new Map(), mostBehind: 0 };
  const count = async (pending: Promise<unknown>): Promise<void> => {
    const status = await pending.then(
      () => '2xx',
      (error: unknown) => {
        if (error instanceof Refused) return String(error.status);
        throw error;
      },
    );
    seen.answers.set(status, (seen.answers.get(status) ?? 0) + 1);
  };
  const read = async (): Promise<void> => {
    while (!isOver) {
      await count(ask('searchPostings', { as: student(1), query: { limit: '10' } }));
      await count(ask('listMyApplications', { as: student(1) }));
      await setTimeout(pauseMs);
    }
  };
  const write = async (): Promise<void> => {
    for (let at = 0; !isOver; at += 1) {
      const number = (at % postings) + 1;
      const as = recruiter(number);
      const params = { postingId: postingId(number) };
      const { version } = await ask('getPosting', { as, params });
      const content = { ...postingContent(), capacity: 1 + Math.floor(at / postings) };
      await count(
        ask('updatePosting', { as, params, body: { content, reason: 'A desk.' }, ifMatch: version }),
      );
      const { waitingChanges } = await ask('getSearchState', { as: coordinator });
      seen.mostBehind = Math.max(seen.mostBehind, waitingChanges ?? 0);
      await setTimeout(pauseMs);
    }
  };
  const running = [...Array.from({ length: readers }, read), write()];
  return {
    stop: async (): Promise<Load> => {
      isOver = true;
      await Promise.all(running);
      return seen;
    },
  };
};

const failures = ({ answers }: Load): string[] =>
  [...answers].flatMap(([status, times]) =>
    status.startsWith('5') ? [`${times} requests were answered ${status}`] : [],
  );

const counted = ({ answers }: Load): string =>
  [...answers].map(([status, times]) => `${times} ${status}`).join(', ');

/** Takes OpenSearch away under load, half of the time by a line that breaks and half by one on which nothing comes. */
const without = async (seconds: number, mostInMemory: number): Promise<Line> => {
  const clock = movingClock(now);
  const { record, again, clear } = await emptyRecord('SQLite', clock);
  const own = await makeDeps({ now, record: again() });
  await startMarket(
    Array.from({ length: postings }, () => 1),
    0,
    own,
  );
  await furnish(own.table, { phase: 'applying', postings });
  const url = await serviceUrl('open-search');
  const line = await fragileLine(url);
  const prefix = `outage-${process.pid}-${mostInMemory}-`;
  const engine = openSearchEngine({ url: line.url, clock, prefix, mostInMemory });
  const live = await startLive({ record, clock, engine });
  const connection = connect(url);
  try {
    await live.ask('saveProfile', { as: student(1), body: profile(), ifMatch: 0 });
    const asked = load(live);
    await setTimeout(1_000);
    line.cut();
    await setTimeout(seconds * 500);
    line.stall();
    await setTimeout(seconds * 500);
    line.mend();
    const mended = Date.now();
    await setTimeout(1_000);
    const seen = await asked.stop();
    const wrong = failures(seen);
    for (;;) {
      const { waitingChanges, answeredBy } = await live.ask('getSearchState', { as: coordinator });
      if (waitingChanges === 0 && answeredBy === 'engine') break;
      if (Date.now() - mended > back) {
        wrong.push(`${waitingChanges} changes still wait, answered by ${answeredBy}`);
        break;
      }
      // One request in a while finds out whether the engine is back.
      await live.ask('searchPostings', { as: student(1), query: { limit: '1' } }).catch(() => {});
      await setTimeout(100);
    }
    const complete = ((Date.now() - mended) / 1_000).toFixed(1);
    wrong.push(...(await indexFaults(own, connection, namesWith(prefix).alias)));
    wrong.push(...live.errors.filter((entry) => /unexpected_error|change_not_consumed/.test(entry)));
    if (seen.mostBehind === 0) wrong.push('no change ever waited: nothing was gone');
    return {
      what: `OpenSearch gone for ${seconds} s under load`,
      where: 'SQLite, OpenSearch',
      many: `${counted(seen)}; at most ${seen.mostBehind} changes behind, complete ${complete} s after`,
      wrong,
    };
  } finally {
    await live.stop();
    await line.close();
    await connection.close();
    await own.close();
    await clear();
  }
};

const many = 100_000;

export const outage: Part = {
  name: 'outage',
  run: async function* (options) {
    yield await without(options.outage, many);
    yield {
      ...(await without(Math.min(options.outage, 6), 0)),
      what: 'control: the same with nothing to answer in its place',
      control: true,
    };
  },
};
