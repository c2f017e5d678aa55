import { applications, quotas } from '../../functions/application/store.ts';
import type { CoordinatorActor, RecruiterActor, StudentActor } from '../../functions/actor.ts';
import { companies } from '../../functions/company/store.ts';
import { cycles, getCycle } from '../../functions/cycle/store.ts';
import type { Phase } from '../../functions/cycle/schema.ts';
import type { Deps } from '../../functions/deps.ts';
import {
  applicationId,
  CompanyId,
  CycleId,
  PostingId,
  type RoundId,
  StudentId,
} from '../../functions/ids.ts';
import { jobs } from '../../functions/job/store.ts';
import type { JobPayload } from '../../functions/job/schema.ts';
import { workOnJob } from '../../functions/job/work.ts';
import { jobHandlers } from '../../functions/job/handlers.ts';
import { getPosting, postings } from '../../functions/posting/store.ts';
import { rankListHandlers } from '../../functions/ranklist/routes.ts';
import { roundHandlers } from '../../functions/round/routes.ts';
import { createMainRound, getRound } from '../../functions/round/store.ts';
import { students } from '../../functions/student/store.ts';
import { commit } from '../../functions/table/entity.ts';
import { writeIndependent } from '../../functions/table/independent.ts';
import type { Operation, Table } from '../../functions/table/table.ts';
import { makeDeps, type TestDeps } from './deps.ts';
import { companyContent, cycleSettings, postingContent, profile } from './samples.ts';
import { allChanges } from './table.ts';

/** In the middle of the ranking window. */
export const now = '2026-05-10T08:00:00.000Z';
const stamp = { by: 'test', action: 'test', at: now };
const id = (number: number): string => String(number).padStart(16, '0');

export const cycleId = CycleId.parse(`cyc_${id(1)}`);
export const studentId = (number: number) => StudentId.parse(`student-${number}`);
export const postingId = (number: number) => PostingId.parse(`pos_${id(number)}`);
const companyId = (number: number) => CompanyId.parse(`com_${id(number)}`);

const person = (subject: string) => ({ subject, email: `${subject}@example.com`, name: subject });
export const studentActor = (number: number): StudentActor => ({
  ...person(studentId(number)),
  kind: 'student',
  studentId: studentId(number),
});
/** A recruiter of the company that has the posting of this number. */
export const recruiterActor = (number: number): RecruiterActor => ({
  ...person(`recruiter-${number}`),
  kind: 'company',
  companyId: companyId(number),
});
export const runner: CoordinatorActor = { ...person('runner'), kind: 'coordinator' };
export const approver: CoordinatorActor = { ...person('approver'), kind: 'coordinator' };

async function* nothing(): AsyncGenerator<Uint8Array> {}
/** The parts of a call that an operation does not have. */
export const callOf = (deps: Deps) => ({
  now: deps.clock.now(),
  deps,
  upload: nothing(),
  query: undefined,
  body: undefined,
  version: 0,
});

const seed = (seats: readonly number[], studentCount: number): Operation[] => {
  const companyAndPosting = seats.flatMap((capacity, index) => {
    const number = index + 1;
    const common = { createdAt: now };
    const content = { ...postingContent(), capacity };
    return [
      companies.create(
        {
          ...common,
          id: companyId(number),
          state: 'verified',
          content: companyContent(number),
          verifiedAt: now,
        },
        stamp,
      ),
      postings.create(
        {
          ...common,
          id: postingId(number),
          cycleId,
          companyId: companyId(number),
          state: 'published',
          content,
        },
        stamp,
      ),
    ];
  });
  const people = Array.from({ length: studentCount }, (_, index) => studentId(index + 1)).flatMap(
    (student) => [
      students.create(
        { id: student, email: `${student}@example.com`, profile: profile(), updatedAt: now },
        stamp,
      ),
      quotas.create({ studentId: student, cycleId, used: seats.length }, stamp),
      ...seats.map((_, index) =>
        applications.create(
          {
            id: applicationId(student, postingId(index + 1)),
            cycleId,
            studentId: student,
            postingId: postingId(index + 1),
            companyId: companyId(index + 1),
            state: 'rankable',
            content: { answers: [] },
            history: [{ state: 'rankable', at: now, by: 'company' }],
          },
          stamp,
        ),
      ),
    ],
  );
  return [...companyAndPosting, ...people];
};

/**
 * A cycle in its ranking phase: one company and one posting for each number of seats, and students who are all
 * rankable for all of them. Ids count from 1; two markets made alike are equal.
 */
export const startMarket = async (seats: readonly number[] = [1, 1], studentCount = 3, place?: TestDeps) => {
  const deps = place ?? (await makeDeps({ now }));
  let made = 0;
  deps.newId = () => id((made += 1));
  const main = createMainRound(deps.newId, cycleId, stamp);
  await writeIndependent(deps.table, [
    cycles.create({ ...cycleSettings(), id: cycleId, phase: 'ranking' }, stamp),
    ...main.operations,
    ...seed(seats, studentCount),
  ]);

  const toPhase = async (phase: Phase): Promise<void> => {
    const cycle = await getCycle(deps.table, cycleId);
    await deps.table.write([cycles.update({ ...cycle, phase }, stamp)]);
  };
  /** Saves and certifies a student's list. */
  const studentRanks = async (
    number: number,
    choices: readonly number[],
    roundId: RoundId = main.roundId,
  ) => {
    const call = { ...callOf(deps), actor: studentActor(number), params: { roundId } };
    const { version } = await rankListHandlers.getMyRankList(call);
    const saved = await rankListHandlers.saveMyRankList({
      ...call,
      version,
      body: { choices: choices.map(postingId) },
    });
    return rankListHandlers.certifyMyRankList({ ...call, version: saved.version });
  };
  /** Saves and certifies a posting's list. */
  const postingRanks = async (
    number: number,
    choices: readonly number[],
    roundId: RoundId = main.roundId,
  ) => {
    const params = { roundId, postingId: postingId(number) };
    const call = { ...callOf(deps), actor: recruiterActor(number), params };
    const { version } = await rankListHandlers.getPostingRankList(call);
    const body = { choices: choices.map(studentId) };
    const saved = await rankListHandlers.savePostingRankList({ ...call, version, body });
    return rankListHandlers.certifyPostingRankList({ ...call, version: saved.version });
  };
  /** The call of a coordinator at the round's current version. */
  const about = async (actor: CoordinatorActor, roundId: RoundId = main.roundId) => {
    const { version } = await getRound(deps.table, roundId);
    return { ...callOf(deps), actor, params: { roundId }, version };
  };
  const work = async (jobId: string, on: Deps = deps): Promise<void> => {
    await workOnJob(on, jobHandlers, jobId);
  };
  /** Freezes, runs and approves, as two coordinators do. */
  const upTo = async (
    state: 'frozen' | 'computed' | 'approved' | 'published',
    roundId: RoundId = main.roundId,
  ): Promise<void> => {
    await toPhase('matching');
    await work((await roundHandlers.freezeRound(await about(runner, roundId))).jobId);
    if (state === 'frozen') return;
    await work((await roundHandlers.runRound(await about(runner, roundId))).jobId);
    if (state === 'computed') return;
    await roundHandlers.approveRound({ ...(await about(approver, roundId)), body: {} });
    if (state === 'approved') return;
    const { jobId } = await roundHandlers.publishRound(await publication(roundId));
    await work(jobId);
  };
  const publication = async (roundId: RoundId = main.roundId) => {
    const round = await getRound(deps.table, roundId);
    const body = { resultSha256: 'result' in round ? round.result.sha256 : '' };
    return { ...(await about(runner, roundId)), body };
  };
  const setSeats = async (number: number, capacity: number): Promise<void> => {
    const posting = await getPosting(deps.table, postingId(number));
    if (posting.state !== 'published') throw new Error('the posting is not published');
    await deps.table.write([
      postings.update({ ...posting, content: { ...posting.content, capacity } }, stamp),
    ]);
  };
  return {
    deps,
    roundId: main.roundId,
    toPhase,
    studentRanks,
    postingRanks,
    about,
    work,
    upTo,
    publication,
    setSeats,
    jobOf: async (jobId: string) => jobs.get(deps.table, { pk: `JOB#${jobId}`, sk: 'JOB' }),
  };
};
export type Market = Awaited<ReturnType<typeof startMarket>>;

/** A table that dies: its write number `last + 1` and all that follow are refused as after a kill -9. */
export const dying = (table: Table, last: number): Table & { written: () => number } => {
  let written = 0;
  return {
    ...table,
    write: async (operations) => {
      if (written >= last) throw new Error('killed');
      written += 1;
      await table.write(operations);
    },
    written: () => written,
  };
};

/** A job as its handler gets it. */
export const jobOf = async (market: Market, jobId: string, kind: JobPayload['kind']) => {
  const job = await market.jobOf(jobId);
  if (job?.payload.kind !== kind) throw new Error(`job ${jobId} is not a ${kind}`);
  return { ...job, decide: commit };
};

/** What the record holds now, without versions: the last body of each key. */
export const bodiesOf = async (table: Table): Promise<Record<string, unknown>> => {
  const bodies: Record<string, unknown> = {};
  for (const { key, after } of await allChanges(table)) {
    // An inbox's secret is made anew each time.
    const { key: _, ...body } = after?.body ?? {};
    bodies[`${key.pk} ${key.sk}`] = after && (key.sk === 'INBOX' ? body : after.body);
  }
  return bodies;
};
