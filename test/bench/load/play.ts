import { applicationContent } from '../../../infra/local/seed/letter.ts';
import { randomFrom, seedOf } from '../../../infra/local/seed/random.ts';
import { recheck } from '../../../infra/local/cycle/check.ts';
import { localCast } from '../../../infra/local/cycle/cast.ts';
import { publishPostings, registerCompanies } from '../../../infra/local/cycle/companies.ts';
import { moveTo } from '../../../infra/local/cycle/coordinator.ts';
import { postingsACompany, setUp } from '../../../infra/local/cycle/play.ts';
import type { Progress } from '../../../infra/local/cycle/progress.ts';
import { certifyLists } from '../../../infra/local/cycle/rank-lists.ts';
import { computeAndApprove, publish } from '../../../infra/local/cycle/round.ts';
import { selectApplicants } from '../../../infra/local/cycle/selection.ts';
import { sideBySide } from '../../../infra/local/cycle/side-by-side.ts';
import type { Stage } from '../../../infra/local/cycle/stage.ts';
import { type PlayedStudent, registerStudents } from '../../../infra/local/cycle/students.ts';
import type { RunningServer } from '../../../infra/local/server.ts';
import { faultsOf } from './check.ts';
import type { Load } from './load-process.ts';
import type { Arrivals, Outcome, SceneName, Told, Visitor } from './order.ts';

export interface LoadOptions {
  students: number;
  postings: number;
  /** Visitors at a time. */
  together: number;
}

/** One scene as it was measured: what came of it, and what the bare handler does at the same moment. */
export interface Measured {
  scene: Exclude<SceneName, 'bare'>;
  arrivals: Arrivals;
  outcome: Outcome;
  /** Of the server's process meanwhile, with everything that follows what was written. */
  processorSeconds: number;
  bare: Outcome;
}

/** What a student is going to send, decided before the clock runs. */
const visitorOf = async (stage: Stage, student: PlayedStudent): Promise<Visitor> => {
  const { seed, self } = student;
  const random = randomFrom(seedOf(`${stage.seed} ${self.email}`));
  const { items } = await self.call('searchPostings', { query: { limit: 30 } });
  const applications = random.some(items, random.int(2, stage.applicationCap)).map(({ posting }) => {
    const { title, questions = [] } = posting.content;
    const { zh = '', en = zh } = posting.company.name;
    const content = applicationContent(random, seed, { title, questions }, { zh: zh || en, en });
    return { postingId: posting.id, content, submit: true };
  });
  const answer = random.chance(0.92) ? 'accepted' : 'declined';
  return { email: self.email, token: self.token(), applications, answer };
};

/** How busy the server is kept in the open scenes, of what it could do. */
const openShare = 0.5;

/** Plays a cycle whose deadlines and results day are put under load, and compares what is left with what was told. */
export const playUnderLoad = async (
  server: RunningServer,
  { students: count, postings: postingCount, together }: LoadOptions,
  { load, bareOrigin, progress }: { load: Load; bareOrigin: string; progress: Progress },
): Promise<{ measured: Measured[]; faults: string[] }> => {
  const { origin } = server;
  const measured: Measured[] = [];
  const stage = await setUp(localCast(origin), { seed: 'load' }, progress);
  await moveTo(stage, 'posting');
  const companies = await registerCompanies(stage, Math.ceil(postingCount / postingsACompany));
  const postings = await publishPostings(stage, companies, postingCount);
  await moveTo(stage, 'applying');
  const students = await registerStudents(stage, count);
  const visitors = await sideBySide(students, (student) => visitorOf(stage, student));

  /** Half of the visitors come as fast as the server lets them, the others by chance at half that pace. */
  const measure = async (scene: Measured['scene']): Promise<Told[]> => {
    await server.settled();
    const fresh = visitors.map((visitor, at) => ({ ...visitor, token: students[at]?.self.token() ?? '' }));
    const half = Math.ceil(fresh.length / 2);
    const once = async (some: Visitor[], arrivals: Arrivals): Promise<Outcome> => {
      const processor = process.cpuUsage();
      const outcome = await load.carryOut({ scene, origin, visitors: some, arrivals });
      await server.settled();
      const { user, system } = process.cpuUsage(processor);
      const bare = await load.carryOut({
        scene: 'bare',
        origin: bareOrigin,
        visitors: some,
        arrivals: { kind: 'closed', together },
      });
      measured.push({ scene, arrivals, outcome, processorSeconds: (user + system) / 1e6, bare });
      return outcome;
    };
    const closed = await once(fresh.slice(0, half), { kind: 'closed', together });
    const perSecond = (openShare * half) / closed.seconds;
    const open = await once(fresh.slice(half), { kind: 'open', perSecond });
    return [...closed.told, ...open.told];
  };

  const applied = await measure('apply');
  await moveTo(stage, 'shortlisting');
  const tastes = await selectApplicants(stage, postings);
  await moveTo(stage, 'ranking');
  const certified = await measure('certify');
  // It also asks whether anybody's list is missing.
  await certifyLists(stage, [], postings, tastes);
  await moveTo(stage, 'matching');
  const proof = await computeAndApprove(stage);
  const finding = recheck(proof);
  await publish(stage, proof, students);
  await moveTo(stage, 'confirming');
  const answered = await measure('results');
  await server.settled();
  const faults = await faultsOf(stage, { students, postings, finding }, [
    ...applied,
    ...certified,
    ...answered,
  ]);
  return { measured, faults: [...stage.faults, ...finding.faults, ...faults] };
};
