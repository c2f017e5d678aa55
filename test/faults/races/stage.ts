import { setTimeout } from 'node:timers/promises';
import { recruiters } from '../../../functions/company/recruiters.ts';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import type { Phase } from '../../../functions/cycle/schema.ts';
import type { Table } from '../../../functions/table/table.ts';
import { movingClock } from '../../support/clock.ts';
import { makeDeps } from '../../support/deps.ts';
import { cycleId, type Market, recruiterActor, startMarket } from '../../support/market.ts';
import type { Person } from '../../support/request.ts';
import { type Live, startLive } from '../live.ts';
import { type Engine, emptyRecord } from '../records.ts';

const stamp = { by: 'test', action: 'test', at: '2026-05-10T08:00:00.000Z' };

export const student = (number: number): Person => ({
  subject: `student-${number}`,
  role: 'student',
  email: `student-${number}@example.com`,
});
export const coordinator = (number: number): Person => ({
  subject: `coordinator-${number}`,
  role: 'coordinator',
  email: `coordinator-${number}@example.com`,
});
/** Who has the posting of this number. */
export const recruiter = (number: number): Person => ({
  subject: `recruiter-${number}`,
  role: 'company',
  email: `recruiter-${number}@example.com`,
});

const networkMs = 5;

/** A table that takes a moment for each answer, as one over a network does: requests meet between reading and writing. */
const taking = (table: Table): Table => ({
  ...table,
  get: async (key) => {
    const item = await table.get(key);
    await setTimeout(networkMs);
    return item;
  },
  query: async (query) => {
    const page = await table.query(query);
    await setTimeout(networkMs);
    return page;
  },
});

/** What a market needs before its people can call the API: recruiters, and a cycle in its phase. */
export const furnish = async (
  table: Table,
  { phase, cap, postings }: { phase: Phase; cap?: number | undefined; postings: number },
): Promise<void> => {
  const all = Array.from({ length: postings }, (_, at) => recruiterActor(at + 1));
  const cycle = await getCycle(table, cycleId);
  await table.write([
    ...all.map(({ email, companyId }) => recruiters.create({ email, companyId, invitedAt: stamp.at }, stamp)),
    cycles.update({ ...cycle, phase, ...(cap !== undefined && { applicationCap: cap }) }, stamp),
  ]);
};

/** Works with a live product on a market, in a phase of its cycle. */
export const onStage = async <T>(
  options: {
    engine: Engine;
    phase: Phase;
    now: string;
    cap?: number;
    seats: readonly number[];
    students: number;
    /** Goes on with the market before the product runs on it. */
    before?: (market: Market) => Promise<void>;
    /** What the product does to its record; the control has it broken. */
    through?: (table: Table) => Table;
  },
  work: (live: Live, market: Market) => Promise<T>,
): Promise<T> => {
  const { engine, phase, now, cap, seats, students, before, through = (table) => table } = options;
  const clock = movingClock(now);
  const { record, again, clear } = await emptyRecord(engine, clock);
  const own = await makeDeps({ now, record: again() });
  try {
    const market = await startMarket(seats, students, own);
    await furnish(own.table, { phase, cap, postings: seats.length });
    await before?.(market);
    const used = through(engine === 'SQLite' ? taking(record) : record);
    const onTheWay = { ...record, ...used, close: () => record.close() };
    const live = await startLive({ record: onTheWay, clock, files: own.files });
    try {
      return await work(live, market);
    } finally {
      await live.stop();
    }
  } finally {
    await own.close();
    await clear();
  }
};
